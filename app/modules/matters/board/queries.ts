import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Category } from '../needs/rules.ts'
import type { MatterStatus, Suiting } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** Takes a matter for this transaction: whoever else would change it or its claims waits. */
export async function lockMatter(ctx: Reading, matterId: string) {
  return ctx.tx
    .selectFrom('matter')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', matterId)
    .forUpdate()
    .executeTakeFirst()
}

export async function findMatter(ctx: Reading, matterId: string) {
  return ctx.tx
    .selectFrom('matter')
    .innerJoin('unit as community', (join) =>
      join
        .onRef('community.streetId', '=', 'matter.streetId')
        .onRef('community.id', '=', 'matter.communityId'),
    )
    .selectAll('matter')
    .select('community.name as communityName')
    .where('matter.streetId', '=', ctx.street)
    .where('matter.id', '=', matterId)
    .executeTakeFirst()
}

/** Who holds a part of a matter now. */
export type Holder = { unitId: string; unitName: string; part: number; done: boolean }

/** A matter as the board lists it. */
export type ListedMatter = {
  id: string
  number: number
  title: string
  titleEn: string
  doneWhen: string
  category: Category
  communityId: string
  communityName: string
  landmark: string
  topics: string[]
  hands: number
  costYuan: number
  byOn: string
  parts: string[]
  status: MatterStatus
  holders: Holder[]
}

export type BoardChoice = {
  statuses: readonly MatterStatus[]
  communityId?: string | undefined
  category?: Category | undefined
}

/** The matters of the board, those to be done soonest first, with who holds their parts. */
export async function mattersOn(ctx: Reading, choice: BoardChoice): Promise<ListedMatter[]> {
  const { statuses, communityId = null, category = null } = choice
  const { rows } = await sql<ListedMatter>`
    select m.id, m.number, m.title, m.title_en, m.done_when, m.category, m.community_id,
      community.name as community_name, m.landmark, m.topics, m.hands, m.cost_yuan, m.by_on, m.parts, m.status,
      coalesce((select json_agg(json_build_object('unitId', c.unit_id, 'unitName', unit.name, 'part', c.part,
          'done', c.done_at is not null) order by c.part)
        from claim c join unit on unit.street_id = ${ctx.street} and unit.id = c.unit_id
        where c.street_id = ${ctx.street} and c.matter_id = m.id
          and (c.ended_at is null or c.ending = 'confirmed')), '[]') as holders
    from matter m
    join unit community on community.street_id = ${ctx.street} and community.id = m.community_id
    where m.street_id = ${ctx.street} and m.status = any(${statuses}::text[])
      and (${communityId}::uuid is null or m.community_id = ${communityId})
      and (${category}::text is null or m.category = ${category})
    order by m.by_on, m.id limit 300`.execute(ctx.tx)
  return rows
}

/** A page of the matters in the order of their ids. */
export async function mattersAfter(ctx: Reading, after: string | null, limit: number) {
  return ctx.tx
    .selectFrom('matter')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .$if(after !== null, (query) => query.where('id', '>', after!))
    .orderBy('id')
    .limit(limit)
    .execute()
}

export type BoardCount = {
  status: MatterStatus
  communityId: string
  communityName: string
  category: Category
  matters: number
}

/** How many matters there are of each state, community and category. */
export async function boardCounts(ctx: Reading): Promise<BoardCount[]> {
  const { rows } = await sql<BoardCount>`
    select m.status, m.community_id, u.name as community_name, m.category, count(*) as matters
    from matter m join unit u on u.street_id = ${ctx.street} and u.id = m.community_id
    where m.street_id = ${ctx.street} group by 1, 2, 3, 4 order by u.name, m.category`.execute(
    ctx.tx,
  )
  return rows
}

/** The needs that a matter answers, with what their residents said of it last. */
export async function needsOfMatter(ctx: Reading, matterId: string) {
  const { rows } = await sql<{
    id: string
    number: number
    words: string
    othersMaySee: boolean
    personId: string | null
    solved: boolean | null
  }>`
    select n.id, n.number, n.words, n.others_may_see, n.person_id,
      (select v.solved from verdict v where v.street_id = ${ctx.street} and v.need_id = n.id
        and v.matter_id = ${matterId} order by v.id desc limit 1) as solved
    from need n where n.street_id = ${ctx.street} and n.matter_id = ${matterId} order by n.id`.execute(
    ctx.tx,
  )
  return rows
}

/** The branches among these units, with what a matter could suit them by: place, and topics heard. */
export async function branchFor(
  ctx: Reading,
  unitId: string,
): Promise<(Suiting & { id: string; name: string }) | undefined> {
  const { rows } = await sql<{
    id: string
    name: string
    ancestors: string[]
    heard: { topic: string; title: string; titleEn: string }[]
  }>`
    select u.id, u.name, u.ancestors, coalesce((
      select json_agg(json_build_object('topic', topic, 'title', t.title, 'titleEn', t.title_en) order by s.id)
      from session s
      join talk t on t.street_id = ${ctx.street} and t.id = s.talk_id
      cross join unnest(t.topics) as topic
      where s.street_id = ${ctx.street} and s.unit_id = u.id and s.status = 'held'), '[]') as heard
    from unit u where u.street_id = ${ctx.street} and u.id = ${unitId} and u.kind = 'branch'`.execute(
    ctx.tx,
  )
  const [row] = rows
  if (!row) return undefined
  const { heard, ...branch } = row
  return { ...branch, heard: new Map(heard.map(({ topic, ...talk }) => [topic, talk])) }
}
