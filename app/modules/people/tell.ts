import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { isProgram } from './access.ts'
import { dueAt, type Urgency } from './notices/rules.ts'

export type Told = {
  personIds: readonly string[]
  /** The key of its sentence among every module's notices. */
  name: string
  /** The fact it tells of: a reaction that runs twice tells once. */
  factId: string
  /** What the sentence is made from. */
  details: Record<string, unknown>
  /** What of it is one person's alone, by person. */
  own?: ReadonlyMap<string, Record<string, unknown>>
  /** The page to open. */
  link: string
  urgency: Urgency
}

/** As a reaction to a fact, tells people of it: by message, by call where that is wanted or no phone is known. */
export async function tell(ctx: Context, told: Told): Promise<void> {
  authorise(isProgram(ctx.actor))
  const personIds = [...new Set(told.personIds)]
  const ids = personIds.map(newId)
  const details = personIds.map((id) => JSON.stringify({ ...told.details, ...told.own?.get(id) }))
  const due = dueAt(told.urgency, ctx.now)
  await sql`
    insert into notice (street_id, id, person_id, fact_id, name, details, link, urgency, channel, made_at, due_at)
    select p.street_id, told.id, p.id, ${told.factId}, ${told.name}, told.details, ${told.link},
      ${told.urgency}, case when p.reach = 'sms' and p.phone is not null then 'sms' else 'call' end,
      ${ctx.now}, ${due}
    from unnest(${ids}::uuid[], ${personIds}::uuid[], ${details}::jsonb[]) as told (id, person_id, details)
    join person p on p.street_id = ${ctx.street} and p.id = told.person_id
    on conflict (street_id, person_id, fact_id, name) do nothing`.execute(ctx.tx)
}
