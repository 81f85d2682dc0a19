import { sql } from 'kysely'
import { wordsOf } from '#app/platform/chinese.ts'
import type { Context } from '#app/platform/context.ts'
import { readLink, signLink } from '#app/platform/signing.ts'
import { day, hour, later } from '#app/platform/time.ts'
import type { NeedStatus } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

function needsWithNames(ctx: Reading) {
  return ctx.tx
    .selectFrom('need')
    .innerJoin('unit as community', (join) =>
      join
        .onRef('community.streetId', '=', 'need.streetId')
        .onRef('community.id', '=', 'need.communityId'),
    )
    .selectAll('need')
    .select('community.name as communityName')
    .where('need.streetId', '=', ctx.street)
}

export type Need = NonNullable<Awaited<ReturnType<typeof findNeed>>>

export async function findNeed(ctx: Reading, needId: string) {
  return needsWithNames(ctx).where('need.id', '=', needId).executeTakeFirst()
}

/** Takes a need for this transaction. */
export async function lockNeed(ctx: Reading, needId: string) {
  return ctx.tx
    .selectFrom('need')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', needId)
    .forUpdate()
    .executeTakeFirst()
}

/** The needs in these states, who has waited longest first. */
export async function needsIn(ctx: Reading, statuses: readonly NeedStatus[], most = 200) {
  return needsWithNames(ctx)
    .where('need.status', 'in', [...statuses])
    .orderBy('need.waitingSince')
    .orderBy('need.id')
    .limit(most)
    .execute()
}

/** A page of needs in the order of their ids. */
export async function needsAfter(ctx: Reading, after: string | null, limit: number) {
  return needsWithNames(ctx)
    .$if(after !== null, (query) => query.where('need.id', '>', after!))
    .orderBy('need.id')
    .limit(limit)
    .execute()
}

/** The needs a person has said, newest first. */
export async function needsOfPerson(ctx: Reading, personId: string) {
  return needsWithNames(ctx)
    .where('need.personId', '=', personId)
    .orderBy('need.id', 'desc')
    .limit(50)
    .execute()
}

/** Referrals whose end the office has not written down, the oldest first. */
export async function openReferrals(ctx: Reading) {
  return needsWithNames(ctx)
    .where('need.status', '=', 'referred')
    .where('need.followedUpAt', 'is', null)
    .orderBy('need.triagedAt')
    .limit(200)
    .execute()
}

/** How many needs stand in each state. */
export async function needCounts(ctx: Reading): Promise<Map<NeedStatus, number>> {
  const rows = await ctx.tx
    .selectFrom('need')
    .select((row) => ['status', row.fn.countAll<number>().as('needs')])
    .where('streetId', '=', ctx.street)
    .groupBy('status')
    .execute()
  return new Map(rows.map((row) => [row.status, row.needs]))
}

/** Needs and matters still under way that share a word with this one. */
export async function thingsLike(ctx: Reading, need: { id: string; tokens: readonly string[] }) {
  const words = [...need.tokens]
  const needs = await needsWithNames(ctx)
    .where('need.id', '<>', need.id)
    .where('need.status', '=', 'waiting')
    .where(sql<boolean>`need.tokens && ${words}::text[]`)
    .orderBy('need.id', 'desc')
    .limit(200)
    .execute()
  const matters = await ctx.tx
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'titleEn', 'tokens', 'category', 'communityId', 'status'])
    .where('streetId', '=', ctx.street)
    .where('status', 'in', ['open', 'claimed'])
    .where(sql<boolean>`tokens && ${words}::text[]`)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return { needs, matters }
}

const mostTokens = 60

/** The words by which a text is found to be like another; single characters say too little. */
export async function tokensOf(...texts: string[]): Promise<string[]> {
  const words = (await Promise.all(texts.map(wordsOf))).flat().filter((word) => word.length > 1)
  return [...new Set(words)].slice(0, mostTokens)
}

/** How many needs came with a phone within the hour. */
export async function saidLately(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  phone: string | null,
): Promise<number> {
  const { rows } = await sql<{ fromPhone: number }>`
    select count(*) as from_phone
    from need n join need_contact c on c.street_id = ${ctx.street} and c.need_id = n.id
    where n.street_id = ${ctx.street} and n.said_at > ${later(ctx.now, -hour)} and c.phone = ${phone}`.execute(
    ctx.tx,
  )
  return rows[0]!.fromPhone
}

/** The need of a number, where this is the phone it was said with. */
export async function needByPhone(ctx: Reading, number: number, phone: string) {
  const { rows } = await sql<{ id: string; personId: string | null }>`
    select n.id, n.person_id from need n
    join need_contact c on c.street_id = ${ctx.street} and c.need_id = n.id
    where n.street_id = ${ctx.street} and n.number = ${number} and c.phone = ${phone}`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** How to reach who has a need; never shown without a note that it was. */
export async function contactOf(ctx: Reading, needId: string) {
  return ctx.tx
    .selectFrom('needContact')
    .select(['name', 'phone', 'how'])
    .where('streetId', '=', ctx.street)
    .where('needId', '=', needId)
    .executeTakeFirst()
}

/** Whether the actor has opened how to reach who has a need, or a matter's residents, within the hour. */
export async function residentsOpen(
  ctx: Pick<Context, 'tx' | 'street' | 'now' | 'actor'>,
  subjectId: string,
): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('fact')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('subjectId', '=', subjectId)
    .where('name', '=', 'resident.seen')
    .where('actorId', '=', ctx.actor.personId)
    .where('at', '>', later(ctx.now, -hour))
    .executeTakeFirst()
  return row !== undefined
}

const linkLife = 60 * day
const follows = 'need.follow'

/** A link by which who has a need sees where it stands and says whether it was solved. */
export async function linkTo(ctx: Context, needId: string): Promise<string> {
  return signLink(ctx, follows, needId, later(ctx.now, linkLife))
}

/** The need that a link is for; null where it is over or was none. */
export async function needOfLink(ctx: Context, link: string): Promise<string | null> {
  const read = await readLink(ctx, follows, link)
  return read === null || read.over ? null : read.id
}
