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
  /** With whom a child comes: whoever took the seat for it. */
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
      case when up.made_by <> p.id then maker.name end as with_name
    from sign_up up
    join person p on p.street_id = up.street_id and p.id = up.person_id
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    left join person maker on maker.street_id = up.street_id and maker.id = up.made_by
    where up.street_id = ${street} and up.session_id = ${sessionId} and up.cancelled_at is null
    order by p.name_pinyin, p.id`.execute(tx)
  return rows
}
