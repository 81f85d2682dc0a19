import { z } from 'zod'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  optional,
  optionalText,
  severalCodes,
  severalOf,
  text,
  tick,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf } from '#app/platform/time.ts'
import { spokenLanguages } from '../menu/rules.ts'
import { mayKeepSpeakers } from './access.ts'
import { speakerKinds } from './rules.ts'

export const RegisterSpeaker = z.strictObject({
  personId: z.uuid(),
  kind: z.enum(speakerKinds),
  about: text(1000),
  aboutEn: optionalText(1500),
  languages: severalOf(spokenLanguages),
  conditions: optionalText(300),
  conditionsEn: optionalText(400),
  mostGuests: optional(wholeNumber(1, 500)),
  topics: optional(severalCodes),
  /** The own home, where the speaker receives nowhere else. */
  homeVenueId: optional(z.uuid()),
  /** That the street asked around; what was heard is not kept. */
  conductChecked: optional(tick),
})

/** The office enters a person in the speaker register. */
export async function registerSpeaker(ctx: Context, input: z.infer<typeof RegisterSpeaker>) {
  const person = found(await findPerson(ctx, input.personId))
  authorise(mayKeepSpeakers(ctx.actor))
  const { conductChecked, ...entry } = input
  const speaker = await ctx.tx
    .insertInto('speaker')
    .values({
      streetId: ctx.street,
      id: newId(),
      ...entry,
      personId: person.id,
      topics: entry.topics ?? [],
      mostGuests: entry.mostGuests ?? null,
      homeVenueId: entry.homeVenueId ?? null,
      conductCheckedOn: conductChecked ? dayOf(ctx.now) : null,
      registeredAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'speaker.registered', speaker.id)
  return speaker
}
