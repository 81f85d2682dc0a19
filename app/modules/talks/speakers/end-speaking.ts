import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepEntry } from './access.ts'
import { findSpeaker, lockSpeaker } from './queries.ts'
import { whyNotLeaving } from './rules.ts'

export const EndSpeaking = z.strictObject({ speakerId: z.uuid() })

/** What is said of a speaker who left: nothing. */
const blank = {
  about: '',
  aboutEn: '',
  conditions: '',
  conditionsEn: '',
  equipment: '',
  equipmentEn: '',
  homeVenueId: null,
  conductCheckedOn: null,
  vettedUntil: null,
}

/**
 * A speaker leaves the register, or the office ends the entry; no reason is asked. What it said goes
 * at once, with the times and the stories; that they spoke where they spoke stays with the orders.
 */
export async function endSpeaking(ctx: Context, input: z.infer<typeof EndSpeaking>) {
  await lockSpeaker(ctx, input.speakerId)
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  authorise(mayKeepEntry(ctx.actor, speaker))
  refuseIf(whyNotLeaving(speaker))
  await ctx.tx
    .updateTable('speaker')
    .set({ ...blank, leftAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  const tables = [
    'speakerTopic',
    'speakerHours',
    'speakerAway',
    'speakerExtra',
    'speakerStory',
  ] as const
  // one query a table: each holds something else of the speaker
  for (const table of tables)
    await ctx.tx
      .deleteFrom(table)
      .where('streetId', '=', ctx.street)
      .where('speakerId', '=', speaker.id)
      .execute()
  await record(ctx, 'speaker.left', speaker.id)
}
