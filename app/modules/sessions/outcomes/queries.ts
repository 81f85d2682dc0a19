import { sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { readLink, signLinks } from '#app/platform/signing.ts'
import { dayOf } from '#app/platform/time.ts'
import type { SessionStatus } from '../rules.ts'
import {
  type CountRow,
  type Counts,
  type PerTap,
  resultsOf,
  step,
  type Tap,
  type TapResult,
  tapsAskedAfter,
  tapsLinkOver,
  type Way,
} from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** What a link to the four taps may do. */
export const tapping = 'taps'

/** Someone to be asked, and who is asked: themselves, or a guardian for a child. */
export type ToAsk = { personId: string; hearerId: string }

/**
 * Who came to a session, has not been asked about it, and can be reached by message. For a child it is
 * one guardian, who came along if one did. Whoever uses no phone is not called: they have strips.
 */
export async function peopleToAsk(ctx: ReadingNow, sessionId: string): Promise<ToAsk[]> {
  const { street } = ctx
  const { rows } = await sql<ToAsk>`
    with came as (
      select a.person_id from attendance a
      where a.street_id = ${street} and a.session_id = ${sessionId} and a.replaced_at is null
        and a.presence <> 'absent')
    select p.id as person_id, hearer.id as hearer_id
    from came
    join person p on p.street_id = ${street} and p.id = came.person_id
    left join lateral (
      select g.guardian_id from guardian g
      join person parent on parent.street_id = g.street_id and parent.id = g.guardian_id
        and parent.reach = 'sms' and parent.phone is not null
      where g.street_id = ${street} and g.child_id = p.id
      order by g.guardian_id in (select person_id from came) desc, g.made_at, g.guardian_id
      limit 1) own on true
    join person hearer on hearer.street_id = ${street} and hearer.reach = 'sms' and hearer.phone is not null
      and hearer.id = case when coalesce(p.born_on > ${dayOf(ctx.now)}::date - interval '18 years',
        exists (select from guardian g where g.street_id = ${street} and g.child_id = p.id))
        then own.guardian_id else p.id end
    where not exists (select from outcome_slip slip where slip.street_id = ${street}
      and slip.session_id = ${sessionId} and slip.person_id = p.id)
    order by p.id`.execute(ctx.tx)
  return rows
}

/** The slip of a link, and whether its time is over; undefined for none of ours. */
export async function openTapsLink(ctx: ReadingNow, token: string) {
  const link = await readLink(ctx, tapping, token)
  const slip = link && (await slipOf(ctx, link.id))
  return link && slip ? { over: link.over, slip } : undefined
}

async function slipOf({ tx, street }: Reading, slipId: string) {
  const { rows } = await sql<{
    id: string
    sessionId: string
    answered: boolean
    title: string
    titleEn: string
    heldAt: Date
    /** Hands were raised for everyone who was there. */
    askedInTheRoom: boolean
  }>`
    select slip.id, slip.session_id, slip.answered, s.title, s.title_en, lower(s.during) as held_at,
      exists (select from outcome_count c where c.street_id = ${street} and c.session_id = s.id
        and c.way = 'hands' and c.yes + c.no > 0) as asked_in_the_room
    from outcome_slip slip
    join session s on s.street_id = slip.street_id and s.id = slip.session_id
    where slip.street_id = ${street} and slip.id = ${slipId}`.execute(tx)
  return rows[0]
}

/** What is counted of a session, way by way. Only for writing on: what may be seen is `tapsOf`. */
export async function countsOf(ctx: Reading, sessionId: string): Promise<CountRow[]> {
  const rows = await ctx.tx
    .selectFrom('outcomeCount')
    .select(['way', 'tap', 'yes', 'no', 'shownYes', 'shownNo'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .execute()
  return rows.map(({ way, tap, yes, no, shownYes, shownNo }) => ({
    way,
    tap,
    counted: { yes, no },
    shown: { yes: shownYes, no: shownNo },
  }))
}

/** How many were at a session, how many of them were sent a link, and how many of these answered. */
export async function askedAt(ctx: Reading, sessionId: string) {
  const { street } = ctx
  const { rows } = await sql<{
    status: SessionStatus
    headCount: number
    links: number
    answered: number
  }>`
    select s.status, coalesce(outcome.guests, 0) + (select count(*) from attendance a where a.street_id = ${street}
        and a.session_id = s.id and a.replaced_at is null and a.presence <> 'absent') as head_count,
      count(slip.id) as links, count(slip.id) filter (where slip.answered) as answered
    from session s
    left join outcome on outcome.street_id = s.street_id and outcome.session_id = s.id
    left join outcome_slip slip on slip.street_id = s.street_id and slip.session_id = s.id
    where s.street_id = ${street} and s.id = ${sessionId}
    group by s.street_id, s.id, outcome.street_id, outcome.session_id`.execute(ctx.tx)
  return rows[0]
}

/** What those who came said, as it is shown, beside how many came. */
export type Said = { came: number; results: TapResult[] }

export async function tapsOf(ctx: Reading, sessionId: string): Promise<Said> {
  const asked = await askedAt(ctx, sessionId)
  const rows = await countsOf(ctx, sessionId)
  const results = resultsOf(rows.map(({ tap, shown }) => ({ tap, ...shown })))
  return { came: asked?.headCount ?? 0, results }
}

/** What was typed in of a session, for who corrects it. */
export async function typedOf(ctx: Reading, sessionId: string) {
  const rows = await countsOf(ctx, sessionId)
  const of = (wanted: Way) =>
    Object.fromEntries(
      rows.filter(({ way }) => way === wanted).map(({ tap, counted }) => [tap, counted]),
    ) as PerTap<Counts>
  return { paper: of('paper'), hands: of('hands') }
}

/** What stands on a session's roll that nobody has looked at yet: two who disagree, names not found. */
export async function openOnRoll({ tx, street }: Reading, sessionId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from roll_entry
    where street_id = ${street} and session_id = ${sessionId} and settled_at is null
      and (result in ('held', 'disputed', 'late', 'kept')
        or result = 'applied' and kind = 'walk_in' and person_id is null)`.execute(tx)
  return rows[0]!.count
}

/** What was said after the talks of a topic, as it is shown of each session, beside how many came to these. */
export async function tapsByTopic({ tx, street }: Reading, scope: Scope) {
  const { rows } = await sql<{ topic: string; tap: Tap; yes: number; no: number; came: number }>`
    with shown as (
      select session_id, tap, sum(shown_yes) as yes, sum(shown_no) as no from outcome_count
      where street_id = ${street} group by session_id, tap having sum(shown_yes + shown_no) >= ${step})
    select topic, shown.tap, sum(shown.yes) as yes, sum(shown.no) as no,
      sum(outcome.guests + (select count(*) from attendance a where a.street_id = ${street}
        and a.session_id = s.id and a.replaced_at is null and a.presence <> 'absent')) as came
    from shown
    join session s on s.street_id = ${street} and s.id = shown.session_id
    join outcome on outcome.street_id = ${street} and outcome.session_id = s.id
    join talk on talk.street_id = ${street} and talk.id = s.talk_id
    cross join lateral unnest(talk.topics) as topic
    where s.unit_id = any(${[...scope.unitIds]}::uuid[])
    group by topic, shown.tap`.execute(tx)
  return rows
}

/** What someone was asked and has not answered in time yet, for themselves or a child, each with its link. */
export async function tapsWaitingFor(ctx: ReadingNow, personId: string) {
  const { rows } = await sql<{ id: string; askedAt: Date; title: string; titleEn: string }>`
    select slip.id, slip.asked_at, s.title, s.title_en
    from outcome_slip slip
    join session s on s.street_id = slip.street_id and s.id = slip.session_id
    where slip.street_id = ${ctx.street} and not slip.answered and slip.asked_at > ${tapsAskedAfter(ctx.now)}
      and exists (select from notice n where n.street_id = ${ctx.street} and n.fact_id = slip.id
        and n.name = 'taps.asked' and n.person_id = ${personId})
      and not exists (select from outcome_count c where c.street_id = ${ctx.street}
        and c.session_id = s.id and c.way = 'hands' and c.yes + c.no > 0)
    order by slip.asked_at desc, slip.id limit 5`.execute(ctx.tx)
  const links = rows.map(({ id, askedAt }) => ({ id, expiresAt: tapsLinkOver(askedAt) }))
  const tokens = (await signLinks(ctx, tapping, links)) ?? []
  return rows.map(({ title, titleEn }, at) => ({ title, titleEn, token: tokens[at]! }))
}
