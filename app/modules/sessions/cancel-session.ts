import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayRunSession } from './access.ts'
import { lockSession } from './queries.ts'
import { whyNotCancelled } from './rules.ts'

export const CancelSession = z.strictObject({ sessionId: z.uuid(), reason: text(300) })

/** The host or the office calls a session off, with the reason everyone concerned is told. */
export async function cancelSession(ctx: Context, input: z.infer<typeof CancelSession>) {
  const session = found(await lockSession(ctx, input.sessionId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotCancelled(session))
  await ctx.tx
    .updateTable('session')
    .set({
      status: 'cancelled',
      revision: session.revision + 1,
      cancelledAt: ctx.now,
      cancelReason: input.reason,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.cancelled', session.id, {
    reason: input.reason,
    details: { dispatchId: session.dispatchId },
  })
}
