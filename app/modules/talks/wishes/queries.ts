import { sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'

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
    order by w.answered_at is not null, w.id desc
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
