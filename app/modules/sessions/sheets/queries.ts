import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'

export type Seated = {
  id: string
  name: string
  unitName: string | null
  seat: 'open' | 'child'
  partyId: string | null
  minor: boolean
  /** With whom a child comes: its guardian, the one who has a seat before another. */
  withName: string | null
}

/** Who has a seat, in the order of their names in pinyin, with who came in together. */
export async function seatedAt(
  { tx, street, now }: Pick<Context, 'tx' | 'street' | 'now'>,
  sessionId: string,
): Promise<Seated[]> {
  const { rows } = await sql<Seated>`
    select p.id, p.name, unit.name as unit_name, up.seat, up.party_id,
      coalesce(p.born_on > ${dayOf(now)}::date - interval '18 years', exists (select from guardian
        where guardian.street_id = ${street} and guardian.child_id = p.id)) as minor,
      (select grown.name from guardian
        join person grown on grown.street_id = guardian.street_id and grown.id = guardian.guardian_id
        left join sign_up beside on beside.street_id = ${street} and beside.session_id = up.session_id
          and beside.person_id = grown.id and beside.cancelled_at is null
        where guardian.street_id = ${street} and guardian.child_id = p.id
        order by beside.person_id is null, grown.id limit 1) as with_name
    from sign_up up
    join person p on p.street_id = up.street_id and p.id = up.person_id
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where up.street_id = ${street} and up.session_id = ${sessionId} and up.cancelled_at is null
    order by p.name_pinyin, p.id`.execute(tx)
  return rows
}
