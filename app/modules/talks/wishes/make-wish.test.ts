import { expect, test } from 'vitest'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch } from '#test/make.ts'
import { makeTalk } from '#test/make-talks.ts'
import { retireTalk } from '../menu/retire-talk.ts'
import { answerWish } from './answer-wish.ts'
import { makeWish } from './make-wish.ts'
import { findWish, wishesIn } from './queries.ts'

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
    const retired = { ...answer, talkId: talk.id }
    expect(await failureOf(ctx, () => answerWish(ctx, retired))).toBe('wish.talkRetired')
  }))
