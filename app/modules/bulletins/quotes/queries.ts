import { sql } from 'kysely'
import type { Season } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A veteran who told of his life at home, with the micro-course that was made of it. */
export type Veteran = {
  personId: string
  name: string
  bornOn: string | null
  joinedPartyOn: string | null
  course: string | null
  /** The day of the visit, from which the years are counted. */
  heldOn: string
}

const mostVeterans = 3

/** The veterans who received guests at home in a season, for a first draft. */
export async function veteransAtHome(ctx: Reading, season: Season): Promise<Veteran[]> {
  const { rows } = await sql<Veteran>`
    select p.id as person_id, p.name, p.born_on, p.joined_party_on, min(v.title) as course,
      min((lower(s.during) at time zone 'Asia/Shanghai')::date)::text as held_on
    from session s
    join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id and speaker.kind = 'veteran'
    join person p on p.street_id = speaker.street_id and p.id = speaker.person_id
    left join course on course.street_id = s.street_id and course.session_id = s.id
    left join course_version v on v.street_id = course.street_id and v.id = course.published_id
    where s.street_id = ${ctx.street} and s.season_id = ${season.id} and s.status = 'held'
      and s.format = 'home'
    group by p.id, p.name, p.born_on, p.joined_party_on
    order by min(lower(s.during)), p.id limit ${mostVeterans}`.execute(ctx.tx)
  return rows
}

const mostFound = 20

/** People of the street by a part of their name or its sound, with where they live. */
export async function findByName(ctx: Reading, name: string) {
  const part = name.toLowerCase().replace(/[\\%_]/g, '\\$&')
  if (part === '') return []
  const { rows } = await sql<{ id: string; name: string; unitName: string | null }>`
    select p.id, p.name, unit.name as unit_name
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and (p.name like ${`%${part}%`} or p.name_pinyin like ${`${part}%`})
    order by p.name_pinyin, p.id limit ${mostFound}`.execute(ctx.tx)
  return rows
}
