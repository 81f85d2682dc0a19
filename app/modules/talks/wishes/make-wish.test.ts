import { expect, test } from 'vitest'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeTalk } from '#test/make-talks.ts'
import { retireTalk } from '../menu/retire-talk.ts'
import { answerWish } from './answer-wish.ts'
import { makeWish } from './make-wish.ts'
import { findWish, wishesIn, wishesWaiting } from './queries.ts'

test('a branch wishes for a talk, and the office answers once with one', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const office = await as(ctx, await makeAppointed(ctx, 'office'))
    const talk = await makeTalk(ctx)
    const { id: wishId } = await makeWish(organiser, { unitId: branch.id, words: '怎样装扶手' })
    const roles = [...officeRoles, ...unitRoles]
    expect((await wishesIn(ctx, scopeOf(organiser.actor, roles))).map((wish) => wish.id)).toEqual([
      wishId,
    ])
    const answer = { wishId, answer: '春天有人来讲。', talkId: talk.id }
    await answerWish(office, answer)
    expect(await findWish(ctx, wishId)).toMatchObject({
      words: '怎样装扶手',
      answer: '春天有人来讲。',
      talkId: talk.id,
    })
    expect(await failureOf(ctx, () => answerWish(office, answer))).toBe('wish.alreadyAnswered')
  }))

test('no wish for another branch, no answer from a branch, and none with a retired talk', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const other = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const elsewhere = { unitId: other.id, words: '书法' }
    expect(await failureOf(ctx, () => makeWish(organiser, elsewhere))).toBe('forbidden')
    const { id: wishId } = await makeWish(organiser, { unitId: branch.id, words: '书法' })
    const answer = { wishId, answer: '好' }
    expect(await failureOf(ctx, () => answerWish(organiser, answer))).toBe('forbidden')
    const talk = await makeTalk(ctx)
    await retireTalk(ctx, { talkId: talk.id })
    const draft = await makeTalk(ctx, [], { draft: true })
    for (const talkId of [talk.id, draft.id]) {
      const off = { ...answer, talkId }
      expect(await failureOf(ctx, () => answerWish(ctx, off))).toBe('wish.talkNotOnMenu')
    }
  }))

test('the office sees how many wishes wait, and how many longer than five working days', () =>
  rolledBack(async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await as(ctx, await makeAppointed(ctx, 'organiser', branch.id))
    const { id: wishId } = await makeWish(organiser, { unitId: branch.id, words: '书法' })
    await makeWish(organiser, { unitId: branch.id, words: '扶手' })
    const on = (day: string) => ({ ...ctx, now: new Date(`${day}T09:00:00+08:00`) })
    // Made on a Wednesday: the fifth working day is the next Wednesday.
    expect(await wishesWaiting(on('2022-01-19'))).toEqual({ count: 2, overdue: 0 })
    expect(await wishesWaiting(on('2022-01-20'))).toEqual({ count: 2, overdue: 2 })
    await answerWish(await as(ctx, await makeAppointed(ctx, 'office')), { wishId, answer: '好' })
    expect(await wishesWaiting(on('2022-01-20'))).toEqual({ count: 1, overdue: 1 })
  }))
