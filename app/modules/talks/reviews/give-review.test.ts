import { expect, test } from 'vitest'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { type Context, nobody, system } from '#app/platform/context.ts'
import { signLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, queriesDuring, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeHeld } from '#test/make-reviews.ts'
import { factsOf } from '#test/make-sessions.ts'
import { findOrder } from '../orders/queries.ts'
import { giveReview } from './give-review.ts'
import { noteCall } from './note-call.ts'
import { askForReviews } from './notices.ts'
import { callBacks, reviewing, reviewsToGive, talkRecord, wordsOfTalk } from './queries.ts'

const good = { level: 5, asOrdered: 'yes', words: '讲得明白', way: 'page' } as const

const rows = (ctx: Context) =>
  ctx.tx
    .selectFrom('review')
    .select(['level', 'asOrdered', 'words', 'way', 'enteredBy', 'callDueOn'])
    .where('streetId', '=', ctx.street)
    .execute()

test('a unit says what it thought, once; its order is reviewed', () =>
  rolledBack(async (ctx) => {
    const { order, branch, byOrganiser, organiser } = await makeHeld(ctx)
    const input = { ...good, orderId: order.id, unitId: branch.id }
    await giveReview(byOrganiser, input)
    expect((await findOrder(ctx, order.id))!.status).toBe('reviewed')
    expect(await failureOf(ctx, () => giveReview(byOrganiser, input))).toBe('review_once')
    expect(await rows(ctx)).toEqual([{ ...good, enteredBy: organiser.id, callDueOn: null }])
  }))

test('a unit that came along says so too, and is asked on its page', () =>
  rolledBack(async (ctx) => {
    const { order, branch, byOrganiser } = await makeHeld(ctx)
    const guest = await makeBranch(ctx)
    const secretary = await as(ctx, await makeAppointed(ctx, 'secretary', guest.id))
    await ctx.tx
      .insertInto('orderGuest')
      .values({ streetId: ctx.street, orderId: order.id, unitId: guest.id, headCount: 5 })
      .execute()
    const ofGuest = { ...good, orderId: order.id, unitId: guest.id }
    expect(await failureOf(ctx, () => giveReview(byOrganiser, ofGuest))).toBe('forbidden')
    const then = later(ctx.now, 20 * day)
    const waiting = () => reviewsToGive({ ...ctx, now: then }, scopeOf(secretary.actor, unitRoles))
    expect((await waiting()).map(({ unitId }) => unitId)).toEqual([guest.id])
    await giveReview(byOrganiser, { ...ofGuest, unitId: branch.id })
    await giveReview(secretary, ofGuest)
    expect([await waiting(), (await rows(ctx)).length]).toEqual([[], 2])
  }))

test('a talk that was not held, or a unit that was not there, takes no review', () =>
  rolledBack(async (ctx) => {
    const { order, branch, office, dispatch, hold } = await makeHeld(ctx, 'accepted')
    const other = await makeBranch(ctx)
    const byOffice = await as(ctx, office)
    const input = { ...good, orderId: order.id, unitId: other.id }
    expect(await failureOf(ctx, () => giveReview(byOffice, input))).toBe('review.notHeld')
    await hold(dispatch.id)
    expect(await failureOf(ctx, () => giveReview(byOffice, input))).toBe('review.notTheirs')
    const stranger = await as(ctx, await makeAppointed(ctx, 'organiser', other.id))
    expect(await failureOf(ctx, () => giveReview(stranger, input))).toBe('review.notTheirs')
    const theirs = { ...good, orderId: order.id, unitId: branch.id }
    expect(await failureOf(ctx, () => giveReview(stranger, theirs))).toBe('forbidden')
  }))

test('staff write down what stood on paper or was said by phone, on behalf of who ordered', () =>
  rolledBack(async (ctx) => {
    const { order, branch, byOffice, office, organiser } = await makeHeld(ctx)
    const input = { ...good, orderId: order.id, unitId: branch.id, way: 'paper' as const }
    await giveReview(byOffice, input)
    expect((await rows(ctx))[0]).toMatchObject({ way: 'paper', enteredBy: office.id })
    const facts = await factsOf(ctx, order.id)
    expect(facts.at(-1)).toMatchObject({
      name: 'review.given',
      actorId: office.id,
      onBehalfOf: organiser.id,
    })
  }))

test('a link takes the review of its own order, of the unit that ordered, for thirty days', () =>
  rolledBack(async (ctx) => {
    const { order, branch } = await makeHeld(ctx)
    const other = await makeHeld(ctx)
    const link = await signLink(ctx, reviewing, order.id, later(ctx.now, 30 * day))
    const byLink = { ...ctx, actor: nobody, address: '10.0.0.1' }
    const input = { ...good, orderId: order.id, unitId: branch.id, link }
    const attempt = (more: Partial<Parameters<typeof giveReview>[1]>, at: Context = byLink) =>
      failureOf(ctx, () => giveReview(at, { ...input, ...more }))
    expect(await attempt({ orderId: other.order.id, unitId: other.branch.id })).toBe('forbidden')
    expect(await attempt({ unitId: other.branch.id })).toBe('forbidden')
    const forInvitation = await signLink(ctx, 'invitation', order.id, later(ctx.now, day))
    expect(await attempt({ link: forInvitation })).toBe('notFound')
    expect(await attempt({ link: undefined })).toBe('forbidden')
    expect(await attempt({}, { ...byLink, now: later(ctx.now, 31 * day) })).toBe('review.linkOver')
    expect(await attempt({})).toBe(undefined)
    expect(await attempt({})).toBe('review_once')
    expect(await rows(ctx)).toEqual([{ ...good, way: 'link', enteredBy: null, callDueOn: null }])
  }))

test('who was let down is called by the next working day, and what came of it is kept', () =>
  rolledBack(async (ctx) => {
    const { order, branch, byOrganiser, byOffice } = await makeHeld(ctx)
    const input = { ...good, orderId: order.id, unitId: branch.id, asOrdered: 'no' as const }
    const { id, callDueOn } = await giveReview(byOrganiser, input)
    expect(callDueOn).toBe('2022-01-13')
    expect((await callBacks(ctx)).map((review) => review.id)).toEqual([id])
    const call = { reviewId: id, note: '下周再派一次' }
    expect(await failureOf(ctx, () => noteCall(byOrganiser, call))).toBe('forbidden')
    await noteCall(byOffice, call)
    expect(await callBacks(ctx)).toEqual([])
    expect(await failureOf(ctx, () => noteCall(byOffice, call))).toBe('review.alreadyCalled')
  }))

test('where the holidays of the year are not known no day is named, and it waits all the same', () =>
  rolledBack(async (ctx) => {
    const { order, branch, byOrganiser } = await makeHeld(ctx)
    const then = { ...byOrganiser, now: new Date('2031-05-06T10:00:00+08:00') }
    const input = { ...good, orderId: order.id, unitId: branch.id, level: 1 }
    expect(await giveReview(then, input)).toMatchObject({ callDueOn: null })
    expect(await callBacks(ctx)).toHaveLength(1)
  }))

test('who ordered is asked by a link when the talk was held', () =>
  rolledBack(async (ctx) => {
    const { order, organiser } = await makeHeld(ctx)
    const fact = { id: order.id, subjectId: order.id, name: 'order.held' }
    const asked = { ...fact, actorId: null, at: ctx.now, reason: null, details: {} }
    await askForReviews({ ...ctx, actor: system }, asked)
    const notices = await ctx.tx
      .selectFrom('notice')
      .select(['personId', 'name', 'link'])
      .where('factId', '=', order.id)
      .execute()
    expect(notices).toEqual([
      {
        personId: organiser.id,
        name: 'review.asked',
        link: expect.stringMatching(/^\/v\/[\w-]{54}$/),
      },
    ])
  }))

test('a talk’s record stands from five answers on, in as many queries as before', () =>
  rolledBack(async (ctx) => {
    const first = await makeHeld(ctx)
    const talkId = first.talk.id
    const record = () => talkRecord(ctx, talkId)
    await giveReview(first.byOrganiser, {
      ...good,
      orderId: first.order.id,
      unitId: first.branch.id,
    })
    const before = await queriesDuring(record)
    expect(await record()).toMatchObject({ asked: 1, answers: 1, mean: null, levels: null })
    expect(await wordsOfTalk(ctx, await record(), talkId)).toEqual([])
    for (const level of [5, 4, 3, 2, 1]) {
      const { order, branch, byOrganiser } = await makeHeld(ctx, 'held', first)
      if (level === 1) continue
      const input = { orderId: order.id, unitId: branch.id, level, words: `第${level}份` }
      await giveReview(byOrganiser, { ...good, ...input })
    }
    expect(await record()).toMatchObject({ asked: 6, answers: 5, mean: 3.8 })
    expect((await wordsOfTalk(ctx, await record(), talkId)).toSorted()).toEqual(
      ['第2份', '第3份', '第4份', '第5份', '讲得明白'].toSorted(),
    )
    expect(await queriesDuring(record)).toBe(before)
    const late = await makeHeld(ctx, 'held', first)
    const angry = { ...good, orderId: late.order.id, unitId: late.branch.id, level: 1 }
    await giveReview({ ...late.byOrganiser, now: later(ctx.now, day) }, angry)
    expect(await record()).toMatchObject({ asked: 7, answers: 6, mean: 3.8 })
  }))
