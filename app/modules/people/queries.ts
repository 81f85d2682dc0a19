import { type RawBuilder, sql } from 'kysely'
import type { Actor, Context, Role } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { dayOf, hour, later } from '#app/platform/time.ts'
import type { Scope } from './access.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type HeldRow = { role: Role; unitId: string; reach: string[] }
/** What a person holds today, each appointment with every unit it reaches. */
export function heldToday({ street, now }: Pick<Context, 'street' | 'now'>) {
  const today = dayOf(now)
  return sql<HeldRow[] | null>`(
    select json_agg(json_build_object('role', a.role, 'unitId', a.unit_id, 'reach',
      (select json_agg(u.id) from unit u where u.street_id = ${street} and u.ancestors @> array[a.unit_id])))
    from appointment a
    where a.street_id = ${street} and a.person_id = p.id and a.from_on <= ${today}
      and (a.until_on is null or a.until_on >= ${today}))`
}

/** The actor whom a row describes. */
export function actorFrom(row: { personId: string; name: string; held: HeldRow[] | null }): Actor {
  const appointments = (row.held ?? []).map((held) => ({ ...held, reach: new Set(held.reach) }))
  return { kind: 'person', personId: row.personId, name: row.name, appointments }
}

/** The person as an actor, with what the person holds today. */
export async function actorOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  personId: string,
): Promise<Actor> {
  const { rows } = await sql<{ personId: string; name: string; held: HeldRow[] | null }>`
    select p.id as person_id, p.name, ${heldToday(ctx)} as held
    from person p where p.street_id = ${ctx.street} and p.id = ${personId}`.execute(ctx.tx)
  return actorFrom(found(rows[0]))
}

export async function findPerson(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('person')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', personId)
    .executeTakeFirst()
}

/** The person, to be changed: nobody else changes the row until the transaction ends. */
export async function lockPerson(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('person')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findPersonByPhone(ctx: Reading, phone: string) {
  return ctx.tx
    .selectFrom('person')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('phone', '=', phone)
    .executeTakeFirst()
}

/** Everyone who holds one of these roles today, at the unit where one is named. */
export async function holdersOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  roles: readonly Role[],
  unitId?: string,
): Promise<string[]> {
  const today = dayOf(ctx.now)
  const rows = await ctx.tx
    .selectFrom('appointment')
    .select('personId')
    .distinct()
    .where('streetId', '=', ctx.street)
    .where('role', 'in', [...roles])
    .where('fromOn', '<=', today)
    .where((or) => or.or([or('untilOn', 'is', null), or('untilOn', '>=', today)]))
    .$if(unitId !== undefined, (query) => query.where('unitId', '=', unitId!))
    .execute()
  return rows.map((row) => row.personId)
}

export type WithUnits = { id: string; name: string; phone: string | null; unitIds: string[] }

/** A person with the units they belong to: their home, and where they hold something today. */
export async function findWithUnits(
  ctx: Reading & Pick<Context, 'now'>,
  personId: string,
): Promise<WithUnits | undefined> {
  return (await allWithUnits(ctx, [personId]))[0]
}

/** Several people with the units each belongs to. */
export async function allWithUnits(
  ctx: Reading & Pick<Context, 'now'>,
  personIds: readonly string[],
): Promise<WithUnits[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<WithUnits>`
    select p.id, p.name, p.phone, array_remove(array_append(array(
      select a.unit_id from appointment a
      where a.street_id = ${ctx.street} and a.person_id = p.id and a.from_on <= ${today}
        and (a.until_on is null or a.until_on >= ${today})), p.home_unit_id), null) as unit_ids
    from person p where p.street_id = ${ctx.street} and p.id = any(${[...personIds]}::uuid[])`.execute(
    ctx.tx,
  )
  return rows
}

/** Whose contact details the actor has opened within the hour. */
export async function contactsOpen(
  ctx: Pick<Context, 'tx' | 'street' | 'now' | 'actor'>,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('fact')
    .select('subjectId')
    .distinct()
    .where('streetId', '=', ctx.street)
    .where('subjectId', '=', (is) => is.fn.any(is.val([...personIds])))
    .where('name', '=', 'contact.seen')
    .where('actorId', '=', ctx.actor.personId)
    .where('at', '>', later(ctx.now, -hour))
    .execute()
  return new Set(rows.map((row) => row.subjectId))
}

export type Looked = { at: Date; name: string; subjectId: string | null }

const longestLog = 100

/** Who opened a person's contact details, the latest first: the person may know. */
export async function whoSawContacts(ctx: Reading, personId: string): Promise<Looked[]> {
  const { rows } = await sql<Looked>`
    select f.at, coalesce(p.name, '') as name, f.details ->> 'subjectId' as subject_id
    from fact f left join person p on p.street_id = ${ctx.street} and p.id = f.actor_id
    where f.street_id = ${ctx.street} and f.subject_id = ${personId} and f.name = 'contact.seen'
    order by f.id desc limit ${longestLog}`.execute(ctx.tx)
  return rows
}

export type HistoryRow = {
  id: string
  name: string
  at: Date
  /** Empty where the program itself did it. */
  actor: string
  onBehalfOf: string | null
  reason: string | null
  // oxlint-disable-next-line no-explicit-any -- each fact's own sentence knows its details
  details: Record<string, any>
}

const longestHistory = 200

/** What happened to a thing and its parts, newest first: who did it, for whom, and why. */
export async function historyOf(ctx: Reading, ...subjectIds: string[]): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select f.id, f.name, f.at, coalesce(actor.name, '') as actor, other.name as on_behalf_of,
      f.reason, f.details
    from fact f
    left join person actor on actor.street_id = ${ctx.street} and actor.id = f.actor_id
    left join person other on other.street_id = ${ctx.street} and other.id = f.on_behalf_of
    where f.street_id = ${ctx.street} and f.subject_id = any(${subjectIds}::uuid[])
    order by f.id desc limit ${longestHistory}`.execute(ctx.tx)
  return rows
}

export const peopleOnPage = 50

/** Which people are wanted: within a scope, under a unit, by a name or how it is typed. */
export type Wanted = { scope: Scope | 'everyone'; unitId: string | null; search: string }

export type PersonRow = {
  id: string
  name: string
  bornOn: string | null
  reach: 'sms' | 'call'
  homebound: boolean
  unitName: string | null
  roles: Role[]
}

/** A person belongs where they live and where they hold something today. */
function belongsTo(ctx: Pick<Context, 'street' | 'now'>, units: RawBuilder<unknown>) {
  const today = dayOf(ctx.now)
  return sql<boolean>`(p.home_unit_id = any(${units}) or exists (
    select from appointment a where a.street_id = ${ctx.street} and a.person_id = p.id
      and a.unit_id = any(${units}) and a.from_on <= ${today}
      and (a.until_on is null or a.until_on >= ${today})))`
}

function isWanted(ctx: Pick<Context, 'street' | 'now'>, { scope, unitId, search }: Wanted) {
  const inScope =
    scope === 'everyone' ? sql`true` : belongsTo(ctx, sql`${[...scope.unitIds]}::uuid[]`)
  const under =
    unitId === null
      ? sql`true`
      : belongsTo(
          ctx,
          sql`array(select id from unit where street_id = ${ctx.street} and ancestors @> array[${unitId}]::uuid[])`,
        )
  const part = search.toLowerCase().replace(/[\\%_]/g, '\\$&')
  const named =
    part === ''
      ? sql`true`
      : sql`(p.name like ${`%${part}%`} or p.name_pinyin like ${`${part}%`} or p.name_pinyin like ${`% ${part}%`})`
  return sql`${inScope} and ${under} and ${named}`
}

function personRows(ctx: Pick<Context, 'street' | 'now'>) {
  const today = dayOf(ctx.now)
  return sql`select p.id, p.name, p.born_on, p.reach, p.homebound, u.name as unit_name, array(
      select distinct a.role from appointment a where a.street_id = ${ctx.street} and a.person_id = p.id
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})) as roles`
}

/** A page of people in the order of their names' sounds, or all; and how many there are in all. */
export async function peopleIn(
  ctx: Reading & Pick<Context, 'now'>,
  wanted: Wanted,
  page: number | 'all',
): Promise<{ rows: PersonRow[]; total: number }> {
  const { rows } = await sql<PersonRow & { total: number }>`
    ${personRows(ctx)}, count(*) over () as total
    from person p left join unit u on u.street_id = ${ctx.street} and u.id = p.home_unit_id
    where p.street_id = ${ctx.street} and ${isWanted(ctx, wanted)}
    order by p.name_pinyin, p.id
    ${page === 'all' ? sql`` : sql`limit ${peopleOnPage} offset ${(page - 1) * peopleOnPage}`}`.execute(
    ctx.tx,
  )
  return { rows, total: rows[0]?.total ?? 0 }
}

/** People in the order of their ids, from one on. */
export async function peopleAfter(
  ctx: Reading & Pick<Context, 'now'>,
  wanted: Wanted,
  after: string | null,
  limit: number,
): Promise<PersonRow[]> {
  const { rows } = await sql<PersonRow>`
    ${personRows(ctx)}
    from person p left join unit u on u.street_id = ${ctx.street} and u.id = p.home_unit_id
    where p.street_id = ${ctx.street} and ${isWanted(ctx, wanted)}
      and (${after}::uuid is null or p.id > ${after}::uuid)
    order by p.id limit ${limit}`.execute(ctx.tx)
  return rows
}

/** What a person holds and held, the latest first. */
export async function appointmentsOf(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('appointment')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'appointment.streetId')
        .onRef('unit.id', '=', 'appointment.unitId'),
    )
    .select([
      'appointment.id',
      'appointment.role',
      'appointment.fromOn',
      'appointment.untilOn',
      'unit.name as unitName',
    ])
    .where('appointment.streetId', '=', ctx.street)
    .where('appointment.personId', '=', personId)
    .orderBy('appointment.fromOn', 'desc')
    .orderBy('appointment.id', 'desc')
    .execute()
}

export type Relative = { id: string; name: string; is: 'child' | 'guardian' }

/** A person's children and guardians. */
export async function familyOf(ctx: Reading, personId: string): Promise<Relative[]> {
  const { rows } = await sql<Relative>`
    select p.id, p.name, case when g.child_id = p.id then 'child' else 'guardian' end as is
    from guardian g
    join person p on p.street_id = ${ctx.street}
      and p.id = case when g.child_id = ${personId} then g.guardian_id else g.child_id end
    where g.street_id = ${ctx.street} and (g.child_id = ${personId} or g.guardian_id = ${personId})
    order by p.born_on nulls last, p.id`.execute(ctx.tx)
  return rows
}
