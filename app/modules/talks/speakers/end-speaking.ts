import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepEntry } from './access.ts'
import { findSpeaker } from './queries.ts'
import { whyNotLeaving } from './rules.ts'

export const EndSpeaking = z.strictObject({ speakerId: z.uuid() })

/** A speaker leaves the register, or the office ends the entry; no reason is asked. */
export async function endSpeaking(ctx: Context, input: z.infer<typeof EndSpeaking>) {
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  authorise(mayKeepEntry(ctx.actor, speaker))
  refuseIf(whyNotLeaving(speaker))
  await ctx.tx
    .updateTable('speaker')
    .set({ leftAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  await record(ctx, 'speaker.left', speaker.id)
}
