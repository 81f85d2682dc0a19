import { sql } from 'kysely'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import { planSession } from '#app/modules/sessions/plan-session.ts'
import { findSession } from '#app/modules/sessions/queries.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { openRollPhone } from '#app/modules/sessions/roll/open-roll-phone.ts'
import { rollState } from '#app/modules/sessions/roll/queries.ts'
import { syncRoll } from '#app/modules/sessions/roll/sync-roll.ts'
import { cancelSignUp } from '#app/modules/sessions/seats/cancel-sign-up.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { planSeries } from '#app/modules/sessions/series/plan-series.ts'
import { publishSeries } from '#app/modules/sessions/series/publish-series.ts'
import { sessionsOfSeries } from '#app/modules/sessions/series/queries.ts'
import { settleEntry } from '#app/modules/sessions/settling/settle-entry.ts'
import { acceptOffer } from '#app/modules/sessions/waitlist/accept-offer.ts'
import { offersTo } from '#app/modules/sessions/waitlist/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf, instantAt, later, minute } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { evenings, expectedOfEvenings as expected } from './content/evenings.ts'
import { type Line, line } from './figures.ts'
import { as, type Stage, type Step } from './stage.ts'

type Telling = {
  stage: Stage
  cast: Cast
  /** Who plans and hosts the evenings, and who helps with the roll. */
  host: string
  helper: string
  firstDay: string
  /** Who asks for a seat, in their order. */
  people: readonly string[]
  seriesId: string
}

/** Every Thursday evening people write at the station: they sign up, wait in line, come, and say how it was. */
export function eveningSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const { residents, volunteers } = the(cast.communities, evenings.communityCode)
  const telling: Telling = {
    stage,
    cast,
    host: cast.office[2]!,
    helper: cast.office[1]!,
    firstDay,
    people: residents.filter((id) => !volunteers.includes(id)).slice(0, evenings.asked),
    seriesId: '',
  }
  return [planning(telling), ...evenings.days.flatMap((day) => eveningOf(telling, day))]
}

function planning(telling: Telling): Step {
  const { stage, cast, host, firstDay } = telling
  const [first, last] = [evenings.days[0], evenings.days.at(-1)!]
  const run = (now: Date) =>
    as(stage, host, now, async (ctx) => {
      const { id: sessionId } = await planSession(ctx, {
        title: evenings.title.zh,
        titleEn: evenings.title.en,
        strandCode: 'arts',
        format: 'workshop',
        audience: 'elders',
        language: 'nantong',
        unitId: the(cast.communities, evenings.communityCode).unitId,
        venueId: the(cast.venues, evenings.place),
        when: { date: addDays(firstDay, first), from: evenings.from, to: evenings.to },
        seats: evenings.seats,
        toKnow: evenings.toKnow.zh,
        toKnowEn: evenings.toKnow.en,
        guided: false,
        needs: [],
        leaves: '',
      })
      const untilOn = addDays(firstDay, last)
      const series = await planSeries(ctx, {
        sessionId,
        weekdays: ['4'],
        untilOn,
        onHolidays: 'skip',
      })
      telling.seriesId = series.id
      await publishSeries(ctx, { seriesId: series.id })
    })
  return { at: instantAt(addDays(firstDay, first - 8), '09:50'), run }
}

/** The evening of a day, or none where it is a holiday. */
async function onDay(telling: Telling, ctx: Context, day: number): Promise<string | undefined> {
  const date = addDays(telling.firstDay, day)
  const sessions = await sessionsOfSeries(ctx, telling.seriesId)
  return sessions.find(({ during }) => dayOf(during.start) === date)?.id
}

function eveningOf(telling: Telling, day: number): Step[] {
  const { stage, firstDay, people, host } = telling
  const at = (offset: number, time: string) => instantAt(addDays(firstDay, day + offset), time)
  const doing =
    (who: string, work: (ctx: Context, sessionId: string) => Promise<void>) => (now: Date) =>
      as(stage, who, now, async (ctx) => {
        const sessionId = await onDay(telling, ctx, day)
        if (sessionId) await work(ctx, sessionId)
      })
  const asking = people.map((person, place) => ({
    at: later(at(-5, '12:10'), place * minute),
    run: doing(person, async (ctx, sessionId) => void (await signUp(ctx, { sessionId }))),
  }))
  const givingBack = doing(people[evenings.givesBack]!, (ctx, sessionId) =>
    cancelSignUp(ctx, { sessionId }),
  )
  const first = people[evenings.seats]!
  const accepting = doing(first, async (ctx) => {
    const [offer] = await offersTo(ctx, first)
    if (offer) await acceptOffer(ctx, { waitingId: offer.waitingId })
  })
  return [
    ...asking,
    { at: at(-1, '10:00'), run: givingBack },
    { at: at(-1, '10:40'), run: accepting },
    { at: at(0, '20:10'), run: doing(host, (ctx, id) => callingByPhone(telling, ctx, id)) },
    { at: at(0, '20:15'), run: doing(telling.helper, (ctx, id) => differing(telling, ctx, id)) },
    { at: at(0, '20:30'), run: doing(host, settlingAndClosing) },
  ]
}

const daysBehind = 3

/** The host’s phone had no network, and its clock is days behind; its answer is lost, so it sends twice. */
async function callingByPhone(telling: Telling, ctx: Context, sessionId: string): Promise<void> {
  const { phoneToken } = await openRollPhone(ctx, { sessionId })
  const { people } = telling
  const clock = later(ctx.now, -daysBehind * 24 * 60 * minute)
  const presenceOf = (place: number) =>
    place === evenings.leavesEarly ? 'left_early' : place === evenings.staysAway ? 'absent' : 'came'
  const marks = people.flatMap((personId, place) =>
    place === evenings.givesBack || place > evenings.seats
      ? []
      : [
          {
            id: newId(),
            saidAt: clock,
            kind: 'mark' as const,
            personId,
            presence: presenceOf(place),
          } as const,
        ],
  )
  const guests = { id: newId(), saidAt: clock, kind: 'guests' as const, guests: evenings.guests }
  const batch = { sessionId, phoneToken, now: clock, entries: [...marks, guests] }
  await syncRoll(ctx, batch)
  await syncRoll(ctx, batch)
}

/** Someone who helped at the door had seen the one who stayed away. */
async function differing({ people }: Telling, ctx: Context, sessionId: string): Promise<void> {
  const personId = people[evenings.staysAway]!
  await callRoll(ctx, { sessionId, marks: { [personId]: { presence: 'came' } } })
}

async function settlingAndClosing(ctx: Context, sessionId: string): Promise<void> {
  const { disputed } = await rollState(ctx, found(await findSession(ctx, sessionId)))
  for (const { id: entryId } of disputed) await settleEntry(ctx, { entryId, keep: 'recorded' })
  const { guests, hands, note } = evenings
  await closeSession(ctx, { sessionId, guests, given: [], note, hands })
}

/** What the evenings came to, besides what every session comes to. */
export async function eveningLines(ctx: Context): Promise<Line[]> {
  const { street } = ctx
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from session where street_id = ${street} and series_id is not null and status = 'held') as held,
      (select count(*) from waiting where street_id = ${street}) as stood,
      (select count(*) from waiting where street_id = ${street} and status = 'seated') as seated,
      (select count(*) from roll_entry e join session s on s.street_id = ${street} and s.id = e.session_id
        where e.street_id = ${street} and s.series_id is not null) as said,
      (select count(*) from roll_entry where street_id = ${street} and settled_at is not null) as settled,
      (select sum(yes) from outcome_count where street_id = ${street} and tap = 'understood' and way = 'hands') as understood`.execute(
    ctx.tx,
  )
  const counted = rows[0]
  return [
    line('evenings of a series', expected.sessions, counted?.['held']),
    line('  stood in a line', expected.stoodInLine, counted?.['stood']),
    line('  seated from it', expected.seatedFromLine, counted?.['seated']),
    line('  said on rolls by phone', expected.saidOnRolls, counted?.['said']),
    line('  said differently, and settled', expected.settled, counted?.['settled']),
    line('  hands raised: understood', expected.understood, counted?.['understood']),
  ]
}
