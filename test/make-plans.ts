import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'

/** Every order that waits to be looked at is vetted, as an office would. */
export async function vetAll(ctx: Context): Promise<void> {
  await sql`update talk_order set status = 'vetted', vetted_at = ${ctx.now}
    where street_id = ${ctx.street} and status = 'submitted'`.execute(ctx.tx)
}
