import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'

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

/** How many seats are taken, and by which of these people. Right only while the session is locked. */
export async function seatsTaken(ctx: Reading, sessionId: string, personIds: readonly string[]) {
  const { rows } = await sql<{ taken: number; childTaken: number; theirs: string[] | null }>`
    select count(*) as taken, count(*) filter (where seat = 'child') as child_taken, array_agg(person_id) filter (where person_id = any(${personIds}::uuid[])) as theirs
    from sign_up where street_id = ${ctx.street} and session_id = ${sessionId} and cancelled_at is null`.execute(
    ctx.tx,
  )
  const { taken, childTaken, theirs } = rows[0] ?? { taken: 0, childTaken: 0, theirs: null }
  return { taken, childTaken, theirs: theirs ?? [] }
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
