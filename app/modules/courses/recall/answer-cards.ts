import { sql } from 'kysely'
import { z } from 'zod'
import { isSelf, isSignedIn } from '#app/modules/people/access.ts'
import { actFor } from '#app/modules/people/act-for.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, NotFound, refuseIf } from '#app/platform/errors.ts'
import { type MemoryState, reviewed } from '#app/platform/fsrs.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf } from '#app/platform/time.ts'
import { isRight } from '../making/rules.ts'
import { Answer } from '../taking/answer-questions.ts'
import { type AskedCard, answeredOn, lockCards, lockRecall, openLink } from './queries.ts'
import { daysLearned, mostADay, whyNotAsked, whyNotMore, whyNotOpened } from './rules.ts'

/** Whose card is answered: one's own, another person's by phone, or those that a link opens. */
export const Whose = {
  personId: z.uuid().optional(),
  link: z.string().max(1000).optional(),
}

export const AnswerCards = z.strictObject({
  answers: z
    .array(z.strictObject({ cardId: z.uuid(), answer: Answer }))
    .min(1)
    .max(mostADay)
    .refine((answers) => new Set(answers.map(({ cardId }) => cardId)).size === answers.length),
  ...Whose,
})

/** Someone answers recall cards, at most five a day; what was right and what was not says when to ask again. */
export async function answerCards(
  ctx: Context,
  input: z.infer<typeof AnswerCards>,
): Promise<{ reviews: { id: string; correct: boolean }[] }> {
  const opened = input.link === undefined ? null : found(await openLink(ctx, input.link))
  authorise(opened !== null || isSignedIn(ctx.actor))
  const personId = opened ? opened.personId : (input.personId ?? found(ctx.actor.personId))
  if (!opened && !isSelf(ctx.actor, personId)) await actFor(ctx, personId)
  const cardIds = input.answers.map(({ cardId }) => cardId)
  refuseIf(opened && whyNotOpened(opened, cardIds))
  await lockRecall(ctx, personId)
  const cards = new Map((await lockCards(ctx, personId, cardIds)).map((card) => [card.id, card]))
  const answered = await answeredOn(ctx, personId, dayOf(ctx.now))
  if (cards.size < cardIds.length) throw new NotFound('no such card')
  for (const card of cards.values()) refuseIf(whyNotAsked(card, ctx.now))
  refuseIf(whyNotMore(answered, cardIds.length))
  const way = opened ? 'link' : personId === ctx.actor.personId ? 'page' : 'helper'
  const given = input.answers.map(({ cardId, answer }, at) => {
    const card = cards.get(cardId)!
    return outcomeOf(ctx, card, answer, { turn: answered + at + 1, way })
  })
  await ctx.tx
    .insertInto('recallReview')
    .values(given.map(({ review }) => review))
    .execute()
  await keepStates(ctx, given)
  return { reviews: given.map(({ review: { id, correct } }) => ({ id, correct })) }
}

function outcomeOf(
  ctx: Context,
  card: AskedCard,
  answer: string[],
  how: { turn: number; way: 'page' | 'link' | 'helper' },
) {
  const correct = isRight(card.question, answer)
  const { state, log } = reviewed(card, correct, ctx.now)
  const review = {
    streetId: ctx.street,
    id: newId(),
    cardId: card.id,
    personId: card.personId,
    questionId: card.questionId,
    questionVersionId: card.question.versionId,
    ...how,
    onDay: dayOf(ctx.now),
    answer,
    correct,
    daysLearned: daysLearned(card.learnedAt, ctx.now),
    ...log,
    madeBy: ctx.actor.personId,
    madeAt: ctx.now,
  }
  return { state, review }
}

/** Five cards in one statement. */
async function keepStates(
  ctx: Context,
  given: readonly { state: MemoryState; review: { cardId: string } }[],
): Promise<void> {
  const states = given.map(({ state, review }) => ({ id: review.cardId, ...state }))
  await sql`
    update recall_card card set due_at = s."dueAt", stability = s.stability, difficulty = s.difficulty,
      elapsed_days = s."elapsedDays", scheduled_days = s."scheduledDays", learning_steps = s."learningSteps",
      reps = s.reps, lapses = s.lapses, state = s.state, last_review_at = s."lastReviewAt"
    from json_to_recordset(${JSON.stringify(states)}) as s (id uuid, "dueAt" timestamptz, stability numeric,
      difficulty numeric, "elapsedDays" int, "scheduledDays" int, "learningSteps" int, reps int, lapses int,
      state int, "lastReviewAt" timestamptz)
    where card.street_id = ${ctx.street} and card.id = s.id`.execute(ctx.tx)
}
