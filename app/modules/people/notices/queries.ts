import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Scope } from '../access.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export const noticesOnPage = 50

// oxlint-disable-next-line no-explicit-any -- each notice's own sentence knows its details
type Details = any

export type InboxRow = {
  id: string
  name: string
  details: Details
  link: string
  madeAt: Date
  readAt: Date | null
}

/** A page of what a person was told of, newest first, and how much there is in all. */
export async function inboxOf(ctx: Reading, personId: string, page: number) {
  const { rows } = await sql<InboxRow & { total: number }>`
    select id, name, details, link, made_at, read_at, count(*) over () as total
    from notice where street_id = ${ctx.street} and person_id = ${personId}
    order by id desc limit ${noticesOnPage} offset ${(page - 1) * noticesOnPage}`.execute(ctx.tx)
  return { rows: rows as InboxRow[], total: rows[0]?.total ?? 0 }
}

/** What a person was told of, in the order of ids, from one on. */
export async function noticesAfter(
  ctx: Reading,
  personId: string,
  after: string | null,
  limit: number,
) {
  return ctx.tx
    .selectFrom('notice')
    .select(['id', 'name', 'details', 'link', 'madeAt', 'readAt'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .$if(after !== null, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export async function findNotice(ctx: Reading, noticeId: string) {
  return ctx.tx
    .selectFrom('notice')
    .select(['id', 'personId', 'link'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', noticeId)
    .executeTakeFirst()
}

export type Call = {
  personId: string
  name: string
  phone: string | null
  homebound: boolean
  unitId: string | null
  unitName: string | null
  notices: { id: string; name: string; details: Details }[]
}

/** Whom to call and what to say, person by person, in the order of their units. */
export async function callList(ctx: Reading, scope: Scope | 'everyone'): Promise<Call[]> {
  const unitIds = scope === 'everyone' ? null : [...scope.unitIds]
  const { rows } = await sql<Call>`
    select p.id as person_id, p.name, p.phone, p.homebound, u.id as unit_id, u.name as unit_name,
      json_agg(json_build_object('id', n.id, 'name', n.name, 'details', n.details) order by n.id) as notices
    from notice n
    join person p on p.street_id = ${ctx.street} and p.id = n.person_id
    left join unit u on u.street_id = ${ctx.street} and u.id = p.home_unit_id
    where n.street_id = ${ctx.street} and n.channel = 'call' and n.sent_at is null
      and (${unitIds}::uuid[] is null or p.home_unit_id = any(${unitIds}::uuid[]))
    group by p.street_id, p.id, u.street_id, u.id
    order by u.name nulls first, u.id, p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}

const messagesShown = 100

/** The messages made last, with how they fared. */
export async function lastMessages(ctx: Reading) {
  return ctx.tx
    .selectFrom('message')
    .leftJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'message.streetId')
        .onRef('person.id', '=', 'message.personId'),
    )
    .select([
      'message.id',
      'message.phone',
      'message.body',
      'message.madeAt',
      'message.sentAt',
      'message.lastError',
      'person.name',
    ])
    .where('message.streetId', '=', ctx.street)
    .orderBy('message.id', 'desc')
    .limit(messagesShown)
    .execute()
}
