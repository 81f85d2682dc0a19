import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayExpire } from './access.ts'

/** On its round, ends the matters whose day has passed and that nobody holds; their needs wait at the office again. */
export async function expireMatters(ctx: Context): Promise<void> {
  // Locked first, so that a branch that claims one at this moment is seen by the statement after.
  const late = await ctx.tx
    .selectFrom('matter')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('status', '=', 'open')
    .where('byOn', '<', dayOf(ctx.now))
    .forUpdate()
    .execute()
  authorise(mayExpire(ctx.actor))
  const { rows: over } = await sql<{ id: string }>`
    update matter m set status = 'expired', ended_at = ${ctx.now}
    where m.street_id = ${ctx.street} and m.id = any(${late.map(({ id }) => id)}::uuid[]) and m.status = 'open'
      and not exists (select from claim c
        where c.street_id = ${ctx.street} and c.matter_id = m.id and c.ended_at is null)
    returning m.id`.execute(ctx.tx)
  await sql`
    update need set status = 'waiting', matter_id = null, triaged_at = null, waiting_since = ${ctx.now}
    where street_id = ${ctx.street} and matter_id = any(${over.map(({ id }) => id)}::uuid[])`.execute(
    ctx.tx,
  )
  // one query a matter: each has its own history, and a day has a handful
  for (const { id } of over) await record(ctx, 'matter.expired', id)
}
