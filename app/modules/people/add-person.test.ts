import { expect, test } from 'vitest'
import { failureOf, otherStreet, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { AddPerson, addPerson } from './add-person.ts'
import { findPerson } from './queries.ts'

test('an organiser enters a person of the own branch, found by name as by sound', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const { id } = await addPerson(organiser, {
      name: '单大明',
      homeUnitId: branch.id,
      phone: '10012340001',
      gender: 'm',
      bornOn: '1940-03-01',
    })
    const person = await findPerson(ctx, id)
    expect(person).toEqual({
      streetId: ctx.street,
      id,
      name: '单大明',
      namePinyin: 'shandaming sdm',
      gender: 'm',
      bornOn: '1940-03-01',
      phone: '10012340001',
      reach: 'sms',
      dialect: null,
      homebound: false,
      joinedPartyOn: null,
      homeUnitId: branch.id,
      language: 'zh',
      largeText: false,
      madeAt: ctx.now,
      forgottenAt: null,
    })
  }))

test.each([
  [{}, 'call'],
  [{ reach: 'sms' as const }, 'call'],
  [{ phone: '10012340002' }, 'sms'],
  [{ phone: '10012340002', reach: 'call' as const }, 'call'],
])('with %j a person is told by %s', (given, reach) =>
  rolledBack(async (ctx) => {
    const homeUnitId = (await makeBranch(ctx)).id
    expect((await addPerson(ctx, { name: '甲', homeUnitId, ...given })).reach).toBe(reach)
  }),
)

test('a phone belongs to one person, and nobody is born tomorrow', () =>
  rolledBack(async (ctx) => {
    const homeUnitId = (await makeBranch(ctx)).id
    const { phone } = await makePerson(ctx)
    const add = (more: { phone?: string | undefined; bornOn?: string }) =>
      failureOf(ctx, () => addPerson(ctx, { name: '乙', homeUnitId, ...more }))
    expect(await add({ phone: phone! })).toBe('person_phone')
    expect(await add({ bornOn: '2022-01-13' })).toBe('person.bornLater')
  }))

test('nobody is entered in another’s branch, nor in another street’s', () =>
  rolledBack(async (ctx) => {
    const [own, other] = [await makeBranch(ctx), await makeBranch(ctx)]
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', own.id))
    const add = (homeUnitId: string) => addPerson(organiser, { name: '丙', homeUnitId })
    expect(await failureOf(ctx, () => add(other.id))).toBe('forbidden')
    const there = { ...organiser, street: otherStreet }
    expect(await failureOf(ctx, () => addPerson(there, { name: '丙', homeUnitId: own.id }))).toBe(
      'notFound',
    )
  }))

test('a form’s empty fields are nothing', () => {
  const empty = { gender: '', bornOn: '', phone: '', reach: 'sms', dialect: '', joinedPartyOn: '' }
  const homeUnitId = '0190a1b2-0000-7000-8000-000000000000'
  expect(AddPerson.parse({ name: ' 丁 ', homeUnitId, ...empty })).toEqual({
    name: '丁',
    homeUnitId,
    reach: 'sms',
  })
})
