import { sql } from 'kysely'
import type { Context } from './context.ts'

/** The next short number of a kind of thing, for people to read aloud. Numbers are never reused. */
export async function nextNumber(
  ctx: Context,
  kind:
    | 'order'
    | 'session'
    | 'talk'
    | 'course'
    | 'bulletin'
    | 'post'
    | 'certificate'
    | 'need'
    | 'matter'
    | 'application'
    | 'wish'
    | 'plan'
    | 'series',
): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into numbering (street_id, kind, last) values (${ctx.street}, ${kind}, 1)
    on conflict (street_id, kind) do update set last = numbering.last + 1
    returning last`.execute(ctx.tx)
  return rows[0]!.last
}
