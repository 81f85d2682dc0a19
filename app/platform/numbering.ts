import { sql } from 'kysely'
import type { Context } from './context.ts'

type Numbered =
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
  | 'series'

/** The next short number of a kind of thing, for people to read aloud. Numbers are never reused. */
export async function nextNumber(ctx: Context, kind: Numbered): Promise<number> {
  const [next] = await nextNumbers(ctx, kind, 1)
  return next!
}

/** The next so many numbers of a kind of thing, in one go. */
export async function nextNumbers(ctx: Context, kind: Numbered, many: number): Promise<number[]> {
  const { rows } = await sql<{ last: number }>`
    insert into numbering (street_id, kind, last) values (${ctx.street}, ${kind}, ${many})
    on conflict (street_id, kind) do update set last = numbering.last + ${many}
    returning last`.execute(ctx.tx)
  const { last } = rows[0]!
  return Array.from({ length: many }, (_, at) => last - many + 1 + at)
}
