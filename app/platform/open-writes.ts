import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import { newId } from './ids.ts'
import { hour, later } from './time.ts'

/** What is kept of where something came from: enough to count by. */
export function hashOf(from: string): Buffer {
  return createHash('sha256').update(from).digest()
}

type Counting = Pick<Context, 'tx' | 'street' | 'now'>

/**
 * How often something came without a sign-in within the hour, from that of these places where it came
 * most often. Whoever else comes from one of them waits until this transaction ends.
 */
export async function countOpen(
  ctx: Counting,
  what: string,
  from: readonly string[],
): Promise<number> {
  // one query a place: there are two at most, and each is waited for
  for (const place of from.toSorted())
    await sql`select pg_advisory_xact_lock(${ctx.street}, hashtext(${`${what} ${place}`}))`.execute(
      ctx.tx,
    )
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from open_write
    where street_id = ${ctx.street} and what = ${what} and at > ${later(ctx.now, -hour)}
      and from_hash = any(${from.map(hashOf)}::bytea[])
    group by from_hash order by count(*) desc limit 1`.execute(ctx.tx)
  return rows[0]?.count ?? 0
}

/** Writes down that it came once more. */
export async function noteOpen(
  ctx: Counting,
  what: string,
  from: readonly string[],
): Promise<void> {
  if (from.length === 0) return
  await ctx.tx
    .insertInto('openWrite')
    .values(
      from.map((place) => ({
        streetId: ctx.street,
        id: newId(),
        what,
        fromHash: hashOf(place),
        at: ctx.now,
      })),
    )
    .execute()
}

/** From where something comes that nobody has signed for; nothing for who is signed in. */
export function openFrom(ctx: Pick<Context, 'actor' | 'address'>): readonly string[] {
  return ctx.actor.kind === 'nobody' && ctx.address ? [ctx.address] : []
}
