import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { lockMatter } from '../board/queries.ts'
import { lapsedBefore, warnedBefore } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** The claims of a matter that stand. */
export async function liveClaims(ctx: Reading, matterId: string) {
  return ctx.tx
    .selectFrom('claim')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('matterId', '=', matterId)
    .where('endedAt', 'is', null)
    .orderBy('part')
    .execute()
}

/** Takes a claim, after its matter, for this transaction. */
export async function lockClaim(ctx: Reading, claimId: string) {
  const claim = await findClaim(ctx, claimId)
  if (!claim) return undefined
  // Always the matter first: two who change the same matter then never wait for each other.
  const matter = (await lockMatter(ctx, claim.matterId))!
  return { claim: (await findClaim(ctx, claimId))!, matter }
}

export async function findClaim(ctx: Reading, claimId: string) {
  return ctx.tx
    .selectFrom('claim')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', claimId)
    .executeTakeFirst()
}

export type ClaimRow = Awaited<ReturnType<typeof claimsOf>>[number]

function claimsWithNames(ctx: Reading) {
  return ctx.tx
    .selectFrom('claim')
    .innerJoin('unit', (join) =>
      join.onRef('unit.streetId', '=', 'claim.streetId').onRef('unit.id', '=', 'claim.unitId'),
    )
    .innerJoin('person as assigned', (join) =>
      join
        .onRef('assigned.streetId', '=', 'claim.streetId')
        .onRef('assigned.id', '=', 'claim.assignedTo'),
    )
    .selectAll('claim')
    .select(['unit.name as unitName', 'assigned.name as assignedName'])
    .where('claim.streetId', '=', ctx.street)
}

/** Every claim of a matter, those that stand first. */
export async function claimsOf(ctx: Reading, matterId: string) {
  return claimsWithNames(ctx)
    .where('claim.matterId', '=', matterId)
    .orderBy('claim.endedAt', (order) => order.asc().nullsFirst())
    .orderBy('claim.part')
    .orderBy('claim.id')
    .execute()
}

export async function claimWithNames(ctx: Reading, claimId: string) {
  return claimsWithNames(ctx).where('claim.id', '=', claimId).executeTakeFirst()
}

export type OwnClaim = Awaited<ReturnType<typeof claimsOfUnits>>[number]

/** What branches hold now, with the matter; what they should do next comes first. */
export async function claimsOfUnits(
  ctx: Reading,
  unitIds: readonly string[],
  personId: string | null,
) {
  return claimsWithNames(ctx)
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.streetId', '=', 'claim.streetId')
        .onRef('matter.id', '=', 'claim.matterId'),
    )
    .select([
      'matter.number',
      'matter.title',
      'matter.titleEn',
      'matter.byOn',
      'matter.status as matterStatus',
    ])
    .where('claim.endedAt', 'is', null)
    .where((or) =>
      or.or([
        or('claim.unitId', '=', sql<string>`any(${[...unitIds]}::uuid[])`),
        or('claim.assignedTo', '=', personId),
      ]),
    )
    .orderBy('claim.doneAt', (order) => order.asc().nullsFirst())
    .orderBy('claim.contactedAt', (order) => order.asc().nullsFirst())
    .orderBy('claim.claimedAt')
    .limit(200)
    .execute()
}

/** What branches wrote down of a matter on the way, oldest first. */
export async function notesOf(ctx: Reading, matterId: string) {
  const { rows } = await sql<{ id: string; words: string; writtenAt: Date; unitName: string }>`
    select n.id, n.words, n.written_at, u.name as unit_name
    from claim c
    join claim_note n on n.street_id = ${ctx.street} and n.claim_id = c.id
    join unit u on u.street_id = ${ctx.street} and u.id = c.unit_id
    where c.street_id = ${ctx.street} and c.matter_id = ${matterId} order by n.id`.execute(ctx.tx)
  return rows
}

/** What residents said of a matter, newest first. */
export async function verdictsOf(ctx: Reading, matterId: string) {
  return ctx.tx
    .selectFrom('verdict')
    .innerJoin('need', (join) =>
      join.onRef('need.streetId', '=', 'verdict.streetId').onRef('need.id', '=', 'verdict.needId'),
    )
    .selectAll('verdict')
    .select('need.number as needNumber')
    .where('verdict.streetId', '=', ctx.street)
    .where('verdict.matterId', '=', matterId)
    .orderBy('verdict.id', 'desc')
    .execute()
}

/** What a resident said of a matter last. */
export async function lastVerdict(ctx: Reading, matterId: string) {
  return ctx.tx
    .selectFrom('verdict')
    .select(['solved', 'words'])
    .where('streetId', '=', ctx.street)
    .where('matterId', '=', matterId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findVerdict(ctx: Reading, verdictId: string) {
  return ctx.tx
    .selectFrom('verdict')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.streetId', '=', 'verdict.streetId')
        .onRef('matter.id', '=', 'verdict.matterId'),
    )
    .selectAll('verdict')
    .select('matter.communityId')
    .where('verdict.streetId', '=', ctx.street)
    .where('verdict.id', '=', verdictId)
    .forUpdate('verdict')
    .executeTakeFirst()
}

/** Who holds a matter, with the numbers by which they could be its resident themselves. */
export async function claimersOf(ctx: Reading, matterId: string) {
  const { rows } = await sql<{
    unitId: string
    claimedBy: string
    assignedTo: string
    doneBy: string | null
    phones: (string | null)[]
  }>`
    select c.unit_id, c.claimed_by, c.assigned_to, c.done_by,
      array(select p.phone from person p where p.street_id = ${ctx.street}
        and p.id in (c.claimed_by, c.assigned_to, c.done_by)) as phones
    from claim c
    where c.street_id = ${ctx.street} and c.matter_id = ${matterId} and c.ended_at is null`.execute(
    ctx.tx,
  )
  return rows
}

/** How many of a matter's needs nobody has called solved. */
export async function unsolvedNeeds(ctx: Reading, matterId: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from need n where n.street_id = ${ctx.street} and n.matter_id = ${matterId}
      and not exists (select from verdict v where v.street_id = ${ctx.street} and v.need_id = n.id
        and v.matter_id = ${matterId} and v.solved)`.execute(ctx.tx)
  return rows[0]!.left
}

/** The claims whose residents have heard nothing for so long that the branch is warned. */
export async function claimsToWarn(ctx: Pick<Context, 'tx' | 'street' | 'now'>) {
  return uncontacted(ctx)
    .where('warnedAt', 'is', null)
    .where('claimedAt', '<', warnedBefore(ctx.now))
    .execute()
}

/** The claims that lapse: warned of, and the resident has still heard nothing. */
export async function claimsToLapse(ctx: Pick<Context, 'tx' | 'street' | 'now'>) {
  const before = lapsedBefore(ctx.now)
  return uncontacted(ctx)
    .where('claimedAt', '<', before.claimed)
    .where('warnedAt', '<=', before.warned)
    .execute()
}

function uncontacted(ctx: Reading) {
  return ctx.tx
    .selectFrom('claim')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('endedAt', 'is', null)
    .where('contactedAt', 'is', null)
    .where('doneAt', 'is', null)
    .orderBy('id')
}

/** What waits for the office with matters: residents to ask, and residents to call back. */
export async function callsToMake(ctx: Reading) {
  const toAsk = await ctx.tx
    .selectFrom('matter')
    .select(['id', 'number', 'title', 'titleEn', 'doneAt'])
    .where('streetId', '=', ctx.street)
    .where('status', '=', 'done')
    .orderBy('doneAt')
    .limit(200)
    .execute()
  const toCallBack = await ctx.tx
    .selectFrom('verdict')
    .innerJoin('matter', (join) =>
      join
        .onRef('matter.streetId', '=', 'verdict.streetId')
        .onRef('matter.id', '=', 'verdict.matterId'),
    )
    .select(['verdict.id', 'verdict.matterId', 'verdict.at', 'verdict.words'])
    .select(['matter.number', 'matter.title', 'matter.titleEn'])
    .where('verdict.streetId', '=', ctx.street)
    .where('verdict.solved', '=', false)
    .where('verdict.calledBackAt', 'is', null)
    .orderBy('verdict.at')
    .limit(200)
    .execute()
  return { toAsk, toCallBack }
}

/** How to reach the residents of a matter. Only for who may see it, and noted. */
export async function residentsOf(ctx: Reading, matterId: string) {
  const { rows } = await sql<{
    needId: string
    number: number
    name: string
    phone: string | null
    how: string
  }>`
    select n.id as need_id, n.number, c.name, c.phone, c.how from need n
    join need_contact c on c.street_id = ${ctx.street} and c.need_id = n.id
    where n.street_id = ${ctx.street} and n.matter_id = ${matterId} order by n.id`.execute(ctx.tx)
  return rows
}
