import { type RawBuilder, sql } from 'kysely'
import { type Distance, distances, windowOf } from '#app/modules/courses/recall/rules.ts'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import type { Count, Measure } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type TopicCount = Count & { topic: string; measure: Measure }

/** Each card's first answer within the days around a distance: what was really asked then. */
function recalled({ street }: Reading, distance: Distance): RawBuilder<unknown> {
  const { from, to } = windowOf(distance)
  return sql`
    select ${sql.lit(`days${distance}`)} as measure, r.person_id, r.correct as good, v.topics from (
      select distinct on (card_id) card_id, person_id, question_id, correct from recall_review
      where street_id = ${street} and days_learned between ${from} and ${to}
      order by card_id, id) r
    join question q on q.street_id = ${street} and q.id = r.question_id
    join course c on c.street_id = ${street} and c.id = q.course_id
    join course_version v on v.street_id = ${street} and v.id = c.published_id`
}

/**
 * Of each topic and unit of a scope: who stayed to the end of its talks, whose first answers in its
 * courses were right, and what was remembered. People count for the unit they are at home in.
 */
export async function memoryCounts(ctx: Reading, scope: Scope): Promise<TopicCount[]> {
  const { street } = ctx
  const { rows } = await sql<TopicCount>`
    with one as (
      select 'listened' as measure, a.person_id, a.presence = 'came' as good, talk.topics
      from attendance a
      join session s on s.street_id = ${street} and s.id = a.session_id and s.status = 'held'
      join talk on talk.street_id = ${street} and talk.id = s.talk_id
      where a.street_id = ${street} and a.replaced_at is null and a.presence <> 'absent'
      union all
      select 'understood', a.person_id, a.correct, v.topics
      from attempt a
      join course_version v on v.street_id = ${street} and v.id = a.course_version_id
      where a.street_id = ${street} and a.first
      union all ${sql.join(
        distances.map((distance) => recalled(ctx, distance)),
        sql` union all `,
      )})
    select topic, measure, p.home_unit_id as unit_id, count(distinct p.id) as people, count(*) as whole,
      count(*) filter (where good) as part
    from one cross join lateral unnest(one.topics) as topic
    join person p on p.street_id = ${street} and p.id = one.person_id
      and p.home_unit_id = any(${[...scope.unitIds]}::uuid[])
    group by topic, measure, p.home_unit_id`.execute(ctx.tx)
  return rows
}

/** Of each topic, how many practical matters were made of it, and how many of these are done. */
export async function mattersByTopic(ctx: Reading) {
  const { rows } = await sql<{ topic: string; matters: number; done: number }>`
    select topic, count(*) as matters, count(*) filter (where status in ('done', 'confirmed')) as done
    from matter cross join lateral unnest(matter.topics) as topic
    where matter.street_id = ${ctx.street} and status <> 'withdrawn'
    group by topic`.execute(ctx.tx)
  return new Map(rows.map(({ topic, ...row }) => [topic, row]))
}

/** The units of a scope as a tree, with their names. */
export async function unitsIn(ctx: Reading, scope: Scope) {
  return ctx.tx
    .selectFrom('unit')
    .select(['id', 'parentId', 'name'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', (is) => is.fn.any(is.val([...scope.unitIds])))
    .orderBy('name')
    .execute()
}
