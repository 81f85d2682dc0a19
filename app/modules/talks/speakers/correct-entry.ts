import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { topicsOf } from '../menu/queries.ts'
import { mayKeepEntry } from './access.ts'
import { findSpeaker, lockSpeaker } from './queries.ts'
import { columnsOf, Entry, topicRows } from './register-speaker.ts'
import { whyNotCorrected } from './rules.ts'

export const CorrectEntry = Entry.extend({ speakerId: z.uuid() })

/** A speaker corrects what the register says of them, or the office does; it replaces what it said. */
export async function correctEntry(ctx: Context, input: z.infer<typeof CorrectEntry>) {
  await lockSpeaker(ctx, input.speakerId)
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  const home = input.homeVenueId ? found(await findVenue(ctx, input.homeVenueId)) : null
  const known = await topicsOf(ctx)
  authorise(mayKeepEntry(ctx.actor, speaker))
  refuseIf(whyNotCorrected(speaker, input, { topics: known, home }))
  await ctx.tx
    .updateTable('speaker')
    .set(columnsOf(input))
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  await ctx.tx
    .deleteFrom('speakerTopic')
    .where('streetId', '=', ctx.street)
    .where('speakerId', '=', speaker.id)
    .execute()
  const topics = topicRows(ctx, speaker.id, input)
  if (topics.length > 0) await ctx.tx.insertInto('speakerTopic').values(topics).execute()
  await record(ctx, 'speaker.corrected', speaker.id)
}
