import { sql } from 'kysely'
import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { findSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record, recordAll } from '#app/platform/facts.ts'
import { optional, text, timeInput } from '#app/platform/http/forms.ts'
import { dayOf, instantAt } from '#app/platform/time.ts'
import { mayRunSession } from '../access.ts'
import { whatWas } from '../change-session.ts'
import { findHome } from '../homes/queries.ts'
import { findSession, preparedOf, type SessionRow, venueTakenBy } from '../queries.ts'
import { type Seats, seatsAt, whyNotChanged, whyNotKept } from '../rules.ts'
import { whoWouldLose } from '../seats/queries.ts'
import { timesUntil } from '../seats/rules.ts'
import { lockSessionsOfSeries, sessionsOfSeries } from './queries.ts'
import { andFollowing } from './rules.ts'

export const ChangeFollowing = z.strictObject({
  sessionId: z.uuid(),
  /** The time of day; each stays on its own day. */
  from: timeInput,
  to: timeInput,
  venueId: optional(z.uuid()),
  hostId: optional(z.uuid()),
  /** What to know before coming, where that is another for all of them. */
  toKnow: text(300, 0).optional(),
  toKnowEn: text(400, 0).optional(),
})

/**
 * Moves a session of a series and all that follow it to another time of day or venue, or hands them to
 * another host: all of them or none. Who has a seat at one is told of that one.
 */
export async function changeFollowing(ctx: Context, input: z.infer<typeof ChangeFollowing>) {
  const session = found(await findSession(ctx, input.sessionId))
  const seriesId = found(session.seriesId)
  await lockSessionsOfSeries(ctx, seriesId)
  const sessions = andFollowing(await sessionsOfSeries(ctx, seriesId), session, ctx.now)
  const season = found(await findSeason(ctx, session.seasonId))
  const venue = input.venueId ? found(await findVenue(ctx, input.venueId)) : null
  const host = input.hostId ? found(await findPerson(ctx, input.hostId)) : null
  const place = venue ?? (session.venueId && { id: session.venueId, kind: session.venueKind })
  const home = place && place.kind === 'home' ? ((await findHome(ctx, place.id)) ?? null) : null
  authorise([session, ...sessions].every((each) => mayRunSession(ctx.actor, each)))
  refuseIf(sessions.length === 0 ? 'series.nothingLeft' : null)
  const changes = sessions
    .map((each) => changeOf(each, input, { venue, home, host }))
    .filter(isOther)
  refuseIf(changes.length === 0 ? 'session.nothingChanged' : null)
  for (const { each, change } of changes) refuseIf(whyNotChanged(each, change, season, ctx.now))
  await refuseLosing(ctx, changes)
  await refuseTaken(ctx, changes)
  await write(ctx, changes)
  const prepared = await preparedOf(
    ctx,
    sessions.map(({ id }) => id),
  )
  for (const each of sessions) refuseIf(whyNotKept(each, prepared.get(each.id)))
  await recordAll(
    ctx,
    'session.changed',
    changes.map(({ each, now }) => ({
      subjectId: each.id,
      details: { seriesId, was: whatWas(each, now) },
    })),
  )
  await record(ctx, 'series.changed', seriesId, { details: { sessions: changes.length } })
}

type Changed = ReturnType<typeof changeOf>

function changeOf(
  each: SessionRow,
  input: z.infer<typeof ChangeFollowing>,
  to: {
    venue: Awaited<ReturnType<typeof findVenue>> | null
    home: Awaited<ReturnType<typeof findHome>> | null
    host: { id: string; name: string } | null
  },
) {
  const day = dayOf(each.during.start)
  const during = { start: instantAt(day, input.from), end: instantAt(day, input.to) }
  const venue = to.venue ?? (each.venueId && { kind: each.venueKind!, seats: each.seats })
  const place = { venue: venue || null, home: to.home ?? null }
  const seats: Seats = seatsAt(each, place, each.childTaken)
  const { id: hostId, name: hostName } = to.host ?? { id: each.hostId, name: each.hostName }
  const { toKnow = each.toKnow, toKnowEn = each.toKnowEn } = input
  return {
    each,
    seats,
    times: timesUntil(during.start, each),
    change: { during, ...place, hostId, toKnow, toKnowEn, ...seats },
    now: { during, venueId: to.venue?.id ?? each.venueId, hostId, hostName },
  }
}

function isOther({ each, change, now }: Changed): boolean {
  const says = each.toKnow !== change.toKnow || each.toKnowEn !== change.toKnowEn
  return says || Object.keys(whatWas(each, now)).length > 0
}

/** Nobody loses a seat: the first session that would be too small says who would. */
async function refuseLosing(ctx: Context, changes: readonly Changed[]) {
  const tight = changes.find(({ each, seats }) => each.taken > seats.seats)
  if (!tight) return
  const losing = await whoWouldLose(ctx, tight.each.id, tight.seats)
  throw new Refused('session.seatsInUse', { losing })
}

async function refuseTaken(ctx: Context, changes: readonly Changed[]) {
  const venueId = changes[0]?.now.venueId
  const there = changes.filter(({ now }) => now.venueId === venueId)
  const ids = changes.map(({ each }) => each.id)
  const times = there.map(({ now }) => now.during)
  const [taken] = venueId ? await venueTakenBy(ctx, venueId, times, ids) : []
  if (taken) throw new Refused('venue_taken', { ...taken, ...taken.during })
}

async function write(ctx: Context, changes: readonly Changed[]) {
  const list = <V>(value: (changed: Changed) => V) => changes.map(value)
  await sql`
    update session s set during = tstzrange(c.start_at, c.end_at), venue_id = c.venue_id, host_id = c.host_id,
      seats = c.seats, child_seats = c.child_seats, to_know = c.to_know, to_know_en = c.to_know_en,
      opens_at = c.opens_at, closes_at = c.closes_at, revision = s.revision + 1, changed_at = ${ctx.now}
    from unnest(${list(({ each }) => each.id)}::uuid[], ${list(({ now }) => now.during.start)}::timestamptz[],
      ${list(({ now }) => now.during.end)}::timestamptz[], ${list(({ now }) => now.venueId)}::uuid[],
      ${list(({ now }) => now.hostId)}::uuid[], ${list(({ seats }) => seats.seats)}::int[],
      ${list(({ seats }) => seats.childSeats)}::int[], ${list(({ change }) => change.toKnow)}::text[],
      ${list(({ change }) => change.toKnowEn)}::text[], ${list(({ times }) => times.opensAt)}::timestamptz[],
      ${list(({ times }) => times.closesAt)}::timestamptz[])
      as c (id, start_at, end_at, venue_id, host_id, seats, child_seats, to_know, to_know_en, opens_at, closes_at)
    where s.street_id = ${ctx.street} and s.id = c.id`.execute(ctx.tx)
}
