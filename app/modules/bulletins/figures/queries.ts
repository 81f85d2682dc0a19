import { type RawBuilder, sql } from 'kysely'
import type { Season } from '#app/modules/seasons/queries.ts'
import { wasHeld } from '#app/modules/talks/orders/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.ts'
import { type Figure, type FigureName, type FigureOf, onlyOnce, writtenAs } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** In which days and in which bulletin figures are asked: the season's, the people it tells of. */
export type Asking = { season: Season; bulletinId: string | null }

/** One record behind a figure; the figure is the sum of their pieces. */
export type RecordRow = {
  kind: 'session' | 'person' | 'unit' | 'talk' | 'order' | 'matter' | 'speaker'
  id: string
  label: string
  labelEn: string
  place: string | null
  at: Date | null
  pieces: number
}

/** What the events of a figure are looked for with. */
type Asked = {
  street: number
  from: Date
  before: Date
  /** The last day that counts: of the period, or today. */
  day: string
  thing: string | null
  bulletinId: string | null
}

/** What a figure counts: rows of kind, id, label, label_en, place, unit_id, at, pieces. */
type Events = (asked: Asked) => RawBuilder<unknown>

/** Sessions that were held within the period. */
const heldSessions = ({ street, from, before }: Asked) => sql`(
    select s.id, s.title, s.title_en, s.format, s.unit_id, unit.name as place, lower(s.during) as at
    from session s join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    where s.street_id = ${street} and s.status = 'held' and lower(s.during) >= ${from}
      and lower(s.during) < ${before})`

/** A held session as a record, counting one. */
const sessionRow = sql`'session' as kind, s.id, s.title as label, s.title_en as label_en, s.place,
    s.unit_id, s.at, 1 as pieces`

const sessionsOf =
  (format: string): Events =>
  (asked) =>
    sql`select ${sessionRow} from ${heldSessions(asked)} s where s.format = ${format}`

/** A person as a record, with the unit they live in. */
const personRow = (at: RawBuilder<unknown>, pieces = sql`1`) => sql`'person' as kind, person.id,
    person.name as label, '' as label_en, home.name as place, person.home_unit_id as unit_id, ${at} as at,
    ${pieces} as pieces`
const itsHome = sql`left join unit home on home.street_id = person.street_id and home.id = person.home_unit_id`

/** Who came, person by person, with the session as `s`. */
const came = (asked: Asked) => sql`${heldSessions(asked)} s
    join attendance on attendance.street_id = ${asked.street} and attendance.session_id = s.id
      and attendance.replaced_at is null and attendance.presence <> 'absent'
    join person on person.street_id = attendance.street_id and person.id = attendance.person_id`

const membersOn = ({ street, day }: Asked) => sql`(select distinct person_id, unit_id
    from appointment where street_id = ${street} and role = 'member' and from_on <= ${day}
      and (until_on is null or until_on >= ${day}))`

const orders = ({ street, from, before }: Asked) => sql`talk_order
    join dispatch on dispatch.street_id = talk_order.street_id and dispatch.order_id = talk_order.id
      and dispatch.status = 'accepted' and lower(dispatch.during) >= ${from}
      and lower(dispatch.during) < ${before}
    join unit on unit.street_id = talk_order.street_id and unit.id = talk_order.unit_id
    where talk_order.street_id = ${street} and talk_order.status = any(${[...wasHeld]})`

const branchRow = (at: RawBuilder<unknown>) => sql`'unit' as kind, branch.id, branch.name as label,
    '' as label_en, community.name as place, branch.id as unit_id, ${at} as at, 1 as pieces`
const itsCommunity = sql`left join unit community on community.street_id = branch.street_id
      and community.id = any(branch.ancestors) and community.kind = 'community'`

/** A matter as a record, in its community. */
const matterRow = (
  at: RawBuilder<unknown>,
) => sql`'matter' as kind, matter.id, matter.title as label,
    matter.title_en as label_en, unit.name as place, matter.community_id as unit_id, ${at} as at, 1 as pieces`
const matters = ({ street }: Asked) => sql`matter
    join unit on unit.street_id = matter.street_id and unit.id = matter.community_id
    where matter.street_id = ${street}`

/** Claims of the period that were not given up. */
const claims = ({ street, from, before }: Asked) => sql`(select * from claim
    where street_id = ${street} and claimed_at >= ${from} and claimed_at < ${before}
      and (ending is null or ending = 'confirmed')) claim`

/** A person whom the bulletin tells of, with the years from a day of theirs to the last that counts. */
const yearsSince =
  (column: 'born_on' | 'joined_party_on'): Events =>
  ({ street, bulletinId, thing, day }) => {
    const since = sql.ref(`person.${column}`)
    return sql`select ${personRow(
      sql`null::timestamptz`,
      sql`extract(year from age(${day}::date, ${since}))::int`,
    )}
      from bulletin_person told
      join person on person.street_id = told.street_id and person.id = told.person_id
      ${itsHome}
      where told.street_id = ${street} and told.bulletin_id = ${bulletinId} and told.name = ${thing}
        and ${since} is not null`
  }

/** The events of each figure: counted and shown by one query, so that both always agree. */
const eventsOf: Record<FigureName, Events> = {
  sessionsHeld: (asked) => sql`select ${sessionRow} from ${heldSessions(asked)} s`,
  homeSessions: sessionsOf('home'),
  pavilionClasses: sessionsOf('pavilion'),

  exhibitionBoards: (asked) => sql`
    select ${sessionRow} from ${heldSessions(asked)} s
    join board on board.street_id = ${asked.street} and board.session_id = s.id
    where s.format = 'exhibition'`,

  doorVisits: (asked) => sql`
    select 'session' as kind, s.id, s.title as label, s.title_en as label_en, unit.name as place,
      s.unit_id, visit.recorded_at as at, 1 as pieces
    from visit
    join session s on s.street_id = visit.street_id and s.id = visit.session_id
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    where visit.street_id = ${asked.street} and visit.result = 'visited'
      and visit.recorded_at >= ${asked.from} and visit.recorded_at < ${asked.before}`,

  peopleReached: (asked) => sql`
    select ${personRow(sql`s.at`)} from ${came(asked)} ${itsHome}`,

  membersReached: (asked) => sql`
    select ${personRow(sql`s.at`)} from ${came(asked)}
    join ${membersOn(asked)} member on member.person_id = person.id ${itsHome}`,

  attendances: (asked) => sql`
    select 'session' as kind, s.id, s.title as label, s.title_en as label_en, s.place, s.unit_id, s.at,
      (select count(*) from attendance where attendance.street_id = ${asked.street}
        and attendance.session_id = s.id and attendance.replaced_at is null
        and attendance.presence <> 'absent')
      + coalesce((select guests from outcome where outcome.street_id = ${asked.street}
        and outcome.session_id = s.id), 0) as pieces
    from ${heldSessions(asked)} s`,

  branchesTakingPart: (asked) => sql`
    select ${branchRow(sql`s.at`)} from ${came(asked)}
    join ${membersOn(asked)} member on member.person_id = person.id
    join unit branch on branch.street_id = ${asked.street} and branch.id = member.unit_id
      and branch.kind = 'branch' and branch.closed_at is null ${itsCommunity}
    union all
    select ${branchRow(sql`ordered.at`)}
    from (select talk_order.unit_id, lower(dispatch.during) as at from ${orders(asked)}) ordered
    join unit branch on branch.street_id = ${asked.street} and branch.id = ordered.unit_id
      and branch.kind = 'branch' and branch.closed_at is null ${itsCommunity}`,

  ordersHeld: (asked) => sql`
    select 'order' as kind, o.id, talk.title as label, talk.title_en as label_en, o.place, o.unit_id,
      o.at, 1 as pieces
    from (select talk_order.id, talk_order.talk_id, talk_order.unit_id, unit.name as place,
      lower(dispatch.during) as at from ${orders(asked)}) o
    join talk on talk.street_id = ${asked.street} and talk.id = o.talk_id`,

  thingsGivenOut: (asked) => sql`
    select 'session' as kind, s.id, s.title as label, s.title_en as label_en, s.place, s.unit_id, s.at,
      given_out.pieces
    from ${heldSessions(asked)} s
    join given_out on given_out.street_id = ${asked.street} and given_out.session_id = s.id
    where given_out.thing = ${asked.thing}`,

  mattersPublished: (asked) => sql`
    select ${matterRow(sql`matter.published_at`)} from ${matters(asked)}
      and matter.published_at >= ${asked.from} and matter.published_at < ${asked.before}`,

  mattersClaimed: (asked) => sql`
    select ${matterRow(sql`claim.claimed_at`)} from ${claims(asked)}
    join matter on matter.street_id = claim.street_id and matter.id = claim.matter_id
    join unit on unit.street_id = matter.street_id and unit.id = matter.community_id`,

  mattersConfirmed: (asked) => sql`
    select ${matterRow(sql`matter.ended_at`)} from ${matters(asked)} and matter.status = 'confirmed'
      and matter.ended_at >= ${asked.from} and matter.ended_at < ${asked.before}`,

  branchesClaiming: (asked) => sql`
    select ${branchRow(sql`claim.claimed_at`)} from ${claims(asked)}
    join unit branch on branch.street_id = claim.street_id and branch.id = claim.unit_id ${itsCommunity}`,

  volunteersAt: ({ street, from, before, thing }) => sql`
    select ${personRow(sql`lower(shift_place.during)`)}
    from shift_place
    join post on post.street_id = shift_place.street_id and post.id = shift_place.post_id
      and post.title = ${thing}
    join person on person.street_id = shift_place.street_id and person.id = shift_place.person_id
    ${itsHome}
    where shift_place.street_id = ${street} and shift_place.state <> 'off'
      and shift_place.during && tstzrange(${from}, ${before})`,

  youngVolunteers: ({ street, from, before, thing }) => sql`
    select ${personRow(sql`team_member.joined_at`)}
    from team_member
    join youth_team on youth_team.street_id = team_member.street_id and youth_team.id = team_member.team_id
      and youth_team.name = ${thing}
    join person on person.street_id = team_member.street_id and person.id = team_member.person_id
    ${itsHome}
    where team_member.street_id = ${street} and team_member.part = 'young'
      and team_member.joined_at < ${before}
      and (team_member.left_at is null or team_member.left_at >= ${from})`,

  courseTakers: ({ street, from, before, thing }) => sql`
    select ${personRow(sql`course_taken.completed_at`)}
    from course_taken
    join course on course.street_id = course_taken.street_id and course.id = course_taken.course_id
    join course_version on course_version.street_id = course.street_id
      and course_version.id = course.published_id
    join person on person.street_id = course_taken.street_id and person.id = course_taken.person_id
    ${itsHome}
    where course_taken.street_id = ${street} and course_taken.completed_at >= ${from}
      and course_taken.completed_at < ${before}
      and (${thing}::text is null or course_version.title = ${thing})`,

  talksOnMenu: ({ street, from, before }) => sql`
    select 'talk' as kind, talk.id, talk.title as label, talk.title_en as label_en, null as place,
      null::uuid as unit_id, talk.put_on_menu_at as at, 1 as pieces
    from talk
    where talk.street_id = ${street} and talk.put_on_menu_at < ${before}
      and (talk.retired_at is null or talk.retired_at >= ${from})`,

  speakersRegistered: ({ street, from, before, thing }) => sql`
    select 'speaker' as kind, speaker.id, person.name as label, '' as label_en, home.name as place,
      person.home_unit_id as unit_id, speaker.registered_at as at, 1 as pieces
    from speaker
    join person on person.street_id = speaker.street_id and person.id = speaker.person_id
    ${itsHome}
    where speaker.street_id = ${street} and speaker.registered_at < ${before}
      and (speaker.left_at is null or speaker.left_at >= ${from})
      and (${thing}::text is null or speaker.kind = ${thing})`,

  age: yearsSince('born_on'),
  partyYears: yearsSince('joined_party_on'),
}

// Of these a record brings several; all others count each record once however often it occurs.
const summed: readonly FigureName[] = [
  'attendances',
  'thingsGivenOut',
  'doorVisits',
  'exhibitionBoards',
  'age',
  'partyYears',
]

/** Whether a figure adds up what its records bring, so that each shows its own number. */
export function addsUp(figure: Figure): boolean {
  return summed.includes(figure.name)
}

function askedFor(ctx: ReadingNow, { season, bulletinId }: Asking, figure: Figure): Asked {
  const until = figure.until ?? season.endsOn
  const today = dayOf(ctx.now)
  return {
    street: ctx.street,
    from: instantAt(figure.from ?? season.startsOn, '00:00'),
    before: instantAt(addDays(until, 1), '00:00'),
    day: today < until ? today : until,
    thing: figure.thing,
    bulletinId,
  }
}

/** The records of a figure, each once. */
function recordsOf(ctx: ReadingNow, asking: Asking, figure: Figure): RawBuilder<RecordRow> {
  const events = eventsOf[figure.name](askedFor(ctx, asking, figure))
  const within =
    figure.unit === undefined
      ? sql`true`
      : sql`exists (select from unit u join unit above on above.street_id = u.street_id
          and above.id = any(u.ancestors) and above.name = ${figure.unit}
        where u.street_id = ${ctx.street} and u.id = event.unit_id)`
  return sql<RecordRow>`
    select kind, id, label, label_en, place, min(at) as at,
      ${addsUp(figure) ? sql`sum(pieces)::int` : sql`1`} as pieces
    from (${events}) event where ${within}
    group by kind, id, label, label_en, place`
}

/** What figures say now, by how they are written; one statement for all of them. */
export async function valuesOf(
  ctx: ReadingNow,
  asking: Asking,
  figures: readonly Figure[],
): Promise<ReadonlyMap<string, number>> {
  const wanted = onlyOnce(figures)
  if (wanted.length === 0) return new Map()
  const counts = wanted.map((figure) => {
    const records = recordsOf(ctx, asking, figure)
    return sql`select ${writtenAs(figure)}::text as figure, coalesce(sum(pieces), 0) as value from (${records}) record`
  })
  const { rows } = await sql<{ figure: string; value: number }>`
    ${sql.join(counts, sql` union all `)}`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.figure, row.value]))
}

/** A person's name as who writes bulletins may read it; a child's stays with those who look after it. */
export function nameShown(ctx: ReadingNow, person: 'person' | 'p') {
  const born = sql.ref(`${person}.born_on`)
  return sql<string>`case when ${born} > ${dayOf(ctx.now)}::date - interval '18 years'
      or ${born} is null and exists (select from guardian g where g.street_id = ${ctx.street}
        and g.child_id = ${sql.ref(`${person}.id`)}) then '' else ${sql.ref(`${person}.name`)} end`
}

/** A page of the records behind a figure, the earliest first, with how many there are. */
export async function recordsBehind(
  ctx: ReadingNow,
  asking: Asking,
  figure: Figure,
  { limit, offset }: { limit: number | null; offset: number },
) {
  const records = recordsOf(ctx, asking, figure)
  const { rows } = await sql<RecordRow>`
    select record.kind, record.id, coalesce(${nameShown(ctx, 'p')}, record.label) as label,
      record.label_en, record.place, record.at, record.pieces
    from (${records}) record
    left join person p on record.kind = 'person' and p.street_id = ${ctx.street} and p.id = record.id
    order by record.at nulls last, label, record.id
    limit ${limit} offset ${offset}`.execute(ctx.tx)
  const { rows: totals } = await sql<{ rows: number; value: number }>`
    select count(*) as rows, coalesce(sum(pieces), 0) as value from (${records}) record`.execute(
    ctx.tx,
  )
  return { records: rows, total: totals[0]?.rows ?? 0, value: totals[0]?.value ?? 0 }
}

/** The records of several figures, each with its figure; a row without an id for one that has none. */
export function freezable(ctx: ReadingNow, asking: Asking, figures: readonly Figure[]) {
  const each = onlyOnce(figures).map(
    (figure) => sql`select ${writtenAs(figure)}::text as figure, record.*
      from (select 1) one left join (${recordsOf(ctx, asking, figure)}) record on true`,
  )
  return sql`${sql.join(each, sql` union all `)}`
}

const mostChoices = 200

/**
 * What there is to count one by one: things given out, with the community where it was only one;
 * posts, teams, courses, people told of.
 */
export async function choicesOf(ctx: Reading, { season, bulletinId }: Asking) {
  const { street } = ctx
  const { rows } = await sql<{ of: FigureOf; thing: string; place: string | null }>`
    select * from (
      select 'thing' as of, given_out.thing, sum(given_out.pieces) as weight,
        case when min(community.name) = max(community.name) then min(community.name) end as place
      from given_out join session s on s.street_id = given_out.street_id and s.id = given_out.session_id
      join unit on unit.street_id = s.street_id and unit.id = s.unit_id
      left join unit community on community.street_id = unit.street_id
        and community.id = any(unit.ancestors) and community.kind = 'community'
      where given_out.street_id = ${street} and s.season_id = ${season.id} and s.status = 'held'
      group by given_out.thing
      union all
      select 'post', post.title, count(*), null from post
      join shift_place on shift_place.street_id = post.street_id and shift_place.post_id = post.id
        and shift_place.state <> 'off'
      where post.street_id = ${street} group by post.title
      union all
      select 'team', youth_team.name, count(*), null from youth_team
      join team_member on team_member.street_id = youth_team.street_id
        and team_member.team_id = youth_team.id and team_member.left_at is null
      where youth_team.street_id = ${street} group by youth_team.name
      union all
      select 'course', course_version.title, count(*), null from course
      join course_version on course_version.street_id = course.street_id
        and course_version.id = course.published_id
      where course.street_id = ${street} group by course_version.title
      union all
      select 'kind', speaker.kind, count(*), null from speaker
      where speaker.street_id = ${street} and speaker.left_at is null group by speaker.kind
      union all
      select 'person', told.name, 1, null from bulletin_person told
      where told.street_id = ${street} and told.bulletin_id = ${bulletinId}
    ) choice order by of, weight desc, thing limit ${mostChoices}`.execute(ctx.tx)
  return rows.map(({ of, thing, place }) => ({ of, thing, place }))
}

/** Which of these names no unit of the street has. */
export async function unknownUnits(ctx: Reading, names: readonly string[]): Promise<string[]> {
  if (names.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select distinct asked.name from unnest(${[...names]}::text[]) as asked (name)
    where not exists (select from unit where unit.street_id = ${ctx.street} and unit.name = asked.name)`.execute(
    ctx.tx,
  )
  return rows.map(({ name }) => name)
}
