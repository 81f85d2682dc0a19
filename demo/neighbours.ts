import { addUnit } from '#app/modules/organisation/add-unit.ts'
import { addVenue } from '#app/modules/organisation/add-venue.ts'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { divisionsUnder } from '#app/modules/organisation/queries.ts'
import { namePersona } from '#app/modules/people/accounts/name-persona.ts'
import { addPeople } from '#app/modules/people/add-people.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import type { Context, Role } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { instantAt } from '#app/platform/time.ts'
import type { BranchCast, Cast, Community } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { makePeople, makeStaff, type Person } from './content/people.ts'
import { type CommunityCode, places } from './content/places.ts'
import { orderedSessions } from './content/season-orders.ts'
import { summariseNow } from './hours.ts'
import { openWinter, printMenu, register } from './menu.ts'
import { entryOf } from './people.ts'
import { stepsOf, type Told } from './season.ts'
import { as, asSystem, play, type Stage, stageOf } from './stage.ts'

// Another street and the district's office on the same server. They share names with 秦灶街道, a
// winter and two talks, and nothing else: what one does the others never see.

const neighbourCode = 320613016
const districtCode = 320613
const seed = 8
const membersOfBranch = 45
const since = '2020-01-01'
const nobodyElse: Community = { unitId: '', staff: [], residents: [], volunteers: [], youth: [] }

/** Sessions that the neighbour holds too, under the same titles, for its own members alone. */
const shared = orderedSessions.slice(0, 2).map((told): Told => {
  const { members } = told.attended
  return { ...told, signedUp: members, attended: { members, staff: 0, youth: 0, residents: 0 } }
})

/** Opens 永兴街道: two communities with a branch each, and the first sessions of its own winter. */
export async function openNeighbour(
  database: Database,
  firstDay: string,
  now: Date,
): Promise<void> {
  const stage = stageOf(database, neighbourCode)
  const at = instantAt(addDays(firstDay, -20), '09:00')
  const { topId, ...people } = await asSystem(stage, at, (ctx) => makeNeighbour(ctx, firstDay))
  const cast = await openItsWinter(stage, at, topId, people, firstDay)
  await play(
    stage,
    shared.flatMap((told) => stepsOf(stage, cast, firstDay, told)),
    now,
  )
  await summariseNow(stage, now)
}

async function openItsWinter(
  stage: Stage,
  at: Date,
  topId: string,
  people: Omit<Cast, 'seasonId' | 'speakers' | 'talks'>,
  firstDay: string,
): Promise<Cast> {
  const spoken = shared.map(({ speaker }) => speaker)
  const told = shared.map(({ talk }) => talk)
  const opened = as(stage, people.office[0]!, at, (ctx) => openWinter(ctx, firstDay))
  const seasonId = await opened
  const speakers = await asSystem(stage, at, (ctx) =>
    register(
      ctx,
      () => topId,
      firstDay,
      (number) => spoken.includes(number),
    ),
  )
  const talks = await asSystem(stage, at, (ctx) =>
    printMenu(ctx, speakers, (number) => told.includes(number)),
  )
  return { ...people, seasonId, speakers, talks }
}

/** Opens 崇川区, whose office looks over its streets and has no branches of its own. */
export async function openDistrict(database: Database, firstDay: string): Promise<void> {
  const stage = stageOf(database, districtCode)
  const at = instantAt(addDays(firstDay, -25), '09:00')
  await asSystem(stage, at, async (ctx) => {
    const { unitId } = await openStreet(ctx, {
      code: String(districtCode),
      nameEn: 'Chongchuan District',
    })
    const [personId] = await makeOfficers(ctx, unitId, [['district'], ['administrator', 'office']])
    await namePersona(ctx, { name: 'district', personId: personId! })
  })
  await play(stage, [], at)
}

/** Enters staff of an office, each with their roles at its own unit. */
async function makeOfficers(ctx: Context, unitId: string, roles: readonly Role[][]) {
  const people = makeStaff(ctx.street, roles.length).map(entryOf)
  const { ids } = await addPeople(ctx, { unitId, people })
  for (const [number, held] of roles.entries()) {
    for (const role of held)
      await appoint(ctx, { personId: ids[number]!, unitId, role, fromOn: since })
  }
  return ids
}

async function makeNeighbour(ctx: Context, firstDay: string) {
  const nameEn = 'Yongxing Street'
  const { unitId: topId } = await openStreet(ctx, { code: String(neighbourCode), nameEn })
  const ids = await makeOfficers(ctx, topId, [
    ['administrator', 'office'],
    ['office'],
    ['correspondent'],
    ['proofreader'],
  ])
  const people = makePeople(seed, shared.length * membersOfBranch, firstDay)
  const divisions = await divisionsUnder(ctx, String(neighbourCode))
  const branches = new Map<number, BranchCast>()
  const venues = new Map<number, string>()
  const communities = new Map<CommunityCode, Community>()
  for (const [number, { branch, place }] of shared.entries()) {
    const { name, code } = divisions[number]!
    const community = { parentId: topId, kind: 'community', name, divisionCode: code } as const
    const { id: unitId } = await addUnit(ctx, community)
    const station = {
      unitId,
      kind: 'station',
      name: `${name}活动室`,
      seats: 60,
      place: '',
    } as const
    venues.set(place, (await addVenue(ctx, station)).id)
    communities.set(places[place]!.communityCode, { ...nobodyElse, unitId })
    const members = people.slice(number * membersOfBranch, (number + 1) * membersOfBranch)
    branches.set(branch, await makeBranch(ctx, unitId, members))
  }
  const [office, correspondent, proofreader] = [ids.slice(0, 2), ids[2]!, ids[3]!]
  return { topId, office, correspondent, proofreader, branches, venues, communities }
}

async function makeBranch(
  ctx: Context,
  communityId: string,
  people: readonly Person[],
): Promise<BranchCast> {
  const name = '第一网格党支部'
  const { id: unitId } = await addUnit(ctx, { parentId: communityId, kind: 'branch', name })
  const entries = people.map(entryOf)
  const held = { role: 'member', fromOn: since } as const
  const { ids } = await addPeople(ctx, { unitId, people: entries, ...held })
  const [organiser, secretary, ...members] = ids as [string, string, ...string[]]
  await appoint(ctx, { personId: organiser, unitId, role: 'organiser', fromOn: since })
  await appoint(ctx, { personId: secretary, unitId, role: 'secretary', fromOn: since })
  return { unitId, organiser, secretary, members }
}
