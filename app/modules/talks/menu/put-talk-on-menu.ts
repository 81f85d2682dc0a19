import { z } from 'zod'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import {
  optional,
  optionalText,
  severalOf,
  text,
  tick,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { speakers } from '../speakers/queries.ts'
import { mayKeepMenu } from './access.ts'
import { searchOf, topicsOf } from './queries.ts'
import { audiences, formats, saidIn, spokenLanguages, whyNotOnMenu } from './rules.ts'

const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()).min(1).max(12),
)

/** What the menu says of a talk. */
export const talkFields = {
  title: text(80),
  titleEn: optionalText(120),
  about: text(2000),
  aboutEn: optionalText(3000),
  strandCode: text(40),
  topics: several,
  audiences: severalOf(audiences),
  formats: severalOf(formats),
  languages: severalOf(spokenLanguages),
  minutes: wholeNumber(5, 240),
  brings: optionalText(200),
  bringsEn: optional(optionalText(300)),
}

export const PutTalkOnMenu = z.strictObject({
  ...talkFields,
  speakerIds: several,
  /** It is still being prepared: only those who keep the menu see it. */
  draft: optional(tick),
})

/** The office puts a talk on the menu, or begins to prepare it, with the speakers who can give it. */
export async function putTalkOnMenu(ctx: Context, input: z.infer<typeof PutTalkOnMenu>) {
  const season = found(await currentSeason(ctx))
  const [topics, strands, known] = [
    await topicsOf(ctx),
    await strandsOf(ctx, season.id),
    await speakers(ctx),
  ]
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotOnMenu(input, { topics, strands, speakers: known }))
  const { speakerIds, draft = false, bringsEn = '', ...talk } = input
  const itsSpeakers = known.filter((speaker) => speakerIds.includes(speaker.id))
  const id = newId()
  await ctx.tx
    .insertInto('talk')
    .values({
      streetId: ctx.street,
      id,
      number: await nextNumber(ctx, 'talk'),
      ...talk,
      bringsEn,
      search: await searchOf(talk, topics, itsSpeakers),
      putOnMenuAt: draft ? null : ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('talkSpeaker')
    .values(
      speakerIds.map((speakerId, position) => ({
        streetId: ctx.street,
        talkId: id,
        speakerId,
        position,
      })),
    )
    .execute()
  await ctx.tx
    .insertInto('talkVersion')
    .values({
      streetId: ctx.street,
      talkId: id,
      version: 1,
      ...saidIn(talk),
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute()
  if (draft) await record(ctx, 'talk.begun', id)
  else await record(ctx, 'talk.putOnMenu', id)
  return { id }
}
