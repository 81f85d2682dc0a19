import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { findSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf, type Span } from '#app/platform/database/spans.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional, optionalText, timeInput } from '#app/platform/http/forms.ts'
import { instantAt } from '#app/platform/time.ts'
import { mayRunSession } from './access.ts'
import { findHome } from './homes/queries.ts'
import { findSession, lockSession, preparedFor, venueTakenBy } from './queries.ts'
import { seatsAt, whyNotChanged, whyNotKept } from './rules.ts'
import { seatsTaken, whoWouldLose } from './seats/queries.ts'
import { timesUntil } from './seats/rules.ts'

export const ChangeSession = z.strictObject({
  sessionId: z.uuid(),
  when: z.strictObject({ date: dayInput, from: timeInput, to: timeInput }),
  venueId: optional(z.uuid()),
  hostId: optional(z.uuid()),
  toKnow: optionalText(300),
  toKnowEn: optionalText(400),
})

/**
 * Who runs a session moves it to another time or venue, hands it to another host, or says something
 * else to know. Nobody loses a seat by it, and everyone who has one is told.
 */
export async function changeSession(ctx: Context, input: z.infer<typeof ChangeSession>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const before = found(await findSession(ctx, session.id))
  const season = found(await findSeason(ctx, session.seasonId))
  const venueId = session.format === 'door' ? null : (input.venueId ?? session.venueId)
  const venue = venueId ? found(await findVenue(ctx, venueId)) : null
  const home = venue?.kind === 'home' ? ((await findHome(ctx, venue.id)) ?? null) : null
  const host = found(await findPerson(ctx, input.hostId ?? session.hostId))
  const { date, from, to } = input.when
  const during = { start: instantAt(date, from), end: instantAt(date, to) }
  const { toKnow, toKnowEn } = input
  const { taken, childTaken } = await seatsTaken(ctx, session.id, [])
  const seats = seatsAt(session, { venue, home }, childTaken)
  const losing = taken > seats.seats ? await whoWouldLose(ctx, session.id, seats) : []
  authorise(mayRunSession(ctx.actor, session))
  const change = { during, venue, home, hostId: host.id, toKnow, toKnowEn, ...seats }
  refuseIf(whyNotChanged(before, change, season, ctx.now))
  if (losing.length > 0) throw new Refused('session.seatsInUse', { losing })
  const [taker] = venue ? await venueTakenBy(ctx, venue.id, [during], [session.id]) : []
  if (taker) throw new Refused('venue_taken', { ...taker, ...taker.during })
  const now = { during, venueId, hostId: host.id, toKnow, toKnowEn }
  refuseIf(isSame(session, now) ? 'session.nothingChanged' : null)
  await ctx.tx
    .updateTable('session')
    .set({
      ...now,
      ...seats,
      ...timesUntil(during.start, session),
      during: rangeOf(during),
      revision: session.revision + 1,
      changedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  refuseIf(whyNotKept(session, await preparedFor(ctx, session.id)))
  await record(ctx, 'session.changed', session.id, {
    details: { was: whatWas(before, { ...now, hostName: host.name }) },
  })
}

type Changeable = {
  during: Span
  venueId: string | null
  hostId: string
  toKnow: string
  toKnowEn: string
}

function isSame(before: Changeable, now: Changeable): boolean {
  return (
    isSameTime(before.during, now.during) &&
    before.venueId === now.venueId &&
    before.hostId === now.hostId &&
    before.toKnow === now.toKnow &&
    before.toKnowEn === now.toKnowEn
  )
}

function isSameTime(a: Span, b: Span): boolean {
  return +a.start === +b.start && +a.end === +b.end
}

/** What of a session was otherwise before, for those who are told. */
export function whatWas(
  before: Pick<Changeable, 'during' | 'venueId' | 'hostId'> & {
    venueName: string
    hostName: string
  },
  now: Pick<Changeable, 'during' | 'venueId' | 'hostId'> & { hostName: string },
) {
  return {
    ...(isSameTime(before.during, now.during) ? {} : before.during),
    ...(before.venueId === now.venueId ? {} : { venue: before.venueName }),
    ...(before.hostId === now.hostId ? {} : { host: before.hostName, hostNow: now.hostName }),
  }
}
