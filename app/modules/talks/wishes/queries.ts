import { sql } from 'kysely'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { isOverdue } from '#app/platform/working-days.ts'
import { answerDue } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type WishRow = {
  id: string
  number: number
  unitId: string
  unitName: string
  madeBy: string
  madeByName: string
  words: string
  madeAt: Date
  answer: string | null
  answeredAt: Date | null
  talkId: string | null
  talkTitle: string | null
  talkTitleEn: string | null
}

async function wishesWhere({ tx, street }: Reading, where: ReturnType<typeof sql>) {
  const { rows } = await sql<WishRow>`
    select w.id, w.number, w.unit_id, unit.name as unit_name, w.made_by, maker.name as made_by_name, w.words,
      w.made_at, w.answer, w.answered_at, w.talk_id, talk.title as talk_title, talk.title_en as talk_title_en
    from wish w
    join unit on unit.street_id = w.street_id and unit.id = w.unit_id
    join person maker on maker.street_id = w.street_id and maker.id = w.made_by
    left join talk on talk.street_id = w.street_id and talk.id = w.talk_id
    where w.street_id = ${street} and ${where}
    order by w.answered_at is not null, w.answered_at desc, w.id
    limit 200`.execute(tx)
  return rows
}

/** The wishes of a scope's units, those without an answer first. */
export async function wishesIn(ctx: Reading, scope: Scope): Promise<WishRow[]> {
  return wishesWhere(ctx, sql`w.unit_id = any(${scope.unitIds}::uuid[])`)
}

export async function findWish(ctx: Reading, wishId: string): Promise<WishRow | undefined> {
  return (await wishesWhere(ctx, sql`w.id = ${wishId}`))[0]
}

/** How many wishes wait for the office's answer, and how many of them longer than promised. */
export async function wishesWaiting(
  ctx: Reading & Pick<Context, 'now'>,
): Promise<{ count: number; overdue: number }> {
  const calendar = await workCalendar(ctx)
  const waiting = await wishesWhere(ctx, sql`w.answered_at is null`)
  const today = dayOf(ctx.now)
  const overdue = waiting.filter((wish) => isOverdue(answerDue(wish, calendar), today))
  return { count: waiting.length, overdue: overdue.length }
}

/** Takes the wish for this transaction: it is answered once. */
export async function lockWish(ctx: Reading, wishId: string) {
  return ctx.tx
    .selectFrom('wish')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', wishId)
    .forUpdate()
    .executeTakeFirst()
}
