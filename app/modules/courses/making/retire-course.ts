import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { mayChangeCourse } from './access.ts'
import { lockCourse } from './queries.ts'
import { whyNotRetired } from './rules.ts'

export const RetireCourse = z.strictObject({ courseId: z.uuid(), reason: optionalText(200) })

/** A course is taken back, by its author or because its speaker no longer consents; answers stay. */
export async function retireCourse(
  ctx: Context,
  input: z.infer<typeof RetireCourse>,
): Promise<void> {
  const course = found(await lockCourse(ctx, input.courseId))
  authorise(mayChangeCourse(ctx.actor, course))
  refuseIf(whyNotRetired(course))
  await ctx.tx
    .updateTable('course')
    .set({ retiredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', course.id)
    .execute()
  await record(ctx, 'course.retired', course.id, { reason: input.reason })
}
