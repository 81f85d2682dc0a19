import { sql } from 'kysely'
import { currentSeasonId } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { isOnMenu } from '../menu/queries.ts'
import type { Branch, OfferedTalk } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street' | 'now'>

/** Whether a person wants no suggestions. */
export async function fitsAreOff(ctx: Reading, personId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('fitsOff')
    .select('since')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

/** What is known of a branch that may make a talk fit it. */
export async function branchToFit(ctx: Reading, unitId: string): Promise<Branch | undefined> {
  const { street } = ctx
  const today = dayOf(ctx.now)
  const { rows } = await sql<Branch>`
    with ordered as (
      select talk.id, talk.topics from talk_order o
      join talk on talk.street_id = o.street_id and talk.id = o.talk_id
      where o.street_id = ${street} and o.unit_id = ${unitId} and o.status not in ('withdrawn', 'refused', 'expired')
        and o.season_id = ${currentSeasonId(ctx)}
    ), told as (
      select person.dialect as language, count(distinct person.id) as members from appointment a
      join person on person.street_id = a.street_id and person.id = a.person_id and person.dialect is not null
      where a.street_id = ${street} and a.unit_id = ${unitId} and a.role = 'member'
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
      group by person.dialect
    ), aged as (
      select count(distinct person.id) as known,
        count(distinct person.id) filter (where person.born_on <= ${today}::date - interval '60 years') as elders
      from appointment a
      join person on person.street_id = a.street_id and person.id = a.person_id and person.born_on is not null
      where a.street_id = ${street} and a.unit_id = ${unitId} and a.role = 'member'
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
    )
    select community.id as community_id,
      array(select distinct unnest(topics) from ordered order by 1) as topics_covered,
      array(select distinct id from ordered order by 1) as talks_ordered,
      coalesce((select json_agg(json_build_object('language', language, 'members', members) order by language)
        from told), '[]') as dialects,
      (select json_build_object('known', known, 'elders', elders) from aged) as ages,
      exists (select from venue join unit place on place.street_id = venue.street_id and place.id = venue.unit_id
        where venue.street_id = ${street} and venue.kind = 'pavilion'
          and place.ancestors @> array[community.id]) as has_pavilion
    from unit
    left join unit community on community.street_id = unit.street_id and community.id = any(unit.ancestors)
      and community.kind = 'community'
    where unit.street_id = ${street} and unit.id = ${unitId} and unit.kind = 'branch'`.execute(
    ctx.tx,
  )
  return rows[0]
}

/**
 * Every talk of the menu with who gives it and where they live, and what units other than this one
 * said of it; a unit's word counts once for each time it heard the talk.
 */
export async function talksToFit(ctx: Reading, unitId: string): Promise<OfferedTalk[]> {
  const { rows } = await sql<OfferedTalk>`
    with heard as (
      select o.talk_id, count(distinct o.id) as held, count(review.id) as said,
        count(review.id) filter (where review.level >= 4) as well
      from talk_order o
      left join review on review.street_id = o.street_id and review.order_id = o.id and review.unit_id <> ${unitId}
      where o.street_id = ${ctx.street} and o.unit_id <> ${unitId}
        and o.status in ('held', 'confirmed', 'reviewed', 'closed')
      group by o.talk_id
    )
    select talk.id, talk.number, talk.topics, talk.languages, talk.formats, talk.audiences, coalesce((
      select json_agg(json_build_object('name', person.name, 'communityId', community.id) order by gives.position)
      from talk_speaker gives
      join speaker on speaker.street_id = gives.street_id and speaker.id = gives.speaker_id and speaker.left_at is null
      join person on person.street_id = speaker.street_id and person.id = speaker.person_id
      left join unit home on home.street_id = person.street_id and home.id = person.home_unit_id
      left join unit community on community.street_id = home.street_id and community.id = any(home.ancestors)
        and community.kind = 'community'
      where gives.street_id = talk.street_id and gives.talk_id = talk.id), '[]') as speakers,
      json_build_object('held', coalesce(heard.held, 0), 'said', coalesce(heard.said, 0),
        'well', coalesce(heard.well, 0)) as heard
    from talk left join heard on heard.talk_id = talk.id
    where talk.street_id = ${ctx.street} and ${isOnMenu(ctx)}
    order by talk.number`.execute(ctx.tx)
  return rows
}
