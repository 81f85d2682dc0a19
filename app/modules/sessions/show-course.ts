import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from './access.ts'
import { lockSession } from './queries.ts'
import { whyNotShowing } from './rules.ts'

export const ShowCourse = z.strictObject({ sessionId: z.uuid(), courseId: z.uuid() })

/** Who runs a viewing says which micro-course is watched together. */
export async function showCourse(ctx: Context, input: z.infer<typeof ShowCourse>) {
  const session = found(await lockSession(ctx, input.sessionId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotShowing(session))
  await ctx.tx
    .insertInto('viewing')
    .values({ streetId: ctx.street, sessionId: session.id, courseId: input.courseId })
    .onConflict((conflict) =>
      conflict
        .columns(['streetId', 'sessionId'])
        .doUpdateSet((row) => ({ courseId: row.ref('excluded.courseId') })),
    )
    .execute()
  await ctx.tx
    .updateTable('session')
    .set({ revision: session.revision + 1, changedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.courseChosen', session.id, { details: { courseId: input.courseId } })
}
