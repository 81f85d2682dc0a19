import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { rangeOf, type Span } from '#app/platform/database/spans.ts'
import type { BookingStatus, ResourceKind } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type ResourceRow = {
  id: string
  kind: ResourceKind
  name: string
  nameEn: string
  about: string
  aboutEn: string
  keeperId: string
  keeperName: string
  retiredAt: Date | null
  /** Where it is now or goes next. */
  nextUnit: string | null
  nextDuring: Span | null
}

async function resourcesWhere(
  { tx, street, now }: Pick<Context, 'tx' | 'street' | 'now'>,
  where: ReturnType<typeof sql>,
) {
  const { rows } = await sql<ResourceRow>`
    select r.id, r.kind, r.name, r.name_en, r.about, r.about_en, r.keeper_id, keeper.name as keeper_name,
      r.retired_at, next.unit_name as next_unit, next.during as next_during
    from resource r
    join person keeper on keeper.street_id = r.street_id and keeper.id = r.keeper_id
    left join lateral (
      select unit.name as unit_name, b.during from booking b
      join unit on unit.street_id = b.street_id and unit.id = b.unit_id
      where b.street_id = ${street} and b.resource_id = r.id and b.status in ('booked', 'handed_over')
        and (upper(b.during) > ${now} or b.status = 'handed_over')
      order by lower(b.during) limit 1) next on true
    where r.street_id = ${street} and ${where}
    order by r.kind, r.name, r.id`.execute(tx)
  return rows
}

/** What can be lent now, with where each thing goes next. */
export async function resources(ctx: Pick<Context, 'tx' | 'street' | 'now'>) {
  return resourcesWhere(ctx, sql`r.retired_at is null`)
}

export async function findResource(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  resourceId: string,
): Promise<ResourceRow | undefined> {
  return (await resourcesWhere(ctx, sql`r.id = ${resourceId}`))[0]
}

/** Takes the resource for this transaction: two who want it at once come one after the other. */
export async function lockResource(ctx: Reading, resourceId: string) {
  return ctx.tx
    .selectFrom('resource')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', resourceId)
    .forUpdate()
    .executeTakeFirst()
}

export type BookingRow = {
  id: string
  resourceId: string
  unitId: string
  unitName: string
  sessionId: string | null
  sessionTitle: string | null
  sessionTitleEn: string | null
  during: Span
  status: BookingStatus
  bookedByName: string
  handedTo: string
  handedOverAt: Date | null
  returnedAt: Date | null
  returnNote: string
}

async function bookingsWhere({ tx, street }: Reading, where: ReturnType<typeof sql>) {
  const { rows } = await sql<BookingRow>`
    select b.id, b.resource_id, b.unit_id, unit.name as unit_name, b.session_id, s.title as session_title,
      s.title_en as session_title_en, b.during, b.status, booker.name as booked_by_name, b.handed_to,
      b.handed_over_at, b.returned_at, b.return_note
    from booking b
    join unit on unit.street_id = b.street_id and unit.id = b.unit_id
    join person booker on booker.street_id = b.street_id and booker.id = b.booked_by
    left join session s on s.street_id = b.street_id and s.id = b.session_id
    where b.street_id = ${street} and ${where}
    order by lower(b.during), b.id
    limit 400`.execute(tx)
  return rows
}

/** Who has a resource at some time of a span, the first of them. */
export async function bookingWithin(ctx: Reading, resourceId: string, during: Span) {
  const [booking] = await bookingsWhere(
    ctx,
    sql`b.resource_id = ${resourceId} and b.status in ('booked', 'handed_over')
      and b.during && ${rangeOf(during)}::tstzrange`,
  )
  return booking
}

/** A resource's bookings that touch a span, those given up left out. */
export async function bookingsOf(ctx: Reading, resourceId: string, span: Span) {
  return bookingsWhere(
    ctx,
    sql`b.resource_id = ${resourceId} and b.status <> 'cancelled'
      and b.during && ${rangeOf(span)}::tstzrange`,
  )
}

export async function findBooking(ctx: Reading, bookingId: string) {
  return (await bookingsWhere(ctx, sql`b.id = ${bookingId}`))[0]
}

/** How many bookings of a resource are still open. */
export async function openBookings(ctx: Reading, resourceId: string): Promise<number> {
  const bookings = await bookingsWhere(
    ctx,
    sql`b.resource_id = ${resourceId} and b.status in ('booked', 'handed_over')`,
  )
  return bookings.length
}

export type NeedRow = {
  kind: ResourceKind
  bookingId: string | null
  resourceName: string | null
  resourceNameEn: string | null
}

/** What a session needs to be lent, and what of it is booked for its whole time. */
export async function needsOf(ctx: Reading, sessionId: string): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    select need.kind, booked.id as booking_id, booked.name as resource_name, booked.name_en as resource_name_en
    from resource_need need
    join session s on s.street_id = need.street_id and s.id = need.session_id
    left join lateral (
      select b.id, r.name, r.name_en from booking b
      join resource r on r.street_id = b.street_id and r.id = b.resource_id and r.kind = need.kind
      where b.street_id = ${ctx.street} and b.session_id = need.session_id and b.during @> s.during
        and b.status <> 'cancelled'
      order by b.id limit 1) booked on true
    where need.street_id = ${ctx.street} and need.session_id = ${sessionId}
    order by need.kind`.execute(ctx.tx)
  return rows
}

/** The kinds that are booked for a session's whole time, needed or not. */
export async function kindsBookedFor(ctx: Reading, sessionId: string): Promise<ResourceKind[]> {
  const { rows } = await sql<{ kind: ResourceKind }>`
    select distinct r.kind from booking b
    join session s on s.street_id = b.street_id and s.id = b.session_id and b.during @> s.during
    join resource r on r.street_id = b.street_id and r.id = b.resource_id
    where b.street_id = ${ctx.street} and b.session_id = ${sessionId} and b.status <> 'cancelled'`.execute(
    ctx.tx,
  )
  return rows.map(({ kind }) => kind)
}

export type Choice = {
  id: string
  kind: ResourceKind
  name: string
  nameEn: string
  takenBy: string | null
}

/** What could be booked for a session's time, each with who has it then. */
export async function choicesFor(ctx: Reading, session: { id: string; during: Span }) {
  const { rows } = await sql<Choice>`
    select r.id, r.kind, r.name, r.name_en, (
      select unit.name from booking b
      join unit on unit.street_id = b.street_id and unit.id = b.unit_id
      where b.street_id = ${ctx.street} and b.resource_id = r.id and b.status in ('booked', 'handed_over')
        and b.during && ${rangeOf(session.during)}::tstzrange
      order by lower(b.during) limit 1) as taken_by
    from resource r
    where r.street_id = ${ctx.street} and r.retired_at is null
    order by r.kind, r.name, r.id`.execute(ctx.tx)
  return rows
}
