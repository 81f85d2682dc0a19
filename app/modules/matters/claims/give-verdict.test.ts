import { expect, test } from 'vitest'
import { whoSawContacts } from '#app/modules/people/queries.ts'
import { type Context, nobody } from '#app/platform/context.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeCommunity, makePerson } from '#test/make.ts'
import {
  claimInput,
  makeClaim,
  makeClaimer,
  makeMatter,
  makeNeed,
  matterInput,
  needInput,
} from '#test/make-matters.ts'
import { joinNeed } from '../board/join-need.ts'
import { publishMatter } from '../board/publish-matter.ts'
import { findMatter } from '../board/queries.ts'
import { linkTo } from '../needs/queries.ts'
import { sayNeed } from '../needs/say-need.ts'
import { seeContact } from '../needs/see-contact.ts'
import { callBack } from './call-back.ts'
import { claimMatter } from './claim-matter.ts'
import { finishClaim } from './finish-claim.ts'
import { giveVerdict } from './give-verdict.ts'
import { claimsOf, findClaim, verdictsOf } from './queries.ts'
import { seeResidents } from './see-residents.ts'

const verdict = (needId: string, solved: 'yes' | 'no' = 'yes', link = '') => ({
  needId,
  solved,
  words: '',
  link,
})
const statusOf = async (ctx: Context, matterId: string) => (await findMatter(ctx, matterId))!.status

async function makeDone(ctx: Context) {
  const made = await makeClaim(ctx)
  await finishClaim(made.by, { claimId: made.claim.id, words: '三盏灯都换了' })
  return made
}

test('the branch says done, the resident confirms by link, and only then it is over', () =>
  rolledBack(async (ctx) => {
    const { matter, claim } = await makeDone(ctx)
    expect(await statusOf(ctx, matter.id)).toBe('done')
    const open = { ...ctx, actor: nobody }
    const link = await linkTo(ctx, matter.need.id)
    await giveVerdict(open, verdict(matter.need.id, 'yes', link))
    expect([await statusOf(ctx, matter.id), (await findClaim(ctx, claim.id))!.ending]).toEqual([
      'confirmed',
      'confirmed',
    ])
    expect(await failureOf(ctx, () => giveVerdict(open, verdict(matter.need.id, 'no', link)))).toBe(
      'verdict.notDone',
    )
  }))

test('a link of another need, a forged one and none confirm nothing', () =>
  rolledBack(async (ctx) => {
    const { matter } = await makeDone(ctx)
    const open = { ...ctx, actor: nobody }
    const other = await linkTo(ctx, (await makeNeed(ctx)).id)
    for (const link of [other, 'forged', ''])
      expect(
        await failureOf(ctx, () => giveVerdict(open, verdict(matter.need.id, 'yes', link))),
      ).toBe('forbidden')
  }))

test('not solved: the branch goes on, someone calls back, and a second look can confirm', () =>
  rolledBack(async (ctx) => {
    const { matter, claim, by } = await makeDone(ctx)
    const staff = await as(ctx, await makeAppointed(ctx, 'staff', matter.communityId))
    await giveVerdict(staff, { ...verdict(matter.need.id, 'no'), words: '二楼还是黑的' })
    const reopened = (await findClaim(ctx, claim.id))!
    expect([await statusOf(ctx, matter.id), reopened.doneAt, reopened.endedAt]).toEqual([
      'claimed',
      null,
      null,
    ])
    const [unsolved] = await verdictsOf(ctx, matter.id)
    expect([unsolved!.words, unsolved!.how]).toEqual(['二楼还是黑的', 'phone'])
    const call = { verdictId: unsolved!.id, words: '周四再去' }
    expect(await failureOf(ctx, () => callBack(by, call))).toBe('forbidden')
    await callBack(staff, call)
    expect(await failureOf(ctx, () => callBack(staff, call))).toBe('verdict.calledBack')
    await finishClaim(by, { claimId: claim.id, words: '' })
    await giveVerdict(staff, verdict(matter.need.id))
    expect(await statusOf(ctx, matter.id)).toBe('confirmed')
    const [solved] = await verdictsOf(ctx, matter.id)
    expect(await failureOf(ctx, () => callBack(staff, { verdictId: solved!.id, words: 'x' }))).toBe(
      'verdict.wasSolved',
    )
  }))

test('who did it can’t confirm it: not as staff, not for the branch, not as the resident', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const { branch, organiser } = await makeClaimer(ctx, matter.communityId)
    const helper = await makeAppointed(ctx, 'staff', matter.communityId)
    const by = await as(ctx, organiser)
    const claim = await claimMatter(by, {
      ...claimInput(matter.id, branch.id),
      assignedTo: helper.id,
    })
    await finishClaim(by, { claimId: claim.id, words: '' })
    const yes = verdict(matter.need.id)
    expect(await failureOf(ctx, async () => giveVerdict(await as(ctx, helper), yes))).toBe(
      'verdict.byClaimer',
    )
    expect(await failureOf(ctx, () => giveVerdict(by, yes))).toBe('forbidden')
    const secretary = await makeAppointed(ctx, 'secretary', branch.id)
    const link = await linkTo(ctx, matter.need.id)
    const withLink = { ...yes, link }
    expect(await failureOf(ctx, async () => giveVerdict(await as(ctx, secretary), withLink))).toBe(
      'verdict.byClaimer',
    )
    const other = await as(ctx, await makeAppointed(ctx, 'staff', matter.communityId))
    expect(await failureOf(ctx, () => giveVerdict(other, yes))).toBe(undefined)
  }))

test('a claimer who is the resident is confirmed by someone who asks', () =>
  rolledBack(async (ctx) => {
    const { branch, organiser, by } = await makeClaimer(ctx)
    const { phone } = (await ctx.tx
      .selectFrom('person')
      .select('phone')
      .where('id', '=', organiser.id)
      .executeTakeFirst())!
    const matter = await makeMatter(ctx)
    const need = await makeNeed(ctx, { communityId: matter.communityId, phone: phone! })
    await joinNeed(await as(ctx, matter.office), { needId: need.id, matterId: matter.id })
    const claim = await claimMatter(by, claimInput(matter.id, branch.id))
    await finishClaim(by, { claimId: claim.id, words: '' })
    const link = await linkTo(ctx, need.id)
    const open = { ...ctx, actor: nobody }
    expect(await failureOf(ctx, () => giveVerdict(open, verdict(need.id, 'yes', link)))).toBe(
      'verdict.byClaimer',
    )
  }))

test('who called it solved does not reopen it, and the other’s word counts as it was', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const second = await makeNeed(ctx, { communityId: matter.communityId })
    await joinNeed(await as(ctx, matter.office), { needId: second.id, matterId: matter.id })
    const { branch, by } = await makeClaimer(ctx)
    const claim = await claimMatter(by, claimInput(matter.id, branch.id))
    await finishClaim(by, { claimId: claim.id, words: '' })
    const open = { ...ctx, actor: nobody }
    const say = async (needId: string, solved: 'yes' | 'no') =>
      giveVerdict(open, verdict(needId, solved, await linkTo(ctx, needId)))
    await say(second.id, 'yes')
    expect(await failureOf(ctx, () => say(second.id, 'no'))).toBe('verdict_once')
    expect(await statusOf(ctx, matter.id)).toBe('done')
    await say(matter.need.id, 'yes')
    expect(await statusOf(ctx, matter.id)).toBe('confirmed')
  }))

test('a matter of two needs is over when both residents call it solved', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx)
    const second = await makeNeed(ctx, { communityId: matter.communityId })
    const office = await as(ctx, matter.office)
    await joinNeed(office, { needId: second.id, matterId: matter.id })
    const { branch, by } = await makeClaimer(ctx)
    const claim = await claimMatter(by, claimInput(matter.id, branch.id))
    expect(await failureOf(ctx, () => giveVerdict(office, verdict(second.id)))).toBe(
      'verdict.notDone',
    )
    await finishClaim(by, { claimId: claim.id, words: '' })
    await giveVerdict(office, verdict(matter.need.id))
    expect(await statusOf(ctx, matter.id)).toBe('done')
    expect(await failureOf(ctx, () => giveVerdict(office, verdict(matter.need.id)))).toBe(
      'verdict_once',
    )
    await giveVerdict(office, verdict(second.id))
    expect(await statusOf(ctx, matter.id)).toBe('confirmed')
  }))

test('of a shared matter the residents are asked when both branches are done', () =>
  rolledBack(async (ctx) => {
    const matter = await makeMatter(ctx, { parts: '换灯\n接线' })
    const [one, two] = [await makeClaimer(ctx), await makeClaimer(ctx)]
    const first = await claimMatter(one.by, claimInput(matter.id, one.branch.id))
    await finishClaim(one.by, { claimId: first.id, words: '' })
    expect(await statusOf(ctx, matter.id)).toBe('open')
    const second = await claimMatter(two.by, { ...claimInput(matter.id, two.branch.id), part: 1 })
    expect(await statusOf(ctx, matter.id)).toBe('claimed')
    await finishClaim(two.by, { claimId: second.id, words: '' })
    expect(await statusOf(ctx, matter.id)).toBe('done')
    expect(await failureOf(ctx, () => finishClaim(two.by, { claimId: second.id, words: '' }))).toBe(
      'claim.saidDone',
    )
  }))

test('the resident’s number opens for who is assigned and for staff, and that is noted', () =>
  rolledBack(async (ctx) => {
    const { matter, by } = await makeClaim(ctx)
    const stranger = await makeClaimer(ctx)
    const see = { matterId: matter.id }
    expect(await failureOf(ctx, () => seeResidents(stranger.by, see))).toBe('forbidden')
    await seeResidents(by, see)
    const facts = await ctx.tx
      .selectFrom('fact')
      .select('actorId')
      .where('subjectId', '=', matter.id)
      .where('name', '=', 'resident.seen')
      .execute()
    expect(facts).toEqual([{ actorId: by.actor.personId }])
    expect((await claimsOf(ctx, matter.id))[0]!.assignedTo).toBe(by.actor.personId)
  }))

test('a resident whom the street knows sees who opened their number, and for what', () =>
  rolledBack(async (ctx) => {
    const resident = await makePerson(ctx)
    const { id: communityId } = await makeCommunity(ctx)
    const need = await sayNeed(await as(ctx, resident), needInput(communityId))
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const byOn = addDays(dayOf(ctx.now), 30)
    const matter = await publishMatter(office, { ...matterInput, byOn, needIds: [need.id] })
    const { by, branch } = await makeClaimer(ctx, communityId)
    await claimMatter(by, claimInput(matter.id, branch.id))
    await seeContact(office, { needId: need.id })
    await seeResidents(by, { matterId: matter.id })
    const seen = (await whoSawContacts(ctx, resident.id)).map(({ subjectId }) => subjectId)
    expect(seen).toEqual([matter.id, need.id])
  }))
