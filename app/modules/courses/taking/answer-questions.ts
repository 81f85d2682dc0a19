import { z } from 'zod'
import { isSelf, isSignedIn } from '#app/modules/people/access.ts'
import { actFor } from '#app/modules/people/act-for.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { findCourse, questionsOf } from '../making/queries.ts'
import { isRight } from '../making/rules.ts'
import { answeredBefore, lockTaking } from './queries.ts'
import { whyNotTaken } from './rules.ts'

/** An answer as a form sends it: the numbers chosen, the place given to each choice, or what was written. */
export const Answer = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().trim().max(200)).min(1).max(6),
)

export const AnswerQuestions = z.strictObject({
  courseId: z.uuid(),
  answers: z
    .array(z.strictObject({ questionId: z.uuid(), answer: Answer }))
    .min(1)
    .max(6)
    .refine((answers) => new Set(answers.map((each) => each.questionId)).size === answers.length),
  /** Who answers, where someone reads the questions out and fills in for them. */
  personId: z.uuid().optional(),
})

/**
 * A person answers questions of a course, as often as they like; only the first answer to each counts.
 * The course is taken when each has one: no minute in front of a screen is asked or kept.
 */
export async function answerQuestions(ctx: Context, input: z.infer<typeof AnswerQuestions>) {
  const course = found(await findCourse(ctx, input.courseId))
  const asked = course.publishedId === null ? [] : await questionsOf(ctx, course.publishedId)
  authorise(isSignedIn(ctx.actor))
  const personId = input.personId ?? found(ctx.actor.personId)
  const acting = isSelf(ctx.actor, personId) ? ctx : await actFor(ctx, personId)
  refuseIf(whyNotTaken(course, asked, input.answers))
  const taken = await lockTaking(ctx, course.id, personId)
  const ids = asked.map(({ id }) => id)
  const before = await answeredBefore(ctx, personId, ids)
  const rows = input.answers.map(({ questionId, answer }) => {
    const question = asked.find(({ id }) => id === questionId)!
    return {
      streetId: ctx.street,
      id: newId(),
      personId,
      courseVersionId: course.publishedId!,
      questionId,
      questionVersionId: question.versionId,
      answer,
      correct: isRight(question, answer),
      first: !before.has(questionId),
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    }
  })
  await ctx.tx.insertInto('attempt').values(rows).execute()
  const answered = new Set([...before, ...rows.map(({ questionId }) => questionId)])
  if (taken.completedAt === null && ids.every((id) => answered.has(id))) {
    await ctx.tx
      .updateTable('courseTaken')
      .set({ completedAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('courseId', '=', course.id)
      .where('personId', '=', personId)
      .execute()
    await record(acting, 'course.completed', course.id, { details: { personId } })
  }
  return rows.map(({ questionId, correct }) => ({ questionId, correct }))
}
