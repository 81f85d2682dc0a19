import { sql } from 'kysely'
import type { Appointment, Context, Role } from '#app/platform/context.ts'
import type { FindReader } from '#app/platform/http/visitor.ts'
import type { Language } from '#app/platform/language.ts'
import { dayOf } from '#app/platform/time.ts'

type Reading = Pick<Context, 'tx' | 'street'>

type ReaderRow = {
  signInId: string
  personId: string
  name: string
  language: Language
  largeText: boolean
  unread: number
  appointments: { role: Role; unitId: string; reach: string[] }[] | null
}

/** Who holds a sign-in's or an API token's hash, with today's appointments, in one round trip. */
export const findReader: FindReader = async ({ tx, street, now }, hash) => {
  const today = dayOf(now)
  const { rows } = await sql<ReaderRow>`
    select s.id as sign_in_id, p.id as person_id, p.name, p.language, p.large_text,
      (select count(*) from notice n where n.street_id = ${street} and n.person_id = p.id and n.read_at is null) as unread,
      (select json_agg(json_build_object('role', a.role, 'unitId', a.unit_id, 'reach',
          (select json_agg(u.id) from unit u where u.street_id = ${street} and u.ancestors @> array[a.unit_id])))
        from appointment a
        where a.street_id = ${street} and a.person_id = p.id and a.from_on <= ${today}
          and (a.until_on is null or a.until_on >= ${today})) as appointments
    from (
      select id, person_id from sign_in
      where street_id = ${street} and token_hash = ${hash} and ended_at is null and expires_at > ${now}
      union all
      select id, person_id from api_token
      where street_id = ${street} and token_hash = ${hash} and ended_at is null) s
    join person p on p.street_id = ${street} and p.id = s.person_id`.execute(tx)
  const row = rows[0]
  if (!row) return null
  const appointments: Appointment[] = (row.appointments ?? []).map((held) => ({
    role: held.role,
    unitId: held.unitId,
    reach: new Set(held.reach),
  }))
  return {
    actor: { kind: 'person', personId: row.personId, name: row.name, appointments },
    signInId: row.signInId,
    language: row.language,
    large: row.largeText,
    unread: row.unread,
  }
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
