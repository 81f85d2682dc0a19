import { expect, test } from 'vitest'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeCommunity } from '#test/make.ts'
import { makeClaim, makeMatter, makeNeed, matterInput } from '#test/make-matters.ts'
import { findClaim } from '../claims/queries.ts'
import { findNeed, thingsLike } from '../needs/queries.ts'
import { alike } from '../needs/rules.ts'
import { expireMatters } from './expire-matters.ts'
import { joinNeed } from './join-need.ts'
import { publishMatter } from './publish-matter.ts'
import { findMatter, mattersOn, needsOfMatter } from './queries.ts'
import { withdrawMatter } from './withdraw-matter.ts'

const byOn = '2022-02-20'

test('the office makes one matter of two needs of a community', () =>
  rolledBack(async (ctx) => {
    const communityId = (await makeCommunity(ctx)).id
    const needs = [await makeNeed(ctx, { communityId }), await makeNeed(ctx, { communityId })]
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const needIds = needs.map(({ id }) => id)
    const input = { ...matterInput, byOn, needIds, doneWhen: '灯亮，问13812345678' }
    const made = await publishMatter(office, input)
    const matter = (await findMatter(ctx, made.id))!
    expect([made.masked, matter.doneWhen, matter.status, matter.parts, matter.category]).toEqual([
      true,
      '灯亮，问***',
      'open',
      [''],
      'repair',
    ])
    expect((await needsOfMatter(ctx, made.id)).map(({ id }) => id)).toEqual(needIds)
    expect(await failureOf(ctx, () => publishMatter(office, input))).toBe('need.alreadyTriaged')
  }))

test.each([
  ['matter.dayPast', { byOn: '2022-01-11' }],
  ['matter.tooManyParts', { parts: 'a\nb\nc\nd\ne' }],
  ['matter.partsAlike', { parts: 'a\na' }],
] as const)('%s', (reason, wrong) =>
  rolledBack(async (ctx) => {
    const need = await makeNeed(ctx)
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const input = { ...matterInput, byOn, needIds: [need.id], ...wrong }
    expect(await failureOf(ctx, () => publishMatter(office, input))).toBe(reason)
  }),
)

test('needs of two communities are two matters, and only the office makes them', () =>
  rolledBack(async (ctx) => {
    const needs = [await makeNeed(ctx), await makeNeed(ctx)]
    const input = { ...matterInput, byOn, needIds: needs.map(({ id }) => id) }
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const staff = await as(ctx, await makeAppointed(ctx, 'staff'))
    expect(await failureOf(ctx, () => publishMatter(office, input))).toBe('need.elsewhere')
    expect(await failureOf(ctx, () => publishMatter(staff, input))).toBe('forbidden')
  }))

test('a need that is like a matter is found and joined to it, until it is done', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const need = await makeNeed(ctx, {
      communityId: matter.communityId,
      words: '楼道灯不亮，老人看不见',
    })
    const office = await as(ctx, matter.office)
    const found = (await findNeed(ctx, need.id))!
    expect(alike(found, (await thingsLike(ctx, found)).matters).map(({ id }) => id)).toEqual([
      matter.id,
    ])
    await joinNeed(office, { needId: need.id, matterId: matter.id })
    expect(await needsOfMatter(ctx, matter.id)).toHaveLength(2)
    const other = await makeNeed(ctx)
    expect(
      await failureOf(ctx, () => joinNeed(office, { needId: other.id, matterId: matter.id })),
    ).toBe('need.elsewhere')
    await withdrawMatter(office, { matterId: matter.id, reason: '物业已经换好' })
    const late = { needId: other.id, matterId: matter.id }
    expect(await failureOf(ctx, () => joinNeed(office, late))).toBe('matter.takesNoMore')
  }))

test('withdrawing ends the claims, and the needs wait again', () =>
  rolledBack(async (ctx) => {
    const { matter, claim } = await makeClaim(ctx)
    const office = await as(ctx, matter.office)
    const then = { ...office, now: later(ctx.now, day) }
    await withdrawMatter(then, { matterId: matter.id, reason: '物业已经换好' })
    const need = (await findNeed(ctx, matter.need.id))!
    expect([
      (await findMatter(ctx, matter.id))!.status,
      (await findClaim(ctx, claim.id))!.ending,
      need.status,
      need.waitingSince,
    ]).toEqual(['withdrawn', 'withdrawn', 'waiting', then.now])
    expect(
      await failureOf(ctx, () => withdrawMatter(office, { matterId: matter.id, reason: 'x' })),
    ).toBe('matter.over')
  }))

test('what nobody takes on expires the day after, once; what is held does not', () =>
  rolledBack(async (ctx) => {
    const free = await makeMatter(ctx, { byOn: '2022-01-20' })
    const held = await makeClaim(ctx, { byOn: '2022-01-20' })
    const shared = await makeClaim(ctx, { byOn: '2022-01-20', parts: '换灯\n接线' })
    const statuses = async () =>
      Promise.all(
        [free, held.matter, shared.matter].map(
          async ({ id }) => (await findMatter(ctx, id))!.status,
        ),
      )
    await expireMatters({ ...ctx, now: new Date('2022-01-20T23:00:00+08:00') })
    expect(await statuses()).toEqual(['open', 'claimed', 'open'])
    const next = { ...ctx, now: new Date('2022-01-21T09:00:00+08:00') }
    await expireMatters(next)
    await expireMatters(next)
    expect(await statuses()).toEqual(['expired', 'claimed', 'open'])
    expect((await findNeed(ctx, free.need.id))!.status).toBe('waiting')
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('name')
      .where('subjectId', '=', free.id)
      .where('name', '=', 'matter.expired')
      .execute()
    expect(facts).toHaveLength(1)
    expect(await failureOf(ctx, async () => expireMatters(await as(ctx, free.office)))).toBe(
      'forbidden',
    )
  }))

test('the board shows who holds what, and narrows by place and kind', () =>
  rolledBack(async (ctx) => {
    const { matter, branch } = await makeClaim(ctx, { parts: '换灯\n接线' })
    const other = await makeMatter(ctx)
    const on = await mattersOn(ctx, { statuses: ['open'] })
    expect(on.map(({ id }) => id).toSorted()).toEqual([matter.id, other.id].toSorted())
    expect(on.find(({ id }) => id === matter.id)!.holders).toEqual([
      { unitId: branch.id, unitName: branch.name, part: 0, done: false },
    ])
    const near = { statuses: ['open'], communityId: matter.communityId } as const
    expect((await mattersOn(ctx, near)).map(({ id }) => id)).toEqual([matter.id])
    expect(await mattersOn(ctx, { ...near, category: 'care' })).toEqual([])
  }))
