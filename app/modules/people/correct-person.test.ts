import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { correctPerson } from './correct-person.ts'
import { findPerson, historyOf } from './queries.ts'
import { needsContact } from './rules.ts'

const reason = '身份证上是这样写的'

test('a name and a phone are put right, and what stood there before stays in the history', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const person = await makePerson(ctx, branch.id, { name: '顾大名' })
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const changed = { name: '顾大明', phone: '10099990001', gender: undefined }
    await correctPerson(organiser, { personId: person.id, reason, ...changed })
    expect(await findPerson(ctx, person.id)).toMatchObject({
      name: '顾大明',
      namePinyin: 'gudaming gdm',
      phone: '10099990001',
    })
    const [last] = await historyOf(ctx, person.id)
    expect(last).toMatchObject({
      name: 'person.corrected',
      reason,
      details: {
        changes: {
          name: { from: '顾大名', to: '顾大明' },
          phone: { from: person.phone, to: '10099990001' },
        },
      },
    })
  }))

test('what is right already, someone else’s phone and a day to come are refused', () =>
  rolledBack(async (ctx) => {
    const [person, other] = [await makePerson(ctx), await makePerson(ctx)]
    const correct = (more: object) =>
      failureOf(ctx, () => correctPerson(ctx, { personId: person.id, reason, ...more }))
    expect(await correct({ name: person.name })).toBe('person.nothingToCorrect')
    expect(await correct({ phone: other.phone })).toBe('person_phone')
    expect(await correct({ bornOn: '2030-01-01' })).toBe('person.bornLater')
  }))

test('neither the person nor a neighbouring branch puts it right by themselves', () =>
  rolledBack(async (ctx) => {
    const person = await makePerson(ctx, (await makeBranch(ctx)).id)
    const neighbour = await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id)
    for (const actor of [person, neighbour]) {
      const own = await as(ctx, actor)
      const correct = () => correctPerson(own, { personId: person.id, reason, name: '别人' })
      expect(await failureOf(ctx, correct)).toBe('forbidden')
    }
  }))

test('a phone that opens the work of others is changed only by who stands over that work', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', branch.id))
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const administrator = await as(ctx, await makeAppointed(ctx, 'administrator'))
    const works = async (role: 'administrator' | 'office' | 'organiser', unitId?: string) => {
      const { id } = await makeAppointed(ctx, role, unitId)
      await correctPerson(administrator, { personId: id, reason, homeUnitId: branch.id })
      return id
    }
    const changes = (actor: typeof ctx, personId: string, last: number) => () =>
      correctPerson(actor, { personId, reason, phone: `1009999100${last}` })
    const [first, second] = [await works('administrator'), await works('office')]
    const third = await works('organiser', (await makeBranch(ctx)).id)
    for (const personId of [first, second, third])
      expect(await failureOf(ctx, changes(secretary, personId, 1))).toBe('forbidden')
    expect(await failureOf(ctx, changes(office, first, 2))).toBe('forbidden')
    await changes(administrator, first, 3)()
    await changes(office, second, 4)()
    await changes(office, third, 5)()
  }))

test.each([
  ['before it is agreed', false, null, '2022-01-09T00:00:00Z', false],
  ['while it goes on', true, null, '2023-01-09T00:00:00Z', true],
  ['thirty days after', true, '2022-02-01T00:00:00Z', '2022-03-03T00:00:00Z', true],
  ['a second later', true, '2022-02-01T00:00:00Z', '2022-03-03T00:00:01Z', false],
])('a number is needed: %s', (_, isAgreed, ends, now, expected) => {
  const task = { isAgreed, endsAt: ends === null ? null : new Date(ends) }
  expect(needsContact(task, new Date(now))).toBe(expected)
})
