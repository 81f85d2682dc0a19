import { type RawBuilder, sql } from 'kysely'
import { allWithUnits, type WithUnits } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { Seats } from '../rules.ts'
import { tooFew } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** Who has a seat, in the order of their names in pinyin. */
export async function signUpsOf(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('signUp')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'signUp.streetId')
        .onRef('person.id', '=', 'signUp.personId'),
    )
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'person.streetId')
        .onRef('unit.id', '=', 'person.homeUnitId'),
    )
    .select(['person.id', 'person.name', 'person.namePinyin', 'unit.name as unitName'])
    .where('signUp.streetId', '=', ctx.street)
    .where('signUp.sessionId', '=', sessionId)
    .where('signUp.cancelledAt', 'is', null)
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .execute()
}

/** The coming sessions a person has a seat at. */
export async function seatsHeldBy(ctx: Pick<Context, 'tx' | 'street' | 'now'>, personId: string) {
  const { rows } = await sql<{ sessionId: string }>`
    select sign_up.session_id from sign_up
    join session s on s.street_id = sign_up.street_id and s.id = sign_up.session_id
    where sign_up.street_id = ${ctx.street} and sign_up.person_id = ${personId}
      and sign_up.cancelled_at is null and lower(s.during) > ${ctx.now}`.execute(ctx.tx)
  return rows.map((row) => row.sessionId)
}

/** What a session's seats are taken by: names, seats a unit holds without names, and standing offers. */
export function takenOf(street: number, sessionId: RawBuilder<unknown>) {
  return sql<{ taken: number; childTaken: number }>`
    select coalesce(sum(seats), 0)::int as taken, coalesce(sum(child), 0)::int as child_taken from (
      select count(*) as seats, count(*) filter (where sign_up.seat = 'child') as child from sign_up
      where sign_up.street_id = ${street} and sign_up.session_id = ${sessionId} and sign_up.cancelled_at is null
      union all
      select count(*), count(*) filter (where held.seat = 'child') from waiting_person held
      where held.street_id = ${street} and held.session_id = ${sessionId} and held.seat is not null and not held.ended
      union all
      select u.seats, 0 from unnamed_seats u where u.street_id = ${street} and u.session_id = ${sessionId}
      union all
      select w.unnamed, 0 from waiting w
      where w.street_id = ${street} and w.session_id = ${sessionId} and w.status = 'offered') each_taken`
}

/** How many seats are taken, and by which of these people. Right only while the session is locked. */
export async function seatsTaken(ctx: Reading, sessionId: string, personIds: readonly string[]) {
  const { rows } = await sql<{ taken: number; childTaken: number; theirs: string[] }>`
    select all_taken.*, array(select person_id from sign_up where street_id = ${ctx.street}
      and session_id = ${sessionId} and cancelled_at is null and person_id = any(${personIds}::uuid[])) as theirs
    from (${takenOf(ctx.street, sql`${sessionId}::uuid`)}) all_taken`.execute(ctx.tx)
  return rows[0] ?? { taken: 0, childTaken: 0, theirs: [] }
}

/** What decides over a person's seat: the age, the units, and the guardians. */
export type ToSeat = WithUnits & { bornOn: string | null; guardianIds: string[] }

/** People who may be seated, in the order in which they are named. */
export async function peopleToSeat(
  ctx: Reading & Pick<Context, 'now'>,
  personIds: readonly string[],
): Promise<ToSeat[]> {
  const { rows } = await sql<{ id: string; bornOn: string | null; guardianIds: string[] }>`
    select p.id, p.born_on, array(select guardian_id from guardian
      where guardian.street_id = ${ctx.street} and guardian.child_id = p.id) as guardian_ids
    from person p where p.street_id = ${ctx.street} and p.id = any(${[...personIds]}::uuid[])`.execute(
    ctx.tx,
  )
  const theirs = new Map(rows.map((row) => [row.id, row]))
  const people = new Map((await allWithUnits(ctx, personIds)).map((each) => [each.id, each]))
  return personIds.flatMap((id) => {
    const [person, more] = [people.get(id), theirs.get(id)]
    return person && more ? [{ ...person, ...more }] : []
  })
}

/** The seats at a session that a unit holds for people without names. */
export async function heldBy(ctx: Reading, sessionId: string, unitId: string): Promise<number> {
  const row = await ctx.tx
    .selectFrom('unnamedSeats')
    .select('seats')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('unitId', '=', unitId)
    .executeTakeFirst()
  return row?.seats ?? 0
}

/** Every unit that holds seats without names, and how many. */
export async function unnamedSeatsOf(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('unnamedSeats')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'unnamedSeats.streetId')
        .onRef('unit.id', '=', 'unnamedSeats.unitId'),
    )
    .select(['unit.id as unitId', 'unit.name as unitName', 'unnamedSeats.seats'])
    .where('unnamedSeats.streetId', '=', ctx.street)
    .where('unnamedSeats.sessionId', '=', sessionId)
    .orderBy('unit.name')
    .execute()
}

/** Those who came in with a person and still have their seats, the person among them. */
export async function partyOf(ctx: Reading, sessionId: string, personId: string) {
  const { rows } = await sql<{ personId: string }>`
    select mate.person_id from sign_up own
    join sign_up mate on mate.street_id = ${ctx.street} and mate.session_id = own.session_id
      and mate.party_id = own.party_id and mate.cancelled_at is null
    where own.street_id = ${ctx.street} and own.session_id = ${sessionId}
      and own.person_id = ${personId} and own.cancelled_at is null`.execute(ctx.tx)
  return rows.map((row) => row.personId)
}

/** Who gave the seat back on the day itself: they said that they can't come. */
export async function saidCantCome(ctx: Reading, sessionId: string) {
  const { rows } = await sql<{ id: string; name: string; saidAt: Date }>`
    select p.id, p.name, sign_up.cancelled_at as said_at from sign_up
    join session s on s.street_id = ${ctx.street} and s.id = sign_up.session_id
    join person p on p.street_id = ${ctx.street} and p.id = sign_up.person_id
    where sign_up.street_id = ${ctx.street} and sign_up.session_id = ${sessionId}
      and sign_up.cancelled_at >= date_trunc('day', lower(s.during), 'Asia/Shanghai')
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}

/** Who sits at a session or holds seats there. */
export type Sitting = { name: string; seats: number; since: Date; seat: 'child' | 'open' }

/**
 * Who would have no seat any more if there were only so many: those who came last, whoever they are.
 * Names are for who runs the session.
 */
export async function whoWouldLose(
  ctx: Reading,
  sessionId: string,
  dealt: Seats,
): Promise<Sitting[]> {
  const { rows: taken } = await takenOf(ctx.street, sql`${sessionId}::uuid`).execute(ctx.tx)
  const { child, open } = tooFew(taken[0]!, dealt)
  const { rows } = await sql<Sitting>`
    select p.name, 1 as seats, sign_up.made_at as since, sign_up.seat from sign_up
    join person p on p.street_id = ${ctx.street} and p.id = sign_up.person_id
    where sign_up.street_id = ${ctx.street} and sign_up.session_id = ${sessionId} and sign_up.cancelled_at is null
    union all
    select p.name, 1, w.offered_at, held.seat from waiting_person held
    join waiting w on w.street_id = ${ctx.street} and w.id = held.waiting_id
    join person p on p.street_id = ${ctx.street} and p.id = held.person_id
    where held.street_id = ${ctx.street} and held.session_id = ${sessionId} and held.seat is not null and not held.ended
    union all
    select unit.name, u.seats, u.made_at, 'open' from unnamed_seats u
    join unit on unit.street_id = ${ctx.street} and unit.id = u.unit_id
    where u.street_id = ${ctx.street} and u.session_id = ${sessionId}
    union all
    select unit.name, w.unnamed, w.offered_at, 'open' from waiting w
    join unit on unit.street_id = ${ctx.street} and unit.id = w.unit_id
    where w.street_id = ${ctx.street} and w.session_id = ${sessionId} and w.status = 'offered'
    order by since desc, name`.execute(ctx.tx)
  return lastOf(rows, 'child', child).concat(lastOf(rows, 'open', open))
}

/** The first of a list that together have so many seats of a group. */
function lastOf(sitting: readonly Sitting[], seat: 'child' | 'open', many: number): Sitting[] {
  let left = many
  return sitting.flatMap((each) => {
    if (each.seat !== seat || left <= 0) return []
    const seats = Math.min(each.seats, left)
    left -= seats
    return [{ ...each, seats }]
  })
}

/** Writes names on seats; someone who gave one back may have one again, and then stands where they come now. */
export function seating(
  { street, now }: Pick<Context, 'street' | 'now'>,
  sessionId: string,
  madeBy: string | null,
  rows: readonly { personId: string; seat: 'child' | 'open'; partyId: string | null }[],
) {
  return sql`
    insert into sign_up (street_id, session_id, person_id, made_by, made_at, seat, party_id)
    select ${street}, ${sessionId}, person_id, coalesce(${madeBy}, person_id), ${now}, seat, party_id
    from unnest(${rows.map((row) => row.personId)}::uuid[], ${rows.map((row) => row.seat)}::text[],
      ${rows.map((row) => row.partyId)}::uuid[]) as each (person_id, seat, party_id)
    on conflict (street_id, session_id, person_id) do update set made_by = excluded.made_by,
      made_at = excluded.made_at, seat = excluded.seat, party_id = excluded.party_id, cancelled_at = null`
}

/** Has a unit hold so many seats without names in all. */
export function holding(
  { street, now }: Pick<Context, 'street' | 'now'>,
  sessionId: string,
  unitId: string,
  { seats, madeBy }: { seats: number; madeBy: string },
) {
  return sql`
    insert into unnamed_seats (street_id, session_id, unit_id, seats, made_by, made_at)
    values (${street}, ${sessionId}, ${unitId}, ${seats}, ${madeBy}, ${now})
    on conflict (street_id, session_id, unit_id)
    do update set seats = excluded.seats, made_by = excluded.made_by, made_at = excluded.made_at`
}

/** Gives back all seats that a unit holds without names. */
export function givingBack({ street }: Pick<Context, 'street'>, sessionId: string, unitId: string) {
  return sql`
    delete from unnamed_seats
    where street_id = ${street} and session_id = ${sessionId} and unit_id = ${unitId}`
}

/** Who hears for these people: themselves, and for children their guardians too. */
export async function hearersFor(
  ctx: Reading,
  personIds: readonly string[],
): Promise<{ personId: string; hearerId: string }[]> {
  // A child without a phone would only stand on the call list beside the own guardian.
  const { rows } = await sql<{ personId: string; hearerId: string }>`
    select guardian.child_id as person_id, guardian.guardian_id as hearer_id from guardian
    where guardian.street_id = ${ctx.street} and guardian.child_id = any(${personIds}::uuid[])
    union all
    select p.id, p.id from person p
    where p.street_id = ${ctx.street} and p.id = any(${personIds}::uuid[]) and (p.phone is not null
      or not exists (select from guardian where guardian.street_id = ${ctx.street} and guardian.child_id = p.id))`.execute(
    ctx.tx,
  )
  return rows
}

/** A child's guardians. */
export async function guardiansOf(ctx: Reading, childId: string): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('guardian')
    .select('guardianId')
    .where('streetId', '=', ctx.street)
    .where('childId', '=', childId)
    .execute()
  return rows.map((row) => row.guardianId)
}

/** A guardian's children, by name. */
export async function childrenOf(ctx: Reading, guardianId: string) {
  return ctx.tx
    .selectFrom('guardian')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'guardian.streetId')
        .onRef('person.id', '=', 'guardian.childId'),
    )
    .select(['person.id', 'person.name', 'person.bornOn'])
    .where('guardian.streetId', '=', ctx.street)
    .where('guardian.guardianId', '=', guardianId)
    .orderBy('person.namePinyin')
    .execute()
}
