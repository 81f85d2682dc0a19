import { z } from 'zod'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, severalOf, text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { searchDocument } from '#app/platform/search.ts'
import { speakers } from '../speakers/queries.ts'
import { mayKeepMenu } from './access.ts'
import { topicsOf } from './queries.ts'
import { audiences, formats, spokenLanguages, whyNotOnMenu } from './rules.ts'

const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string()).min(1).max(12),
)

export const PutTalkOnMenu = z.strictObject({
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
  speakerIds: several,
})

/** The office puts a talk on the menu, with the speakers who can give it. */
export async function putTalkOnMenu(ctx: Context, input: z.infer<typeof PutTalkOnMenu>) {
  const season = found(await currentSeason(ctx))
  const [topics, strands, known] = [
    await topicsOf(ctx),
    await strandsOf(ctx, season.id),
    await speakers(ctx),
  ]
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotOnMenu(input, { topics, strands, speakers: known }))
  const { speakerIds, bringsEn = '', ...talk } = input
  const itsTopics = topics.filter((topic) => talk.topics.includes(topic.code))
  const itsSpeakers = known.filter((speaker) => speakerIds.includes(speaker.id))
  const search = await searchDocument(
    [talk.title, talk.titleEn, ...itsTopics.flatMap((topic) => [topic.name, topic.nameEn])].join(
      ' ',
    ),
    [talk.about, talk.aboutEn, ...itsSpeakers.map((speaker) => speaker.name)].join(' '),
  )
  const id = newId()
  await ctx.tx
    .insertInto('talk')
    .values({
      streetId: ctx.street,
      id,
      number: await nextNumber(ctx, 'talk'),
      ...talk,
      bringsEn,
      search,
      putOnMenuAt: ctx.now,
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
  await record(ctx, 'talk.putOnMenu', id)
  return { id }
}
