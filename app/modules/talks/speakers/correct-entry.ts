import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  optional,
  optionalText,
  severalCodes,
  severalOf,
  text,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { topicsOf } from '../menu/queries.ts'
import { formats, spokenLanguages } from '../menu/rules.ts'
import { mayKeepEntry } from './access.ts'
import { findSpeaker, lockSpeaker } from './queries.ts'
import { whyNotCorrected } from './rules.ts'

export const CorrectEntry = z.strictObject({
  speakerId: z.uuid(),
  about: text(1000),
  aboutEn: optionalText(1500),
  languages: severalOf(spokenLanguages),
  topics: severalCodes,
  formats: severalOf(formats, 0),
  conditions: optionalText(300),
  conditionsEn: optionalText(400),
  mostGuests: optional(wholeNumber(1, 500)),
  /** The own home, where the speaker receives nowhere else. */
  homeVenueId: optional(z.uuid()),
})

/** A speaker corrects what the register says of them, or the office does. */
export async function correctEntry(ctx: Context, input: z.infer<typeof CorrectEntry>) {
  const { speakerId, ...entry } = input
  await lockSpeaker(ctx, speakerId)
  const speaker = found(await findSpeaker(ctx, speakerId))
  const home = entry.homeVenueId ? found(await findVenue(ctx, entry.homeVenueId)) : null
  const topics = await topicsOf(ctx)
  authorise(mayKeepEntry(ctx.actor, speaker))
  refuseIf(whyNotCorrected(speaker, entry, { topics, home }))
  await ctx.tx
    .updateTable('speaker')
    .set({ ...entry, mostGuests: entry.mostGuests ?? null, homeVenueId: home?.id ?? null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  await record(ctx, 'speaker.corrected', speaker.id)
}
