import { sql } from 'kysely'
import type { Context } from './context.ts'
import { newId } from './ids.ts'

/** Something that happened, in the words of the journey: 'order.placed', 'session.closed'. */
export type Fact = {
  id: string
  name: string
  subjectId: string
  actorId: string | null
  at: Date
  reason: string | null
  // oxlint-disable-next-line no-explicit-any -- each fact's own reactions know its details
  details: Record<string, any>
}

/** Appends one fact for each of several subjects in one go. */
export async function recordAll(
  ctx: Context,
  name: string,
  subjects: readonly { subjectId: string; details?: Record<string, unknown> }[],
  reason: string | null = null,
): Promise<void> {
  await sql`
    with happened as (
      insert into fact (street_id, id, name, subject_id, actor_id, on_behalf_of, at, reason, details,
        next_try_at)
      select ${ctx.street}, id, ${name}, subject_id, ${ctx.actor.personId}, ${ctx.onBehalfOf}, ${ctx.now},
        ${reason}, details, ${ctx.now}
      from unnest(${subjects.map(newId)}::uuid[], ${subjects.map(({ subjectId }) => subjectId)}::uuid[],
        ${subjects.map(({ details }) => JSON.stringify(details ?? {}))}::jsonb[]) as each (id, subject_id, details)
      returning street_id)
    select pg_notify('fact', street_id::text) from happened limit 1`.execute(ctx.tx)
}

/** Appends a fact in the command's own transaction and wakes the worker when that commits. */
export async function record(
  ctx: Context,
  name: string,
  subjectId: string,
  more: { reason?: string; details?: Record<string, unknown> } = {},
): Promise<void> {
  await sql`
    with happened as (
      insert into fact (street_id, id, name, subject_id, actor_id, on_behalf_of, at, reason, details, next_try_at)
      values (${ctx.street}, ${newId()}, ${name}, ${subjectId}, ${ctx.actor.personId}, ${ctx.onBehalfOf},
        ${ctx.now}, ${more.reason ?? null}, ${JSON.stringify(more.details ?? {})}, ${ctx.now})
      returning street_id)
    select pg_notify('fact', street_id::text) from happened`.execute(ctx.tx)
}
