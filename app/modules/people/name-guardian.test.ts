import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { nameGuardian } from './name-guardian.ts'
import { familyOf, historyOf } from './queries.ts'

const born = { child: { bornOn: '2012-05-01' }, parent: { bornOn: '1980-02-03' } }

test('the organiser of a child’s branch names the guardian, once', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const child = await makePerson(ctx, branch.id, born.child)
    const parent = await makePerson(ctx, undefined, born.parent)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const input = { childId: child.id, guardianId: parent.id }
    await nameGuardian(organiser, input)
    expect(await familyOf(ctx, child.id)).toEqual([
      { id: parent.id, name: parent.name, is: 'guardian' },
    ])
    expect(await familyOf(ctx, parent.id)).toEqual([
      { id: child.id, name: child.name, is: 'child' },
    ])
    expect((await historyOf(ctx, child.id)).map((row) => row.name)).toEqual([
      'guardian.named',
      'person.added',
    ])
    expect(await failureOf(ctx, () => nameGuardian(organiser, input))).toBe('guardian_pkey')
  }))

test('a child, oneself and someone of unknown age are no guardians', () =>
  rolledBack(async (ctx) => {
    const child = await makePerson(ctx, undefined, born.child)
    const brother = await makePerson(ctx, undefined, { bornOn: '2008-01-01' })
    const unknown = await makePerson(ctx)
    const reasons = []
    for (const guardian of [brother, unknown, child]) {
      const input = { childId: child.id, guardianId: guardian.id }
      reasons.push(await failureOf(ctx, () => nameGuardian(ctx, input)))
    }
    expect(reasons).toEqual(['guardian.notAdult', 'guardian.ageUnknown', 'guardian.notAdult'])
  }))

test('who looks after a child is not entered as its guardian by their own hand', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const child = await makePerson(ctx, branch.id, born.child)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const input = { childId: child.id, guardianId: organiser.id }
    const own = await as(ctx, organiser)
    expect(await failureOf(ctx, () => nameGuardian(own, input))).toBe('guardian.oneself')
  }))

test('the organiser of another branch names nobody', () =>
  rolledBack(async (ctx) => {
    const child = await makePerson(ctx, (await makeBranch(ctx)).id, born.child)
    const parent = await makePerson(ctx, undefined, born.parent)
    const other = await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id)
    const input = { childId: child.id, guardianId: parent.id }
    expect(await failureOf(ctx, async () => nameGuardian(await as(ctx, other), input))).toBe(
      'forbidden',
    )
  }))
