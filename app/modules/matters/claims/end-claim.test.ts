import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { claimInput, makeClaim, makeClaimer, makeMatter } from '#test/make-matters.ts'
import { findMatter } from '../board/queries.ts'
import { claimMatter } from './claim-matter.ts'
import { endClaim } from './end-claim.ts'
import { finishClaim } from './finish-claim.ts'
import { noteProgress } from './note-progress.ts'
import { findClaim, notesOf } from './queries.ts'
import { tendClaims } from './tend-claims.ts'

const handBack = (claimId: string, kept = '') => ({ claimId, how: 'handedBack', kept }) as const
const after = (ctx: Context, days: number): Context => ({ ...ctx, now: later(ctx.now, days * day) })

test('handing back frees the matter and keeps what was done', () =>
  rolledBack(async (ctx) => {
    const { matter, claim, by } = await makeClaim(ctx)
    await noteProgress(by, { claimId: claim.id, words: '买好了灯，打13812345678' })
    await endClaim(by, handBack(claim.id, '灯已经买好'))
    const ended = (await findClaim(ctx, claim.id))!
    expect([ended.ending, ended.kept, (await findMatter(ctx, matter.id))!.status]).toEqual([
      'handedBack',
      '灯已经买好',
      'open',
    ])
    expect((await notesOf(ctx, matter.id)).map(({ words }) => words)).toEqual(['买好了灯，打***'])
    expect(await failureOf(ctx, () => endClaim(by, handBack(claim.id)))).toBe('claim.over')
    expect(await failureOf(ctx, () => noteProgress(by, { claimId: claim.id, words: 'x' }))).toBe(
      'claim.over',
    )
    const next = await makeClaimer(ctx)
    await claimMatter(next.by, claimInput(matter.id, next.branch.id))
  }))

test('parts that a branch named are one again when nobody is left', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const [one, two] = [await makeClaimer(ctx), await makeClaimer(ctx)]
    const share = { ...claimInput(matter.id, one.branch.id), ownPart: '换灯', otherParts: '接线' }
    const first = await claimMatter(one.by, share)
    const second = await claimMatter(two.by, { ...claimInput(matter.id, two.branch.id), part: 1 })
    await endClaim(one.by, handBack(first.id))
    expect((await findMatter(ctx, matter.id))!.parts).toEqual(['换灯', '接线'])
    await endClaim(two.by, handBack(second.id))
    const left = (await findMatter(ctx, matter.id))!
    expect([left.parts, left.status]).toEqual([[''], 'open'])
  }))

test('another branch can’t hand it back or write on it', () =>
  rolledBack(async (ctx) => {
    const { claim } = await makeClaim(ctx)
    const other = await makeClaimer(ctx)
    expect([
      await failureOf(ctx, () => endClaim(other.by, handBack(claim.id))),
      await failureOf(ctx, () => noteProgress(other.by, { claimId: claim.id, words: 'x' })),
      await failureOf(ctx, () => finishClaim(other.by, { claimId: claim.id, words: '' })),
    ]).toEqual(['forbidden', 'forbidden', 'forbidden'])
  }))

test('what was done until then stays without numbers that find a person', () =>
  rolledBack(async (ctx) => {
    const { by, claim } = await makeClaim(ctx)
    const handing = { ...handBack(claim.id), kept: '找陈阿姨 10012345678 拿钥匙' }
    await endClaim(by, handing)
    expect((await findClaim(ctx, claim.id))!.kept).toBe('找陈阿姨 *** 拿钥匙')
  }))

test('without a word to the resident a claim is warned of, and lapses two days later', () =>
  rolledBack(async (ctx) => {
    const { matter, claim } = await makeClaim(ctx)
    const facts = async () =>
      (
        await ctx.tx
          .selectFrom('fact')
          .select('name')
          .where('subjectId', '=', claim.id)
          .orderBy('id')
          .execute()
      ).map(({ name }) => name)
    await tendClaims(after(ctx, 5))
    expect(await facts()).toEqual(['matter.claimed'])
    await tendClaims(after(ctx, 5.1))
    await tendClaims(after(ctx, 6))
    expect(await facts()).toEqual(['matter.claimed', 'claim.warned'])
    await tendClaims(after(ctx, 7.1))
    await tendClaims(after(ctx, 7.2))
    expect(await facts()).toEqual(['matter.claimed', 'claim.warned', 'claim.lapsed'])
    expect((await findMatter(ctx, matter.id))!.status).toBe('open')
  }))

test('a round that was missed warns first and ends a day later', () =>
  rolledBack(async (ctx) => {
    const { claim } = await makeClaim(ctx)
    await tendClaims(after(ctx, 12))
    await tendClaims(after(ctx, 12.5))
    expect((await findClaim(ctx, claim.id))!.endedAt).toBe(null)
    await tendClaims(after(ctx, 13))
    expect((await findClaim(ctx, claim.id))!.ending).toBe('lapsed')
  }))

test('a branch that has spoken with the resident, or is done, keeps its claim', () =>
  rolledBack(async (ctx) => {
    const [spoken, done] = [await makeClaim(ctx), await makeClaim(ctx)]
    await tendClaims(after(ctx, 6))
    await noteProgress(after(spoken.by, 6), { claimId: spoken.claim.id, words: '周三去看' })
    await finishClaim(after(done.by, 6), { claimId: done.claim.id, words: '' })
    await tendClaims(after(ctx, 20))
    expect((await findClaim(ctx, spoken.claim.id))!.endedAt).toBe(null)
    expect((await findClaim(ctx, done.claim.id))!.endedAt).toBe(null)
    const handing = () => endClaim(done.by, handBack(done.claim.id))
    expect(await failureOf(ctx, handing)).toBe('claim.saidDone')
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    expect(await failureOf(ctx, () => tendClaims(office))).toBe('forbidden')
  }))
