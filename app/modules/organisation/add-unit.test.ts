import { expect, test } from 'vitest'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makeStreet } from '#test/make.ts'
import { addUnit } from './add-unit.ts'

test('the office adds a community under the street', () =>
  rolledBack(async (ctx) => {
    const street = await makeStreet(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const unit = await addUnit(office, { parentId: street.id, kind: 'community', name: '费桥村' })
    expect(unit.ancestors).toEqual([street.id, unit.id])
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('name')
      .where('subjectId', '=', unit.id)
      .execute()
    expect(facts).toEqual([{ name: 'unit.added' }])
  }))

test.each([
  ['a community under a branch', 'unit.wrongParent', 'branch', 'community'],
  ['a branch under a branch', 'unit.wrongParent', 'branch', 'branch'],
  ['a branch under a street', undefined, 'street', 'branch'],
] as const)('%s: %s', (_, expected, under, kind) =>
  rolledBack(async (ctx) => {
    const parent = under === 'branch' ? await makeBranch(ctx) : await makeStreet(ctx)
    expect(
      await failureOf(ctx, () => addUnit(ctx, { parentId: parent.id, kind, name: '新' })),
    ).toBe(expected)
  }),
)

test('two units of one name under one parent are refused', () =>
  rolledBack(async (ctx) => {
    const street = await makeStreet(ctx)
    const input = { parentId: street.id, kind: 'school', name: '秦灶小学' } as const
    await addUnit(ctx, input)
    expect(await failureOf(ctx, () => addUnit(ctx, input))).toBe('unit_name')
  }))

test('an organiser of a branch may not change the tree', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const input = { parentId: branch.id, kind: 'branch', name: '新支部' } as const
    expect(await failureOf(ctx, () => addUnit(organiser, input))).toBe('forbidden')
  }))
