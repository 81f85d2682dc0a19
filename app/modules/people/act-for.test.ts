import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { actFor } from './act-for.ts'
import { appoint } from './appoint.ts'
import { historyOf } from './queries.ts'

test('the organiser of a person’s branch acts on their behalf, and the history says so', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const person = await makePerson(ctx, branch.id)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const forPerson = await actFor(await as(ctx, organiser), person.id)
    expect(forPerson.onBehalfOf).toBe(person.id)
    await appoint(
      { ...office, onBehalfOf: forPerson.onBehalfOf },
      { personId: person.id, unitId: branch.id, role: 'member', fromOn: '2022-01-01' },
    )
    const history = await historyOf(ctx, person.id)
    expect(history.map(({ name, actor, onBehalfOf }) => ({ name, actor, onBehalfOf }))).toEqual([
      { name: 'person.appointed', actor: office.actor.name, onBehalfOf: person.name },
      { name: 'person.added', actor: '', onBehalfOf: null },
    ])
  }))

test('a role held in a branch lets its secretary act, even for someone who lives elsewhere', () =>
  rolledBack(async (ctx) => {
    const [home, branch] = [await makeBranch(ctx), await makeBranch(ctx)]
    const person = await makePerson(ctx, home.id)
    const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', branch.id))
    expect(await failureOf(ctx, () => actFor(secretary, person.id))).toBe('forbidden')
    const term = { personId: person.id, unitId: branch.id, role: 'member', fromOn: '2022-01-12' }
    await appoint(ctx, { ...term, role: 'member' })
    expect((await actFor(secretary, person.id)).onBehalfOf).toBe(person.id)
  }))

test('acting for oneself is acting', () =>
  rolledBack(async (ctx) => {
    const self = await as(ctx, await makePerson(ctx))
    expect(await actFor(self, self.actor.personId!)).toBe(self)
  }))

test('a member acts for nobody else, and nobody for someone who is not there', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const member = await as(ctx, await makeAppointed(ctx, 'member', branch.id))
    const person = await makePerson(ctx, branch.id)
    expect(await failureOf(ctx, () => actFor(member, person.id))).toBe('forbidden')
    expect(await failureOf(ctx, () => actFor(member, newId()))).toBe('notFound')
  }))
