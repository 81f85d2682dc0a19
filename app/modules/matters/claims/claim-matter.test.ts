import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeCommunity } from '#test/make.ts'
import { claimInput, makeClaim, makeClaimer, makeMatter } from '#test/make-matters.ts'
import { findMatter } from '../board/queries.ts'
import { withdrawMatter } from '../board/withdraw-matter.ts'
import { claimMatter } from './claim-matter.ts'
import { findClaim, liveClaims } from './queries.ts'

test('a branch takes a matter on, and a second one is told so', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const [first, second] = [await makeClaimer(ctx), await makeClaimer(ctx)]
    const claim = await claimMatter(first.by, claimInput(matter.id, first.branch.id))
    expect((await findMatter(ctx, matter.id))!.status).toBe('claimed')
    const made = (await findClaim(ctx, claim.id))!
    expect([made.unitId, made.assignedTo]).toEqual([first.branch.id, first.organiser.id])
    expect(
      await failureOf(ctx, () => claimMatter(second.by, claimInput(matter.id, second.branch.id))),
    ).toBe('claim_taken')
  }))

test('a branch shares a matter by naming the parts; another takes the rest', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const [first, second] = [await makeClaimer(ctx), await makeClaimer(ctx)]
    const share = { ...claimInput(matter.id, first.branch.id), ownPart: '换灯', otherParts: '接线' }
    await claimMatter(first.by, share)
    const shared = (await findMatter(ctx, matter.id))!
    expect([shared.status, shared.parts]).toEqual(['open', ['换灯', '接线']])
    const rest = claimInput(matter.id, second.branch.id)
    expect(await failureOf(ctx, () => claimMatter(second.by, rest))).toBe('claim_taken')
    expect(
      await failureOf(ctx, () =>
        claimMatter(second.by, { ...rest, part: 1, ownPart: 'a', otherParts: 'b' }),
      ),
    ).toBe('claim.notToBeShared')
    await claimMatter(second.by, { ...rest, part: 1 })
    expect((await liveClaims(ctx, matter.id)).map(({ partName }) => partName)).toEqual([
      '换灯',
      '接线',
    ])
    expect((await findMatter(ctx, matter.id))!.status).toBe('claimed')
  }))

test('the office claims for a branch that calls, naming one of the branch', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const { branch } = await makeClaimer(ctx)
    const office = await as(ctx, matter.office)
    const input = claimInput(matter.id, branch.id)
    expect(await failureOf(ctx, () => claimMatter(office, input))).toBe('claim.notOfBranch')
    const member = await makeAppointed(ctx, 'member', branch.id)
    const claim = await claimMatter(office, { ...input, assignedTo: member.id })
    expect((await findClaim(ctx, claim.id))!.assignedTo).toBe(member.id)
  }))

test('not for another branch, nor for a community, nor one that is not of this street', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const [own, other] = [await makeClaimer(ctx), await makeClaimer(ctx)]
    const community = await makeCommunity(ctx)
    const keeper = await as(ctx, await makeAppointed(ctx, 'organiser', community.id))
    const nowhere = '018f0000-0000-7000-8000-000000000000'
    const tried = async (by: typeof ctx, unitId: string) =>
      failureOf(ctx, () => claimMatter(by, claimInput(matter.id, unitId)))
    expect([
      await tried(own.by, other.branch.id),
      await tried(keeper, community.id),
      await tried(own.by, nowhere),
    ]).toEqual(['forbidden', 'claim.notABranch', 'notFound'])
  }))

test('nobody claims what is withdrawn', () =>
  rolledBack(async (ctx) => {
    const { matter, by, branch } = await makeClaim(ctx)
    await withdrawMatter(await as(ctx, matter.office), { matterId: matter.id, reason: '不用了' })
    expect(await failureOf(ctx, () => claimMatter(by, claimInput(matter.id, branch.id)))).toBe(
      'matter.over',
    )
  }))

test('the database itself holds one claim to a part', () =>
  rolledBack(async (ctx) => {
    const { claim } = await makeClaim(ctx)
    const row = (await findClaim(ctx, claim.id))!
    const again = () =>
      ctx.tx
        .insertInto('claim')
        .values({ ...row, id: newId() })
        .execute()
    expect(await failureOf(ctx, again)).toBe('claim_taken')
  }))
