import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Days } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** An exemption that nobody else changes until the transaction ends. */
export async function lockExemption(ctx: Reading, exemptionId: string) {
  return ctx.tx
    .selectFrom('exemption')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', exemptionId)
    .forUpdate()
    .executeTakeFirst()
}

/** A person's exemptions, the latest first, with their reasons: for the person and the office. */
export async function exemptionsOf(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('exemption')
    .select(['id', 'fromOn', 'untilOn', 'reason', 'madeAt'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .orderBy('fromOn', 'desc')
    .execute()
}

export type AskedOn = {
  personId: string
  /** The roles held on any day of the season. */
  held: (Days & { role: string })[]
  exemptions: (Days & { untilOn: string })[]
}

/** What a season's requirement of each of these people follows from. */
export async function whatIsAskedOn(
  ctx: Reading,
  season: { startsOn: string; endsOn: string },
  personIds: readonly string[],
): Promise<AskedOn[]> {
  const { startsOn, endsOn } = season
  const { rows } = await sql<AskedOn>`
    select p.id as person_id,
      coalesce(held.all, '[]') as held, coalesce(exempt.all, '[]') as exemptions
    from unnest(${[...personIds]}::uuid[]) as p (id)
    left join (select person_id, json_agg(json_build_object('role', role, 'fromOn', from_on,
        'untilOn', until_on)) as all
      from appointment
      where street_id = ${ctx.street} and person_id = any(${[...personIds]}::uuid[])
        and role in ('member', 'secretary', 'committee')
        and from_on <= ${endsOn} and (until_on is null or until_on >= ${startsOn})
      group by person_id) held on held.person_id = p.id
    left join (select person_id, json_agg(json_build_object('fromOn', from_on, 'untilOn', until_on)
        order by from_on) as all
      from exemption
      where street_id = ${ctx.street} and person_id = any(${[...personIds]}::uuid[])
        and from_on <= ${endsOn} and until_on >= ${startsOn}
      group by person_id) exempt on exempt.person_id = p.id`.execute(ctx.tx)
  return rows
}
