import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A story with whose it is, its recording, and the consent that stands for it now. */
export type Story = {
  id: string
  speakerId: string
  personId: string
  speakerName: string
  title: string
  titleEn: string
  words: string
  wordsEn: string
  fileId: string | null
  kind: 'audio' | 'video' | null
  mediaType: string | null
  madeAt: Date
  takenDownAt: Date | null
  /** Null while the speaker has not consented, or no longer does. */
  consentId: string | null
}

async function stories(ctx: Reading, which: RawBuilder<unknown>): Promise<Story[]> {
  const { rows } = await sql<Story>`
    select y.id, y.speaker_id, s.person_id, person.name as speaker_name, y.title, y.title_en, y.words,
      y.words_en, y.file_id, file.kind, file.media_type, y.made_at, y.taken_down_at, consent.id as consent_id
    from speaker_story y
    join speaker s on s.street_id = y.street_id and s.id = y.speaker_id and s.left_at is null
    join person on person.street_id = s.street_id and person.id = s.person_id
    left join file on file.street_id = y.street_id and file.id = y.file_id
    left join consent on consent.street_id = y.street_id and consent.person_id = s.person_id
      and consent.subject_id = y.id and consent.active
      and consent.purpose = case when y.file_id is null then 'story' else 'recording' end
    where y.street_id = ${ctx.street} and ${which}
    order by y.id desc`.execute(ctx.tx)
  return rows
}

const isShown = sql`y.taken_down_at is null and consent.id is not null`

/** Everything told by a speaker, shown or not, the latest first. */
export async function storiesOf(ctx: Reading, speakerId: string): Promise<Story[]> {
  return stories(ctx, sql`y.speaker_id = ${speakerId}`)
}

/** What may be shown of those who give a talk: nothing without their consent. */
export async function storiesOfTalk(ctx: Reading, talkId: string): Promise<Story[]> {
  return stories(
    ctx,
    sql`${isShown} and y.speaker_id in (select gives.speaker_id from talk_speaker gives
      where gives.street_id = ${ctx.street} and gives.talk_id = ${talkId})`,
  )
}

export async function findStory(ctx: Reading, storyId: string): Promise<Story | undefined> {
  return (await stories(ctx, sql`y.id = ${storyId}`))[0]
}

/** Takes the story for this transaction. */
export async function lockStory(ctx: Reading, storyId: string) {
  return ctx.tx
    .selectFrom('speakerStory')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', storyId)
    .forUpdate()
    .executeTakeFirst()
}
