import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { readLink } from '#app/platform/signing.ts'
import { lockSession } from '../queries.ts'
import { peopleToSeat, seatsTaken, takenOf } from '../seats/queries.ts'
import { roomOf, type Size, sizeOf } from '../seats/rules.ts'
import type { PartyStatus } from './rules.ts'
import { whyWaiting } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** What a link to an offer may do: answer it. */
export const answering = 'seats'

export type InLine = {
  id: string
  number: number
  status: PartyStatus
  unitId: string | null
  unitName: string | null
  unnamed: number
  askedBy: string
  askedAt: Date
  offerUntil: Date | null
  people: { id: string; name: string; bornOn: string | null }[]
}

export type LineParty = InLine & { size: Size }

/**
 * Who stands in a session's line, in the order in which they came, whoever has an offer among them; or
 * only some of the places there.
 */
export async function partiesInLine(
  ctx: ReadingNow,
  sessionId: string,
  only?: readonly string[],
): Promise<LineParty[]> {
  const which = only ? sql`w.id = any(${[...only]}::uuid[])` : sql`true`
  const { rows } = await sql<InLine>`
    select w.id, w.number, w.status, w.unit_id, unit.name as unit_name, w.unnamed, w.asked_by, w.asked_at,
      w.offer_until, coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'bornOn', p.born_on)
        order by p.born_on, p.id) filter (where p.id is not null), '[]') as people
    from waiting w
    left join waiting_person wp on wp.street_id = ${ctx.street} and wp.waiting_id = w.id and not wp.ended
    left join person p on p.street_id = ${ctx.street} and p.id = wp.person_id
    left join unit on unit.street_id = ${ctx.street} and unit.id = w.unit_id
    where w.street_id = ${ctx.street} and w.session_id = ${sessionId} and w.ended_at is null and ${which}
    group by w.street_id, w.id, unit.name
    order by w.number`.execute(ctx.tx)
  // Everyone of a party may have been forgotten: it is nobody's then.
  return rows
    .map((party) => ({ ...party, size: sizeWith(party, ctx.now) }))
    .filter(({ size }) => size.children + size.others > 0)
}

function sizeWith({ people, unnamed }: Pick<InLine, 'people' | 'unnamed'>, now: Date): Size {
  const size = sizeOf(people, now)
  return { ...size, others: size.others + unnamed }
}

/** The last number that was given in a line, and how many numbers stand there no more. */
function numbersOf({ street }: Reading, sessionId: string) {
  return sql`(select coalesce(max(number), 0)::int from waiting
        where street_id = ${street} and session_id = ${sessionId}) as last,
      (select count(*)::int from waiting
        where street_id = ${street} and session_id = ${sessionId} and ended_at is not null) as gone`
}

/** How many stand in a line, and the last number that was given. Right only while the session is locked. */
export async function endOfLine(ctx: Reading, sessionId: string) {
  const { rows } = await sql<{
    last: number
    gone: number
  }>`select ${numbersOf(ctx, sessionId)}`.execute(ctx.tx)
  const { last, gone } = rows[0]!
  // Numbers are given without a gap, so that nobody has to be counted.
  return { last, parties: last - gone }
}

/**
 * In one question, since everyone else waits for the answer: how many seats of a session are taken, who
 * of these people has one or stands in line, and where the line ends.
 */
export async function standingOf(ctx: Reading, sessionId: string, personIds: readonly string[]) {
  type Standing = { taken: number; childTaken: number; seated: string[]; inLine: string[] }
  const { rows } = await sql<Standing & { last: number; gone: number }>`
    select all_taken.*, ${numbersOf(ctx, sessionId)},
      array(select person_id from sign_up where street_id = ${ctx.street} and session_id = ${sessionId}
        and cancelled_at is null and person_id = any(${[...personIds]}::uuid[])) as seated,
      array(select person_id from waiting_person where street_id = ${ctx.street} and session_id = ${sessionId}
        and not ended and person_id = any(${[...personIds]}::uuid[])) as in_line
    from (${takenOf(ctx.street, sql`${sessionId}::uuid`)}) all_taken`.execute(ctx.tx)
  const { last, gone, ...standing } = rows[0]!
  return { ...standing, end: { last, parties: last - gone } }
}

/** Which of these people stand in a session's line. */
export async function inLineAmong(ctx: Reading, sessionId: string, personIds: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('waitingPerson')
    .select(['waitingId', 'personId'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('personId', '=', (is) => is.fn.any(is.val([...personIds])))
    .where('ended', '=', false)
    .execute()
  return rows
}

/** The place in a session's line at which a unit waits for seats without names. */
export async function unitInLine(ctx: Reading, sessionId: string, unitId: string) {
  return ctx.tx
    .selectFrom('waiting')
    .select(['id', 'unnamed'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('unitId', '=', unitId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

type Joining = {
  id: string
  number: number
  unitId: string | null
  unnamed: number
  personIds: readonly string[]
}

/** Puts parties at the end of a line, each with its number and its people. */
export function joining(
  { street, now }: Pick<Context, 'street' | 'now'>,
  sessionId: string,
  askedBy: string,
  parties: readonly Joining[],
) {
  const members = parties.flatMap(({ id, personIds }) =>
    personIds.map((personId) => ({ id, personId })),
  )
  return sql`
    with joined as (
    insert into waiting (street_id, id, session_id, number, unit_id, unnamed, status, asked_by, asked_at)
    select ${street}, id, ${sessionId}, number, unit_id, unnamed, 'waiting', ${askedBy}, ${now}
    from unnest(${parties.map((party) => party.id)}::uuid[], ${parties.map((party) => party.number)}::int[],
      ${parties.map((party) => party.unitId)}::uuid[], ${parties.map((party) => party.unnamed)}::int[])
      as each (id, number, unit_id, unnamed))
    insert into waiting_person (street_id, waiting_id, session_id, person_id)
    select ${street}, waiting_id, ${sessionId}, person_id
    from unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ personId }) => personId)}::uuid[])
      as each (waiting_id, person_id)`
}

/** Ends places in a line, in one way. */
export function ending(
  { street, now }: Pick<Context, 'street' | 'now'>,
  waitingIds: readonly string[],
  status: 'seated' | 'left' | 'declined' | 'lapsed',
) {
  return sql`
    with gone as (
      update waiting set status = ${status}, ended_at = ${now}
      where street_id = ${street} and id = any(${[...waitingIds]}::uuid[]) and ended_at is null returning id)
    update waiting_person set ended = true from gone
    where waiting_person.street_id = ${street} and waiting_person.waiting_id = gone.id`
}

/** Takes people out of the parties they wait with. */
export function leaving(street: number, sessionId: string, personIds: readonly string[]) {
  return sql`
    delete from waiting_person where street_id = ${street} and session_id = ${sessionId}
      and person_id = any(${[...personIds]}::uuid[]) and not ended`
}

/** Ends the places in a line that nobody is left of. */
export function endingEmpty(
  { street, now }: Pick<Context, 'street' | 'now'>,
  sessionId: string,
  status: 'seated' | 'left',
) {
  return sql`
    update waiting set status = ${status}, ended_at = ${now}
    where street_id = ${street} and session_id = ${sessionId} and ended_at is null and unit_id is null
      and not exists (select from waiting_person wp where wp.street_id = ${street} and wp.waiting_id = waiting.id)`
}

/** Offers seats to parties: each person's is written down. */
export function offering(
  { street, now }: Pick<Context, 'street' | 'now'>,
  until: Date,
  waitingIds: readonly string[],
  seats: readonly { personId: string; waitingId: string; seat: 'child' | 'open' }[],
) {
  return sql`
    with asked as (
      update waiting set status = 'offered', offered_at = ${now}, offer_until = ${until}
      where street_id = ${street} and id = any(${[...waitingIds]}::uuid[]) returning id)
    update waiting_person set seat = each.seat
    from asked, unnest(${seats.map((row) => row.waitingId)}::uuid[], ${seats.map((row) => row.personId)}::uuid[],
      ${seats.map((row) => row.seat)}::text[]) as each (waiting_id, person_id, seat)
    where waiting_person.street_id = ${street} and waiting_person.waiting_id = asked.id
      and each.waiting_id = asked.id and waiting_person.person_id = each.person_id`
}

/** Ends the offers of a session by a moment, whatever time they had. */
export function shortening({ street }: Pick<Context, 'street'>, sessionId: string, last: Date) {
  return sql`
    update waiting set offer_until = ${last}
    where street_id = ${street} and session_id = ${sessionId} and status = 'offered' and offer_until > ${last}`
}

/** A place in a line, whether it still stands or not. */
async function findParty(ctx: Reading, waitingId: string) {
  return ctx.tx
    .selectFrom('waiting')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', waitingId)
    .executeTakeFirst()
}

/** Who waits at a place in a line, or waited there until it ended. */
async function membersOf(ctx: Reading, waitingId: string) {
  return ctx.tx
    .selectFrom('waitingPerson')
    .select(['personId', 'seat'])
    .where('streetId', '=', ctx.street)
    .where('waitingId', '=', waitingId)
    .orderBy('personId')
    .execute()
}

/** A place in a line with its people. */
export async function partyWithPeople(ctx: ReadingNow, waitingId: string) {
  const row = await findParty(ctx, waitingId)
  if (!row) return undefined
  const members = await membersOf(ctx, waitingId)
  const seats = new Map(members.map((member) => [member.personId, member.seat]))
  const people = await peopleToSeat(ctx, [...seats.keys()])
  return {
    ...row,
    people: people.map((person) => ({ ...person, seat: seats.get(person.id) ?? null })),
    size: sizeWith({ people, unnamed: row.unnamed }, ctx.now),
  }
}

export type Party = NonNullable<Awaited<ReturnType<typeof partyWithPeople>>>

/** Takes a session for this transaction by one of the places in its line, and reads both after that. */
export async function lockParty(ctx: ReadingNow, waitingId: string) {
  const known = await findParty(ctx, waitingId)
  const session = known && (await lockSession(ctx, known.sessionId))
  const party = session && (await partyWithPeople(ctx, waitingId))
  return party && { session, party }
}

/** The offer that a link is of; undefined for a link that isn't ours. */
export async function offerOfLink(ctx: ReadingNow, token: string): Promise<Party | undefined> {
  const link = await readLink(ctx, answering, token)
  return link ? partyWithPeople(ctx, link.id) : undefined
}

/** Sessions to come at which somebody waits, in one order for whoever locks several. */
export async function sessionsWithLine(ctx: ReadingNow): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from session s
    where s.street_id = ${ctx.street} and s.status = 'scheduled' and lower(s.during) > ${ctx.now}
      and exists (select from waiting w where w.street_id = ${ctx.street} and w.session_id = s.id
        and w.ended_at is null)
    order by s.id`.execute(ctx.tx)
  return rows.map((row) => row.id)
}

/** Who still waited at a session when its line was ended, or waits there now. */
export async function waitedFor(ctx: Reading, sessionId: string): Promise<string[]> {
  const { rows } = await sql<{ personId: string }>`
    select wp.person_id from waiting_person wp
    where wp.street_id = ${ctx.street} and wp.session_id = ${sessionId} and not wp.ended
    union
    select w.asked_by from waiting w
    where w.street_id = ${ctx.street} and w.session_id = ${sessionId} and w.ended_at is null
      and w.unit_id is not null`.execute(ctx.tx)
  return rows.map((row) => row.personId)
}

/** A session's line for who runs it: each party's position, its people, and its offer. */
export async function lineOf(ctx: ReadingNow, sessionId: string) {
  const parties = await partiesInLine(ctx, sessionId)
  return parties.map((party, at) => ({ ...party, position: at + 1, seats: seatsOf(party) }))
}

/** The places of a session's line, each with the seats that are waited for there; whoever is forgotten waits for none. */
function placesIn({ street }: Reading, sessionId: string) {
  return sql`(
    select w.id, w.number, w.status, w.unnamed + (select count(*)::int from waiting_person wp
      where wp.street_id = ${street} and wp.waiting_id = w.id and not wp.ended) as seats
    from waiting w
    where w.street_id = ${street} and w.session_id = ${sessionId} and w.ended_at is null)`
}

/** How many seats are waited for at a session; those on offer are not. */
export async function seatsWaitedFor(ctx: Reading, sessionId: string): Promise<number> {
  const { rows } = await sql<{ seats: number }>`
    select coalesce(sum(seats), 0)::int as seats from ${placesIn(ctx, sessionId)} place
    where place.status = 'waiting'`.execute(ctx.tx)
  return rows[0]!.seats
}

/** How many come before some places in a line, and how many seats these wait for or are offered. */
async function aheadOf(ctx: Reading, sessionId: string, waitingIds: readonly string[]) {
  const { rows } = await sql<{ id: string; parties: number; seats: number }>`
    select own.id, count(place.id)::int as parties, coalesce(sum(place.seats), 0)::int as seats
    from waiting own
    left join ${placesIn(ctx, sessionId)} place on place.number < own.number and place.seats > 0
    where own.street_id = ${ctx.street} and own.id = any(${[...waitingIds]}::uuid[])
    group by own.id`.execute(ctx.tx)
  return new Map(rows.map(({ id, ...ahead }) => [id, ahead]))
}

const seatsOf = ({ size }: { size: Size }) => size.children + size.others

/** Where people of whom the reader may know stand in a session's line, and why they have no seat yet. */
export async function placesOf(
  ctx: ReadingNow,
  session: { id: string; seats: number; childSeats: number },
  personIds: readonly string[],
) {
  const own = await inLineAmong(ctx, session.id, personIds)
  if (own.length === 0) return []
  const ids = own.map(({ waitingId }) => waitingId)
  // A line may be of thousands: nobody's own place is found by reading all of it.
  const parties = await partiesInLine(ctx, session.id, ids)
  const ahead = await aheadOf(ctx, session.id, ids)
  const room = roomOf(session, await seatsTaken(ctx, session.id, []))
  return own.flatMap(({ personId, waitingId }) => {
    const party = parties.find(({ id }) => id === waitingId)
    const before = ahead.get(waitingId)
    if (!party || !before) return []
    return [
      {
        personId,
        waitingId,
        number: party.number,
        position: before.parties + 1,
        partiesAhead: before.parties,
        seatsAhead: before.seats,
        partySize: seatsOf(party),
        offerUntil: party.status === 'offered' ? party.offerUntil : null,
        whyWaiting: party.status === 'offered' ? null : whyWaiting(room, party.size),
      },
    ]
  })
}

/** Standing offers that a person can answer: for themselves, for their children, for seats of their unit. */
export async function offersTo(ctx: ReadingNow, personId: string) {
  const { rows } = await sql<{
    waitingId: string
    sessionId: string
    title: string
    titleEn: string
    start: Date
    end: Date
    seats: number
    offerUntil: Date
  }>`
    select w.id as waiting_id, s.id as session_id, s.title, s.title_en, lower(s.during) as start,
      upper(s.during) as end, w.offer_until, w.unnamed + (select count(*)::int from waiting_person wp
        where wp.street_id = ${ctx.street} and wp.waiting_id = w.id and not wp.ended) as seats
    from waiting w
    join session s on s.street_id = ${ctx.street} and s.id = w.session_id and s.status = 'scheduled'
    where w.street_id = ${ctx.street} and w.status = 'offered' and w.offer_until > ${ctx.now}
      and ((w.unit_id is not null and w.asked_by = ${personId}) or exists (
        select from waiting_person wp
        where wp.street_id = ${ctx.street} and wp.waiting_id = w.id and not wp.ended
          and (wp.person_id = ${personId} or exists (select from guardian
            where guardian.street_id = ${ctx.street} and guardian.child_id = wp.person_id
              and guardian.guardian_id = ${personId}))))
    order by w.offer_until, w.id`.execute(ctx.tx)
  return rows
}
