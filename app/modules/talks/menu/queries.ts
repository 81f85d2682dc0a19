import { type Selectable, sql } from 'kysely'
import { currentSeasonId } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { searchQuery } from '#app/platform/search.ts'
import type { Tables } from '#app/platform/tables.ts'

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
>
type Named = { code: string; name: string; nameEn: string }
export type Menu = { talks: ListedTalk[]; topics: Named[]; strands: Named[] }

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
          'audiences', audiences, 'formats', formats, 'languages', languages, 'minutes', minutes)
        order by ${best}, number)
        from talk where street_id = ${ctx.street} and retired_at is null and ${found}) as talks,
      (select json_agg(${named} order by position) from topic where street_id = ${ctx.street}) as topics,
      (select json_agg(${named} order by position) from strand
        where street_id = ${ctx.street} and season_id = ${currentSeasonId(ctx)}) as strands`.execute(
    ctx.tx,
  )
  const [{ talks, topics, strands } = { talks: null, topics: null, strands: null }] = rows
  return { talks: talks ?? [], topics: topics ?? [], strands: strands ?? [] }
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
      'person.name',
    ])
    .where('talkSpeaker.streetId', '=', ctx.street)
    .where('talkSpeaker.talkId', '=', talkId)
    .where('speaker.leftAt', 'is', null)
    .orderBy('talkSpeaker.position')
    .execute()
}
