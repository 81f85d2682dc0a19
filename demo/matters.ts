import { sql } from 'kysely'
import { publishMatter } from '#app/modules/matters/board/publish-matter.ts'
import { claimMatter } from '#app/modules/matters/claims/claim-matter.ts'
import { finishClaim } from '#app/modules/matters/claims/finish-claim.ts'
import { giveVerdict } from '#app/modules/matters/claims/give-verdict.ts'
import { sayNeed } from '#app/modules/matters/needs/say-need.ts'
import type { Context } from '#app/platform/context.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { branches } from './content/branches.ts'
import type { ToldMatter } from './content/matter.ts'
import { doneWords, landmarks, verdictWords, winterMatters } from './content/matters.ts'
import { type CommunityCode, communities } from './content/places.ts'
import type { Line } from './figures.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

/** A matter with where it is and the branches, by number, that take it on. */
type Planned = { told: ToldMatter; number: number; community: CommunityCode; takers: number[] }

/** A matter as it is played: what its steps learn from those before. */
type Thread = Planned & {
  needId: string
  matterId: string
  claims: { id: string; organiser: string }[]
}

// The winter's days: needs come in, the office puts them up, all branches claim on one morning.
const days = { needs: 4, published: 14, claimed: 20, done: 23, confirmed: 27 }
const daysOfNeeds = 8
const daysOfPublishing = 4
const daysOfDoing = 3
const daysToFinish = 40

/** Each of the street's branches takes one matter, or shares one with the next. */
function planned(): Planned[] {
  let next = 0
  return winterMatters.map((told, number) => {
    const takers = told.parts.length > 1 ? [next, next + 1] : [next]
    next += takers.length
    const parent = branches[takers[0]!]!.parentCode
    const own = communities.find(({ code }) => code === parent)
    const community = own?.code ?? communities[number % communities.length]!.code
    return { told, number, community, takers }
  })
}

/** The winter's matters from the residents' needs to their word that it is solved. */
export function mattersSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const threads = planned()
    .filter(({ takers }) => takers.every((taker) => cast.branches.has(taker)))
    .map((plan): Thread => ({ ...plan, needId: '', matterId: '', claims: [] }))
  const at = (day: number, time: string) => instantAt(addDays(firstDay, day), time)
  return [
    ...inTurns(threads, daysOfNeeds).map((turn, day) => ({
      at: at(days.needs + day, '10:10'),
      run: (now: Date) => asSystem(stage, now, (ctx) => sayAll(ctx, cast, turn)),
    })),
    ...inTurns(threads, daysOfPublishing).map((turn, day) => ({
      at: at(days.published + day, '15:20'),
      run: (now: Date) => as(stage, cast.office[1]!, now, (ctx) => publishAll(ctx, turn, firstDay)),
    })),
    { at: at(days.claimed, '09:00'), run: (now) => claimAll(stage, cast, threads, now) },
    ...inTurns(threads, daysOfDoing).map((turn, day) => ({
      at: at(days.done + day, '17:30'),
      run: (now: Date) => finishAll(stage, turn, now),
    })),
    { at: at(days.confirmed, '10:30'), run: (now) => confirmAll(stage, cast, threads, now) },
  ]
}

function inTurns<T>(list: readonly T[], turns: number): T[][] {
  return Array.from({ length: turns }, (_, turn) => list.filter((_, at) => at % turns === turn))
}

/** The phone of a resident who says a need: their block of the numbers that can't be real. */
export function residentPhone(number: number): string {
  return `1009${String(number).padStart(7, '0')}`
}

/** What a resident says, as the page or a helper takes it down. */
export function needOf(
  cast: Cast,
  told: { words: string; category: ToldMatter['category'] },
  more: { community: CommunityCode; landmark: string; number: number },
): Parameters<typeof sayNeed>[1] {
  return {
    words: told.words,
    category: told.category,
    communityId: the(cast.communities, more.community).unitId,
    landmark: more.landmark,
    name: '',
    phone: residentPhone(more.number),
    how: '',
    othersMaySee: more.number % 4 !== 0,
    channel: (['page', 'phone', 'page', 'paper'] as const)[more.number % 4]!,
    address: null,
  }
}

async function sayAll(ctx: Context, cast: Cast, threads: readonly Thread[]): Promise<void> {
  for (const thread of threads) {
    const { community, number, told } = thread
    const landmark = landmarks[number % landmarks.length]!
    thread.needId = (await sayNeed(ctx, needOf(cast, told, { community, landmark, number }))).id
  }
}

/** What the office makes of a need. */
export function matterOf(told: ToldMatter, needId: string, byOn: string, parts: readonly string[]) {
  const { title, titleEn, doneWhen, risk, topics, hands, costYuan } = told
  const lines = parts.join('\n')
  return {
    title,
    titleEn,
    doneWhen,
    risk,
    hands,
    costYuan,
    byOn,
    landmark: '',
    needIds: [needId],
    topics: [...topics],
    parts: lines,
  }
}

/** Every other shared matter is put up in parts; the rest are shared by the branch that comes first. */
async function publishAll(ctx: Context, threads: readonly Thread[], firstDay: string) {
  const byOn = addDays(firstDay, daysToFinish)
  for (const thread of threads) {
    const { told, needId, number } = thread
    const parts = number % 2 === 0 ? told.parts : []
    thread.matterId = (await publishMatter(ctx, matterOf(told, needId, byOn, parts))).id
  }
}

async function claimAll(stage: Stage, cast: Cast, threads: readonly Thread[], now: Date) {
  for (const thread of threads) {
    const { told, takers, number, matterId } = thread
    const shares = number % 2 === 1 && told.parts.length > 1
    for (const [part, taker] of takers.entries()) {
      const { unitId, organiser } = the(cast.branches, taker)
      const named = shares && part === 0
      const claim = {
        matterId,
        unitId,
        part,
        assignedTo: undefined,
        ownPart: named ? told.parts[0]! : '',
        otherParts: named ? told.parts[1]! : '',
      }
      const { id } = await as(stage, organiser, now, (ctx) => claimMatter(ctx, claim))
      thread.claims.push({ id, organiser })
    }
  }
}

async function finishAll(stage: Stage, threads: readonly Thread[], now: Date): Promise<void> {
  for (const { claims, number } of threads) {
    const words = doneWords[number % doneWords.length]!
    for (const { id, organiser } of claims)
      await as(stage, organiser, now, (ctx) => finishClaim(ctx, { claimId: id, words }))
  }
}

/** The community's staff ask the residents by phone; they had no part in any of it. */
async function confirmAll(stage: Stage, cast: Cast, threads: readonly Thread[], now: Date) {
  for (const [code, { staff }] of cast.communities)
    await as(stage, staff[0]!, now, async (ctx) => {
      for (const { needId, number } of threads.filter(({ community }) => community === code))
        await giveVerdict(ctx, {
          needId,
          solved: 'yes',
          words: verdictWords[number % verdictWords.length]!,
          link: '',
        })
    })
}

/** What the winter's matters came to: 80, by 104 branches, each confirmed by its resident. */
export async function mattersLines(ctx: Context): Promise<Line[]> {
  const { rows } = await sql<{ figure: string; actual: number }>`
    select 'needs said' as figure, count(*) as actual from need where street_id = ${ctx.street}
    union all select 'matters confirmed', count(*) from matter
      where street_id = ${ctx.street} and status = 'confirmed'
    union all select '  shared by two', count(*) from (
      select matter_id from claim where street_id = ${ctx.street} and ending = 'confirmed'
      group by matter_id having count(*) = 2) shared
    union all select '  branches on them', count(distinct unit_id) from claim
      where street_id = ${ctx.street} and ending = 'confirmed'
    union all select '  called solved', count(distinct need_id) from verdict
      where street_id = ${ctx.street} and solved`.execute(ctx.tx)
  const wanted = [80, 80, 24, 104, 80]
  return rows.map(({ figure, actual }, at) => ({ figure, expected: wanted[at]!, actual }))
}
