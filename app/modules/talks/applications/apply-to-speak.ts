import { z } from 'zod'
import { findStreet } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  optional,
  optionalText,
  phoneInput,
  severalCodes,
  severalOf,
  text,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { countOpen, noteOpen, openFrom } from '#app/platform/open-writes.ts'
import { topicsOf } from '../menu/queries.ts'
import { spokenLanguages } from '../menu/rules.ts'
import { speakerOfPerson } from '../speakers/queries.ts'
import { namelessApplications } from './queries.ts'
import { whyNotApplied } from './rules.ts'

export const ApplyToSpeak = z.strictObject({
  /** Who it is, where nobody is signed in. */
  name: optionalText(60),
  phone: optional(phoneInput),
  about: text(1000),
  languages: severalOf(spokenLanguages),
  topics: severalCodes,
})

/**
 * Someone would like to speak to neighbours, signed in or not. The same phone sent again without a
 * sign-in changes nothing and is answered alike, so that nobody learns here who has applied.
 */
export async function applyToSpeak(ctx: Context, input: z.infer<typeof ApplyToSpeak>) {
  found(await findStreet(ctx, ctx.street))
  const personId = ctx.onBehalfOf ?? ctx.actor.personId
  const person = personId === null ? null : found(await findPerson(ctx, personId))
  const speaker = personId === null ? undefined : await speakerOfPerson(ctx, personId)
  const speaks = speaker !== undefined && speaker.leftAt === null
  const nameless = await namelessApplications(ctx, input.phone)
  const known = await topicsOf(ctx)
  const from = openFrom(ctx)
  const fromHere = await countOpen(ctx, 'application', from)
  openToEveryone()
  const who = { name: input.name, phone: input.phone, isKnown: person !== null, speaks }
  refuseIf(whyNotApplied(who, { fromHere, today: nameless.today }))
  await noteOpen(ctx, 'application', from)
  if (person === null && nameless.again) return
  const id = newId()
  await ctx.tx
    .insertInto('speakerApplication')
    .values({
      streetId: ctx.street,
      id,
      number: await nextNumber(ctx, 'application'),
      personId,
      name: person?.name ?? input.name,
      phone: person ? person.phone : (input.phone ?? null),
      about: input.about,
      languages: input.languages,
      topics: input.topics.filter((code) => known.some((topic) => topic.code === code)),
      status: 'applied',
      appliedAt: ctx.now,
    })
    .execute()
  await record(ctx, 'application.made', id)
}
