import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  dayInput,
  optional,
  optionalText,
  severalOf,
  text,
  tick,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf } from '#app/platform/time.ts'
import { topicsOf } from '../menu/queries.ts'
import { audiences, formats, spokenLanguages } from '../menu/rules.ts'
import { mayKeepSpeakers } from './access.ts'
import { lockSpeakerOf } from './queries.ts'
import { speakerKinds, talkLengths, vettedFor, whyNotRegistered } from './rules.ts'

/** What the register says of a speaker, to be corrected by the speaker too. */
export const Entry = z.strictObject({
  about: text(1000),
  aboutEn: optionalText(1500),
  languages: severalOf(spokenLanguages),
  /** What they talk about and how well: 1 can, 2 well, 3 their own; without a strength it is left out. */
  topics: z
    .array(z.strictObject({ code: z.string().max(40), strength: optional(wholeNumber(1, 3)) }))
    .max(60)
    .optional(),
  formats: optional(severalOf(formats, 0)),
  /** Whom they speak to; none means everyone. */
  audiences: optional(severalOf(audiences, 0)),
  /** How long they speak, in minutes; none means any length. */
  lengths: optional(severalOf(talkLengths, 0)),
  /** What has to be there for them. */
  equipment: optional(text(200)),
  equipmentEn: optional(text(300)),
  conditions: optionalText(300),
  conditionsEn: optionalText(400),
  mostGuests: optional(wholeNumber(1, 500)),
  /** How far they go, by the street's sketch. */
  rangeKm: optional(wholeNumber(0, 200)),
  /** The own home, where the speaker receives nowhere else. */
  homeVenueId: optional(z.uuid()),
})

export const RegisterSpeaker = Entry.extend({
  personId: z.uuid(),
  kind: z.enum(speakerKinds),
  /** That the street asked around; what was heard is not kept. */
  conductChecked: optional(tick),
  /** Until when the street vouches for the speaker; a year from now where it asked around today. */
  vettedUntil: optional(dayInput),
})

type Said = z.infer<typeof Entry>

/** What is stored of an entry; what it does not say is any, or nothing. */
export function columnsOf(entry: Said) {
  return {
    about: entry.about,
    aboutEn: entry.aboutEn,
    languages: entry.languages,
    formats: entry.formats ?? [],
    audiences: entry.audiences ?? [],
    lengths: (entry.lengths ?? []).map(Number),
    equipment: entry.equipment ?? '',
    equipmentEn: entry.equipmentEn ?? '',
    conditions: entry.conditions,
    conditionsEn: entry.conditionsEn,
    mostGuests: entry.mostGuests ?? null,
    rangeKm: entry.rangeKm ?? null,
    homeVenueId: entry.homeVenueId ?? null,
  }
}

/** The topics that a strength was given for, each once, as they are stored. */
export function topicRows(ctx: Pick<Context, 'street'>, speakerId: string, entry: Said) {
  const given = (entry.topics ?? []).flatMap(({ code, strength }) =>
    strength === undefined ? [] : [[code, strength] as const],
  )
  const of = { streetId: ctx.street, speakerId }
  return [...new Map(given)].map(([topicCode, strength]) => ({ ...of, topicCode, strength }))
}

/** The office enters a person in the speaker register; who had left it comes back to the same entry. */
export async function registerSpeaker(ctx: Context, input: z.infer<typeof RegisterSpeaker>) {
  const person = found(await findPerson(ctx, input.personId))
  const before = await lockSpeakerOf(ctx, person.id)
  const home = input.homeVenueId ? found(await findVenue(ctx, input.homeVenueId)) : null
  const known = await topicsOf(ctx)
  authorise(mayKeepSpeakers(ctx.actor))
  const today = dayOf(ctx.now)
  refuseIf(whyNotRegistered(input, { topics: known, home, today, before }))
  const { conductChecked, kind, vettedUntil } = input
  const id = before?.id ?? newId()
  const entry = {
    kind,
    ...columnsOf(input),
    conductCheckedOn: conductChecked ? today : null,
    vettedUntil: vettedUntil ?? (conductChecked ? vettedFor(today) : null),
    registeredAt: ctx.now,
    leftAt: null,
  }
  if (before)
    await ctx.tx
      .updateTable('speaker')
      .set(entry)
      .where('streetId', '=', ctx.street)
      .where('id', '=', id)
      .execute()
  else
    await ctx.tx
      .insertInto('speaker')
      .values({ streetId: ctx.street, id, personId: person.id, ...entry })
      .execute()
  const topics = topicRows(ctx, id, input)
  if (topics.length > 0) await ctx.tx.insertInto('speakerTopic').values(topics).execute()
  await record(ctx, 'speaker.registered', id)
  return { id, personId: person.id }
}
