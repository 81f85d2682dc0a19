import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseFaults, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession, maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { peopleToSeat } from '../seats/queries.ts'
import { questionsOf } from './queries.ts'
import { answerKey, faultsOfAnswers, whyNotAnswered } from './rules.ts'

const answer = z.string().trim().max(200).optional()
/** What was typed or chosen at each question. */
export const AnswersInput = z.strictObject({
  q1: answer,
  q2: answer,
  q3: answer,
  q4: answer,
  q5: answer,
})

export const AnswerOnSignUp = z.strictObject({
  sessionId: z.uuid(),
  /** Whose answers they are: a family gives them together. */
  personIds: z.array(z.uuid()).min(1).max(20),
  answers: AnswersInput,
})

/**
 * What the organiser asks is answered, by the person, a guardian, or who signs the person up; again
 * until sign-up closes. What is left empty now is gone.
 */
export async function answerOnSignUp(ctx: Context, input: z.infer<typeof AnswerOnSignUp>) {
  authorise(isSignedIn(ctx.actor))
  const session = found(await lockSession(ctx, input.sessionId))
  const personIds = [...new Set(input.personIds)]
  const people = await peopleToSeat(ctx, personIds)
  found(people.length === personIds.length ? people : null)
  const questions = await questionsOf(ctx, session.id)
  for (const person of people) authorise(maySignUp(ctx.actor, person, session))
  refuseIf(whyNotAnswered(session, mayRunSession(ctx.actor, session), ctx.now))
  refuseFaults(faultsOfAnswers(questions, input.answers))
  const given = questions.flatMap(({ position }) => {
    const said = input.answers[answerKey(position)]
    return said ? [{ position, answer: said }] : []
  })
  await ctx.tx
    .deleteFrom('signUpAnswer')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where('personId', '=', (is) => is.fn.any(is.val(personIds)))
    .execute()
  const about = { streetId: ctx.street, sessionId: session.id, saidAt: ctx.now }
  if (given.length > 0)
    await ctx.tx
      .insertInto('signUpAnswer')
      .values(
        personIds.flatMap((personId) => given.map((each) => ({ ...about, personId, ...each }))),
      )
      .execute()
  await record(ctx, 'questions.answered', session.id, { details: { personIds } })
}
