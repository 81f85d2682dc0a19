import { expect, test } from 'vitest'
import { workingDaysAfter } from '#app/platform/working-days.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeStreet } from '#test/make.ts'
import { enterHolidays } from './enter-holidays.ts'
import { fillHolidays } from './fill-holidays.ts'
import { holidaysOf, knownYears, workCalendar } from './queries.ts'

const lines =
  '2027-01-01~2027-01-03,休,元旦\n2027-02-05~2027-02-11,休,春节\n2027-02-13,班,春节\n2027-05-01~2027-05-05,休,劳动节'

test('the program knows the years that were announced, and no other', () =>
  rolledBack(async (ctx) => {
    await fillHolidays(ctx)
    const years = await knownYears(ctx)
    expect([years.at(-1)?.year, years.some(({ year }) => year === 2027)]).toEqual([2004, false])
    const spring = (await holidaysOf(ctx, 2022)).filter(({ name }) => name === '春节')
    expect(spring.map(({ day, kind }) => `${day} ${kind}`)).toEqual([
      '2022-01-29 work',
      '2022-01-30 work',
      '2022-01-31 off',
      '2022-02-01 off',
      '2022-02-02 off',
      '2022-02-03 off',
      '2022-02-04 off',
      '2022-02-05 off',
      '2022-02-06 off',
    ])
  }))

test('an administrator enters a year; the program then leaves it alone', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const late = { ...ctx, now: new Date('2026-12-31T10:00:00+08:00') }
    const due = async () => workingDaysAfter('2026-12-31', 1, await workCalendar(late))
    expect(await due()).toEqual({ unknownYear: 2027 })
    const administrator = await as(late, await makeAppointed(ctx, 'administrator'))
    await enterHolidays(administrator, { year: 2027, lines })
    expect(await due()).toEqual({ day: '2027-01-04' })
    const before = await holidaysOf(ctx, 2027)
    await fillHolidays(ctx)
    expect(await holidaysOf(ctx, 2027)).toEqual(before)
    expect((await knownYears(ctx))[0]).toEqual({ year: 2027, free: 15, worked: 1, byHand: true })
  }))

test('one faulty line keeps the whole year as it was', () =>
  rolledBack(async (ctx) => {
    await makeStreet(ctx)
    const wrong = { year: 2027, lines: `${lines}\n2026-12-31,休,元旦` }
    expect(await failureOf(ctx, () => enterHolidays(ctx, wrong))).toBe('invalid')
    expect(await holidaysOf(ctx, 2027)).toEqual([])
  }))

test('the office may look but not change what all streets share', () =>
  rolledBack(async (ctx) => {
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => enterHolidays(office, { year: 2027, lines }))).toBe(
      'forbidden',
    )
    expect(await failureOf(ctx, () => fillHolidays(office))).toBe('forbidden')
  }))
