import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { mayChangeCourse } from './access.ts'
import { findCourse, questionsOf } from './queries.ts'
import { reviseCourse } from './revise-course.ts'

export const RemoveQuestion = z.strictObject({ courseId: z.uuid(), questionId: z.uuid() })

/** The author takes a question out of the draft; where it was published it stays in that version. */
export async function removeQuestion(
  ctx: Context,
  input: z.infer<typeof RemoveQuestion>,
): Promise<void> {
  const course = found(await findCourse(ctx, input.courseId))
  authorise(mayChangeCourse(ctx.actor, course))
  const draft = await reviseCourse(ctx, { courseId: course.id })
  found((await questionsOf(ctx, draft.id)).find(({ id }) => id === input.questionId))
  await ctx.tx
    .deleteFrom('courseQuestion')
    .where('streetId', '=', ctx.street)
    .where('courseVersionId', '=', draft.id)
    .where('questionId', '=', input.questionId)
    .execute()
}
