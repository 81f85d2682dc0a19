import { z } from 'zod'
import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { reviewed, unasked } from '#app/platform/fsrs.ts'
import { newId } from '#app/platform/ids.ts'
import { later } from '#app/platform/time.ts'
import { firstAnswers, listenersOf, questionsAskedIn } from './queries.ts'
import { firstAskedAfter } from './rules.ts'

export const DealCards = z.union([
  /** Someone took a course. */
  z.strictObject({ courseId: z.uuid(), personId: z.uuid() }),
  /** A course is out: who heard what it was made of. */
  z.strictObject({ courseId: z.uuid() }),
  /** A session was held of which there are courses already. */
  z.strictObject({ sessionId: z.uuid() }),
])

type NewCard = ReturnType<typeof unasked> & {
  personId: string
  questionId: string
  learnedAt: Date
  sessionId: string | null
}

/** Gives people their recall cards for what they took or heard; who has a card already keeps it. */
export async function dealCards(ctx: Context, input: z.infer<typeof DealCards>): Promise<void> {
  const cards =
    'personId' in input
      ? await cardsTaken(ctx, input.courseId, input.personId)
      : await cardsHeard(ctx, input)
  authorise(isProgram(ctx.actor))
  if (cards.length === 0) return
  await ctx.tx
    .insertInto('recallCard')
    .values(cards.map((card) => ({ streetId: ctx.street, id: newId(), ...card })))
    .onConflict((conflict) => conflict.columns(['streetId', 'personId', 'questionId']).doNothing())
    .execute()
}

/** The first answer in a course counts as a card's first review. */
async function cardsTaken(ctx: Context, courseId: string, personId: string): Promise<NewCard[]> {
  const answers = await firstAnswers(ctx, courseId, personId)
  return answers.map(({ questionId, correct, madeAt }) => ({
    ...reviewed(unasked(madeAt), correct, madeAt).state,
    personId,
    questionId,
    learnedAt: madeAt,
    sessionId: null,
  }))
}

/** Of a talk nothing is known yet; its cards are first asked after a week. */
async function cardsHeard(
  ctx: Context,
  of: { courseId: string } | { sessionId: string },
): Promise<NewCard[]> {
  const heard = await listenersOf(ctx, of)
  const courseIds = [...new Set(heard.map(({ courseId }) => courseId))]
  const asked = Map.groupBy(await questionsAskedIn(ctx, courseIds), ({ courseId }) => courseId)
  return heard.flatMap(({ courseId, personId, sessionId, heardAt }) =>
    (asked.get(courseId) ?? []).map(({ questionId }) => ({
      ...unasked(heardAt),
      dueAt: later(heardAt, firstAskedAfter),
      personId,
      questionId,
      learnedAt: heardAt,
      sessionId,
    })),
  )
}
