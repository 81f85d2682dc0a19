import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayKeepSpeakers } from './access.ts'
import { findSpeaker, lockSpeaker } from './queries.ts'
import { whyNotVetting } from './rules.ts'

export const VetSpeaker = z.strictObject({ speakerId: z.uuid(), until: dayInput })

/** The office has asked around about a speaker again and vouches for them until a day. */
export async function vetSpeaker(ctx: Context, input: z.infer<typeof VetSpeaker>) {
  await lockSpeaker(ctx, input.speakerId)
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  const today = dayOf(ctx.now)
  authorise(mayKeepSpeakers(ctx.actor))
  refuseIf(whyNotVetting(speaker, input.until, today))
  await ctx.tx
    .updateTable('speaker')
    .set({ vettedUntil: input.until, conductCheckedOn: today })
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  await record(ctx, 'speaker.vetted', speaker.id)
}
