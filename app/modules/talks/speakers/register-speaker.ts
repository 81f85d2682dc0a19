import { z } from 'zod'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, severalOf, text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
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
})

/** The office enters a person in the speaker register. */
export async function registerSpeaker(ctx: Context, input: z.infer<typeof RegisterSpeaker>) {
  const person = found(await findPerson(ctx, input.personId))
  authorise(mayKeepSpeakers(ctx.actor))
  const speaker = await ctx.tx
    .insertInto('speaker')
    .values({
      streetId: ctx.street,
      id: newId(),
      ...input,
      personId: person.id,
      mostGuests: input.mostGuests ?? null,
      registeredAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'speaker.registered', speaker.id)
  return speaker
}
