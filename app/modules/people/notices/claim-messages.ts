import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { isProgram } from '../access.ts'
import { isQuiet } from './rules.ts'

const mostAtOnce = 50
const mostAttempts = 8

export type Claimed = { id: string; phone: string; body: string }

/**
 * Takes messages to be sent now, so that no other sender does. What is not marked as sent is tried
 * again after 2, 4, 8 … minutes; after eight tries it stays on the outbox page.
 */
export async function claimMessages(ctx: Context): Promise<Claimed[]> {
  authorise(isProgram(ctx.actor))
  const { rows } = await sql<Claimed>`
    update message set attempts = attempts + 1,
      next_try_at = ${ctx.now}::timestamptz + interval '1 minute' * (2 ^ (attempts + 1))
    where street_id = ${ctx.street} and id = any(array(
      select id from message
      where street_id = ${ctx.street} and sent_at is null and next_try_at <= ${ctx.now}
        and attempts < ${mostAttempts} and (at_any_hour or not ${isQuiet(ctx.now)})
        and (forget_at is null or forget_at > ${ctx.now})
      order by made_at limit ${mostAtOnce} for update skip locked))
    returning id, phone, body`.execute(ctx.tx)
  return rows
}
