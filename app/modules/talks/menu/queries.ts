import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { searchQuery } from '#app/platform/search.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A talk as the menu lists it. */
export type ListedTalk = Awaited<ReturnType<typeof menuTalks>>[number]

/** The talks on the menu, by number; those found by what was typed come best first. */
export async function menuTalks(ctx: Reading, typed = '') {
  const wanted = await searchQuery(typed)
  if (typed !== '' && wanted === null) return []
  return ctx.tx
    .selectFrom('talk')
    .select([
      'id',
      'number',
      'title',
      'titleEn',
      'about',
      'aboutEn',
      'strandCode',
      'topics',
      'audiences',
      'formats',
      'languages',
      'minutes',
    ])
    .where('streetId', '=', ctx.street)
    .where('retiredAt', 'is', null)
    .$if(wanted !== null, (query) =>
      query
        .where(sql<boolean>`search @@ ${wanted}::tsquery`)
        .orderBy(sql`ts_rank(search, ${wanted}::tsquery)`, 'desc'),
    )
    .orderBy('number')
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
