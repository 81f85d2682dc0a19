import { sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { type Presence, wantedPerson } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** The marks that count now, by person. */
export async function marksOf(ctx: Reading, sessionId: string): Promise<Map<string, Presence>> {
  const rows = await ctx.tx
    .selectFrom('attendance')
    .select(['personId', 'presence'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('replacedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.personId, row.presence]))
}

/** `tail` are the phone's last digits, which tell two people of one name apart. */
export type FoundPerson = {
  id: string
  name: string
  unitName: string | null
  tail: string | null
  /** Not yet 18; where no birthday is known, someone with a guardian. */
  minor: boolean
}

/** Whether the person `p` is a child. */
function isMinor({ now }: Pick<Context, 'now'>) {
  return sql<boolean>`coalesce(p.born_on > ${dayOf(now)}::date - interval '18 years', exists (select
    from guardian where guardian.street_id = p.street_id and guardian.child_id = p.id))`
}

const mostFound = 12

/**
 * People by name, pinyin or the last digits of their phone, those of the unit first. A host finds
 * anyone of the street who walks in; nothing is shown of them but name and unit, and the phone's last
 * digits where two share a name. Elsewhere the scope
 * limits who can be found.
 */
export async function findPeople(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  typed: string,
  near: { unitId: string; within: Scope | null },
): Promise<FoundPerson[]> {
  const wanted = wantedPerson(typed)
  if (wanted === null) return []
  const { text } = wanted
  const fits = {
    phone: sql`p.phone like ${`%${text}`}`,
    pinyin: sql`p.name_pinyin like ${`%${text}%`}`,
    name: sql`strpos(p.name, ${text}) > 0`,
  }[wanted.by]
  const reach =
    near.within === null ? sql`true` : sql`p.home_unit_id = any(${near.within.unitIds}::uuid[])`
  const { rows } = await sql<FoundPerson>`
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail, ${isMinor(ctx)} as minor
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and ${fits} and ${reach}
    order by p.home_unit_id is distinct from ${near.unitId}::uuid, p.name_pinyin, p.id
    limit ${mostFound}`.execute(ctx.tx)
  return rows
}

/** One person on the roll: who it is, what is recorded, and what was recorded before. */
export type RollLine = FoundPerson & {
  presence: Presence | null
  earlier: { presence: Presence; by: string }[] | null
}

/**
 * The roll's names in pinyin order: everyone with a seat or a mark and, where wanted, everyone of the
 * unit. Without a single name yet it is the unit's people, since a branch often comes without signing up.
 */
export async function rollOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  session: { id: string; unitId: string },
  wholeUnit: boolean,
): Promise<RollLine[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<RollLine>`
    with named as (
      select person_id from sign_up
      where street_id = ${ctx.street} and session_id = ${session.id} and cancelled_at is null
      union select person_id from attendance where street_id = ${ctx.street} and session_id = ${session.id}
    ), of_unit as (
      select p.id from person p where p.street_id = ${ctx.street} and p.home_unit_id = ${session.unitId}
      union select a.person_id from appointment a where a.street_id = ${ctx.street} and a.unit_id = ${session.unitId}
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
    )
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail, ${isMinor(ctx)} as minor,
      mark.presence, (
      select json_agg(json_build_object('presence', old.presence, 'by', caller.name) order by old.id)
      from attendance old
      join person caller on caller.street_id = old.street_id and caller.id = old.recorded_by
      where old.street_id = ${ctx.street} and old.session_id = ${session.id} and old.person_id = p.id
        and old.replaced_at is not null) as earlier
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    left join attendance mark on mark.street_id = p.street_id and mark.session_id = ${session.id}
      and mark.person_id = p.id and mark.replaced_at is null
    where p.street_id = ${ctx.street} and (p.id in (select person_id from named)
      or (${wholeUnit} or not exists (select from named)) and p.id in (select id from of_unit))
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}
