import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { optional, optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayChangeCourse } from './access.ts'
import { findCourse, questionsOf, wordingsOf } from './queries.ts'
import { reviseCourse } from './revise-course.ts'
import {
  mostChoices,
  mostQuestions,
  placeTyped,
  questionKinds,
  whyNotAsked,
  withoutGaps,
} from './rules.ts'

const several = z.preprocess(
  (value) =>
    (Array.isArray(value) ? value : [value]).filter((each) => each !== undefined && each !== ''),
  z.array(text(100)).max(20),
)

/** A question as a form sends it; choices without words are left out when it is kept. */
export const QuestionInput = z.strictObject({
  kind: z.enum(questionKinds),
  words: text(300),
  wordsEn: optionalText(500),
  choices: z
    .array(z.strictObject({ zh: optionalText(120), en: optionalText(200) }))
    .max(mostChoices)
    .default([]),
  correct: several,
  feedback: text(500),
  feedbackEn: optionalText(800),
  /** Where in the clip the answer is: 1:05, or seconds. */
  at: optionalText(6).refine((typed) => typed === '' || placeTyped(typed) !== undefined),
})

export const SaveQuestion = QuestionInput.extend({
  courseId: z.uuid(),
  /** The question that is put differently; without one a new one is asked. */
  questionId: optional(z.uuid()),
})

/** The author asks a question in the draft of a course, or puts one of it differently. */
export async function saveQuestion(ctx: Context, input: z.infer<typeof SaveQuestion>) {
  const course = found(await findCourse(ctx, input.courseId))
  authorise(mayChangeCourse(ctx.actor, course))
  const draft = await reviseCourse(ctx, { courseId: course.id })
  const { courseId, questionId, ...typed } = input
  const question = withoutGaps(typed)
  const there = await questionsOf(ctx, draft.id)
  refuseIf(whyNotAsked(question, draft.seconds))
  if (questionId === undefined)
    refuseIf(there.length >= mostQuestions ? 'course.manyQuestions' : null)
  else found(there.find((each) => each.id === questionId))
  const id = questionId ?? newId()
  const known = questionId === undefined ? [] : await wordingsOf(ctx, id)
  const [newest] = known
  const values = { ...question, choices: JSON.stringify(question.choices) }
  if (newest && !newest.published) {
    await ctx.tx
      .updateTable('questionVersion')
      .set({ ...values, madeBy: found(ctx.actor.personId), madeAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('id', '=', newest.versionId)
      .execute()
    return { id }
  }
  if (questionId === undefined)
    await ctx.tx.insertInto('question').values({ streetId: ctx.street, id, courseId }).execute()
  const versionId = newId()
  await ctx.tx
    .insertInto('questionVersion')
    .values({
      streetId: ctx.street,
      id: versionId,
      questionId: id,
      version: (newest?.version ?? 0) + 1,
      ...values,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  const position = Math.max(0, ...there.map((_, at) => at + 1))
  await sql`
    insert into course_question (street_id, course_version_id, question_id, question_version_id, position)
    values (${ctx.street}, ${draft.id}, ${id}, ${versionId}, ${position})
    on conflict (street_id, course_version_id, question_id)
    do update set question_version_id = excluded.question_version_id`.execute(ctx.tx)
  return { id }
}
