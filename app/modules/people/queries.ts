import { sql } from 'kysely'
import type { Actor, Context, Role } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { dayOf, hour, later } from '#app/platform/time.ts'

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
