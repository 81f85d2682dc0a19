import { type RawBuilder, type Selectable, sql } from 'kysely'
import { currentSeasonId } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { searchDocument, searchQuery } from '#app/platform/search.ts'
import { meantBy } from '#app/platform/spelling.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Pick<Context, 'tx' | 'street' | 'now'>

/** A talk as the menu lists it. */
export type ListedTalk = Pick<
  Selectable<Tables['talk']>,
  | 'id'
  | 'number'
  | 'title'
  | 'titleEn'
  | 'about'
  | 'aboutEn'
  | 'strandCode'
  | 'topics'
  | 'audiences'
  | 'formats'
  | 'languages'
  | 'minutes'
  | 'offeredFrom'
  | 'offeredUntil'
>
type Named = { code: string; name: string; nameEn: string }
export type Menu = { talks: ListedTalk[]; topics: Named[]; strands: Named[] }

/** What stands on the menu now: not in preparation, not taken off, and its part of the year not over. */
export function isOnMenu(ctx: Pick<Context, 'now'>): RawBuilder<boolean> {
  return sql<boolean>`(talk.put_on_menu_at is not null and talk.retired_at is null
    and (talk.offered_until is null or talk.offered_until >= ${dayOf(ctx.now)}))`
}

/**
 * The talks on the menu, by number, those found by what was typed best first; and the names of the
 * topics and of the season's strands. The menu is read more than any other page: one round trip.
 */
export async function menuOf(ctx: ReadingNow, typed = ''): Promise<Menu> {
  const wanted = await searchQuery(typed)
  const found = wanted === null ? sql`${typed === ''}` : sql`search @@ ${wanted}::tsquery`
  const best = wanted === null ? sql`0` : sql`-ts_rank(search, ${wanted}::tsquery)`
  const named = sql`json_build_object('code', code, 'name', name, 'nameEn', name_en)`
  const { rows } = await sql<{ [part in keyof Menu]: Menu[part] | null }>`
    select
      (select json_agg(json_build_object('id', id, 'number', number, 'title', title, 'titleEn', title_en,
          'about', about, 'aboutEn', about_en, 'strandCode', strand_code, 'topics', topics,
          'audiences', audiences, 'formats', formats, 'languages', languages, 'minutes', minutes,
          'offeredFrom', offered_from, 'offeredUntil', offered_until)
        order by ${best}, number)
        from talk where street_id = ${ctx.street} and ${isOnMenu(ctx)} and ${found}) as talks,
      (select json_agg(${named} order by position) from topic where street_id = ${ctx.street}) as topics,
      (select json_agg(${named} order by position) from strand
        where street_id = ${ctx.street} and season_id = ${currentSeasonId(ctx)}) as strands`.execute(
    ctx.tx,
  )
  const [{ talks, topics, strands } = { talks: null, topics: null, strands: null }] = rows
  return { talks: talks ?? [], topics: topics ?? [], strands: strands ?? [] }
}

/** The menu as it was found, and what else may have been meant where nothing was. */
export type Found = Menu & { meant: readonly string[] }

/**
 * Looks for what was typed. Where it finds nothing, a character or a letter may be wrong: what was
 * most probably meant is looked for instead.
 */
export async function findOnMenu(ctx: ReadingNow, typed: string): Promise<Found> {
  const menu = await menuOf(ctx, typed)
  if (typed === '' || menu.talks.length > 0) return { ...menu, meant: [] }
  const { rows } = await sql<{ title: string; words: string[] }>`
    select title, tsvector_to_array(search) as words from talk
    where street_id = ${ctx.street} and ${isOnMenu(ctx)}`.execute(ctx.tx)
  const topics = menu.topics.map((topic) => topic.name)
  const things = rows.map(({ title, words }) => ({ words, phrases: [title, ...topics] }))
  const meant = await meantBy(typed, things)
  const [first] = meant
  return first === undefined ? { ...menu, meant } : { ...(await menuOf(ctx, first)), meant }
}

type Described = Pick<ListedTalk, 'title' | 'titleEn' | 'about' | 'aboutEn'> & {
  topics: readonly string[]
}

/** What a talk is found by: its title and topics above all, then its description and its speakers. */
export async function searchOf(
  talk: Described,
  topics: readonly Named[],
  speakers: readonly { name: string }[],
): Promise<string> {
  const itsTopics = topics.filter((topic) => talk.topics.includes(topic.code))
  return searchDocument(
    [talk.title, talk.titleEn, ...itsTopics.flatMap((topic) => [topic.name, topic.nameEn])].join(
      ' ',
    ),
    [talk.about, talk.aboutEn, ...speakers.map((speaker) => speaker.name)].join(' '),
  )
}

/** What isn't on the menu: being prepared, out of its part of the year, or taken off; the last first. */
export async function talksOffMenu(ctx: ReadingNow) {
  return ctx.tx
    .selectFrom('talk')
    .select([
      'id',
      'number',
      'title',
      'titleEn',
      'minutes',
      'putOnMenuAt',
      'retiredAt',
      'offeredFrom',
      'offeredUntil',
    ])
    .where('streetId', '=', ctx.street)
    .where(sql<boolean>`not ${isOnMenu(ctx)}`)
    .orderBy('number', 'desc')
    .execute()
}

export async function topicsOf(ctx: Reading) {
  return ctx.tx
    .selectFrom('topic')
    .select(['code', 'name', 'nameEn'])
    .where('streetId', '=', ctx.street)
    .orderBy('position')
    .execute()
}

export async function findTalk(ctx: Reading, talkId: string) {
  return ctx.tx
    .selectFrom('talk')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', talkId)
    .executeTakeFirst()
}

/** Takes the talk for this transaction: two who change it come one after the other. */
export async function lockTalk(ctx: Reading, talkId: string) {
  return ctx.tx
    .selectFrom('talk')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', talkId)
    .forUpdate()
    .executeTakeFirst()
}

/** What a talk said in each of its versions, the newest first. */
export async function versionsOf(ctx: Reading, talkId: string) {
  return ctx.tx
    .selectFrom('talkVersion')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('talkId', '=', talkId)
    .orderBy('version', 'desc')
    .execute()
}

/** What goes with a talk, in the order it was added. */
export async function materialsOf(ctx: Reading, talkId: string) {
  return ctx.tx
    .selectFrom('talkMaterial')
    .innerJoin('file', (join) =>
      join
        .onRef('file.streetId', '=', 'talkMaterial.streetId')
        .onRef('file.id', '=', 'talkMaterial.fileId'),
    )
    .select([
      'talkMaterial.id',
      'talkMaterial.title',
      'talkMaterial.fileId',
      'file.kind',
      'file.bytes',
      'file.mediaType',
    ])
    .where('talkMaterial.streetId', '=', ctx.street)
    .where('talkMaterial.talkId', '=', talkId)
    .orderBy('talkMaterial.id')
    .execute()
}

export async function findMaterial(ctx: Reading, materialId: string) {
  return ctx.tx
    .selectFrom('talkMaterial')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', materialId)
    .executeTakeFirst()
}

/** Who can give a talk, in the talk's own order; speakers who have left are not among them. */
export async function speakersOfTalk(ctx: Reading, talkId: string) {
  return ctx.tx
    .selectFrom('talkSpeaker')
    .innerJoin('speaker', (join) =>
      join
        .onRef('speaker.streetId', '=', 'talkSpeaker.streetId')
        .onRef('speaker.id', '=', 'talkSpeaker.speakerId'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'speaker.streetId')
        .onRef('person.id', '=', 'speaker.personId'),
    )
    .select([
      'speaker.id',
      'speaker.personId',
      'speaker.kind',
      'speaker.languages',
      'speaker.conditions',
      'speaker.conditionsEn',
      'speaker.mostGuests',
      'talkSpeaker.strength',
      'person.name',
    ])
    .where('talkSpeaker.streetId', '=', ctx.street)
    .where('talkSpeaker.talkId', '=', talkId)
    .where('speaker.leftAt', 'is', null)
    .orderBy('talkSpeaker.position')
    .execute()
}
