import { z } from 'zod'
import { findDispatch } from '#app/modules/talks/dispatches/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayScheduleSessions } from './access.ts'
import { lockSession } from './queries.ts'
import { whyNotCancelled } from './rules.ts'

export const ChangeSpeaker = z.strictObject({ sessionId: z.uuid(), dispatchId: z.uuid() })

/** Another speaker steps in for a session's; time, place and every seat stay as they are. */
export async function changeSpeaker(ctx: Context, input: z.infer<typeof ChangeSpeaker>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const dispatch = found(await findDispatch(ctx, input.dispatchId))
  authorise(mayScheduleSessions(ctx.actor))
  refuseIf(whyNotCancelled(session))
  await ctx.tx
    .updateTable('session')
    .set({
      dispatchId: dispatch.id,
      speakerId: dispatch.speakerId,
      revision: session.revision + 1,
      changedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.speakerChanged', session.id, {
    details: { dispatchId: dispatch.id },
  })
}
