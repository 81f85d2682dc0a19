import { addUnit } from '#app/modules/organisation/add-unit.ts'
import { AddVenue, addVenue } from '#app/modules/organisation/add-venue.ts'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { placeUnitOnSketch } from '#app/modules/organisation/place-unit-on-sketch.ts'
import type { VenueKind } from '#app/modules/organisation/rules.ts'
import { setVenueHours } from '#app/modules/organisation/set-venue-hours.ts'
import { addPeople } from '#app/modules/people/add-people.ts'
import { appoint } from '#app/modules/people/appoint.ts'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import type { Context, Role } from '#app/platform/context.ts'
import { type BranchCast, type Cast, type Community, the } from './cast.ts'
import { type Branch, branches } from './content/branches.ts'
import { placeMembers } from './content/membership.ts'
import {
  makePeople,
  makeResidents,
  makeStaff,
  makeYoungPeople,
  type Person,
} from './content/people.ts'
import {
  type CommunityCode,
  communities,
  openHours,
  type Place,
  places,
  streetCode,
} from './content/places.ts'
import { entryOf } from './people.ts'
import { asSystem, type Stage } from './stage.ts'

/** Appointments run from before anything of the season happens. */
const inOfficeSince = '2020-01-01'
const seed = 7
const officeSize = 4
const ofEachCommunity = { staff: 4, residents: 25, youth: 6, volunteers: 3 }

type Units = { topId: string; communities: ReadonlyMap<CommunityCode, string> }

/** Which of the branches are made; without a choice all 104. */
export type Choice = ReadonlySet<number> | null

/** Opens 秦灶街道 with its units, venues and people, all invented but the divisions. */
export async function makeStreet(stage: Stage, at: Date, firstDay: string, only: Choice) {
  const units = await asSystem(stage, at, makeUnits)
  const venues = await asSystem(stage, at, (ctx) => makeVenues(ctx, units))
  const office = await asSystem(stage, at, (ctx) => makeOffice(ctx, units, firstDay))
  const inCommunities = new Map<CommunityCode, Community>()
  for (const [number, { code }] of communities.entries()) {
    const community = await asSystem(stage, at, (ctx) =>
      makeCommunity(ctx, the(units.communities, code), number, firstDay),
    )
    inCommunities.set(code, community)
  }
  const made = await makeBranches(stage, at, units, firstDay, only)
  return { topId: units.topId, venues, ...office, communities: inCommunities, branches: made }
}

async function makeUnits(ctx: Context): Promise<Units> {
  const { unitId: topId } = await openStreet(ctx, {
    code: String(streetCode),
    nameEn: 'Qinzao Street',
  })
  const made = new Map<CommunityCode, string>()
  for (const { code, name, x, y } of communities) {
    const input = { parentId: topId, kind: 'community' as const, name, divisionCode: String(code) }
    const { id } = await addUnit(ctx, input)
    await placeUnitOnSketch(ctx, { unitId: id, x, y })
    made.set(code, id)
  }
  return { topId, communities: made }
}

const withLoop = 70

const venueKinds = {
  station: 'station',
  school: 'school',
  pavilion: 'pavilion',
  room: 'hall',
  home: 'home',
} as const satisfies Record<Place['kind'], VenueKind>

/** How one gets in and what is there, as it is at most places of a kind. */
const facilities = {
  station: {
    entrance: 'ramp',
    toilet: 'accessible',
    equipment: ['projector', 'microphone', 'heating'],
  },
  school: { entrance: 'level', toilet: 'plain', equipment: ['projector', 'screen', 'stage'] },
  pavilion: { entrance: 'level' },
  room: { entrance: 'level', toilet: 'plain', equipment: ['projector', 'cooling'] },
  home: {},
} as const satisfies Record<Place['kind'], object>

/** Stations and schools are units with a venue of the same name; the rest are venues of the community. */
async function makeVenues(ctx: Context, units: Units): Promise<Cast['venues']> {
  const venues = new Map<number, string>()
  for (const [number, { name, communityCode, kind, seats }] of places.entries()) {
    const parentId = the(units.communities, communityCode)
    const own = kind === 'station' || kind === 'school'
    const unitId = own ? (await addUnit(ctx, { parentId, kind, name })).id : parentId
    const venue = { unitId, kind: venueKinds[kind], name, seats, place: '' }
    // The larger halls have a loop for those who hear badly.
    const hearingLoop = kind !== 'pavilion' && seats >= withLoop
    const said = AddVenue.parse({ ...venue, ...facilities[kind], hearingLoop })
    const { id: venueId } = await addVenue(ctx, said)
    const [from, until] = openHours[kind] ?? []
    const week = Array.from({ length: 7 }, () => [{ from, until }])
    if (from) await setVenueHours(ctx, { venueId, hours: week })
    venues.set(number, venueId)
  }
  return venues
}

async function enter(ctx: Context, unitId: string, people: readonly Person[], role?: Role) {
  const held = role ? { role: role as 'member', fromOn: inOfficeSince } : {}
  const { ids } = await addPeople(ctx, { unitId, people: people.map(entryOf), ...held })
  return ids
}

async function makeOffice(ctx: Context, { topId }: Units, firstDay: string) {
  const staff = makeStaff(seed, officeSize + 2, firstDay)
  const ids = await enter(ctx, topId, staff)
  const office = ids.slice(0, officeSize)
  const [correspondent, proofreader] = ids.slice(officeSize) as [string, string]
  const held: [string, Role][] = [
    [office[0]!, 'administrator'],
    ...office.map((id): [string, Role] => [id, 'office']),
    [correspondent, 'correspondent'],
    [proofreader, 'proofreader'],
  ]
  for (const [personId, role] of held)
    await appoint(ctx, { personId, unitId: topId, role, fromOn: inOfficeSince })
  return { office, correspondent, proofreader }
}

async function makeCommunity(
  ctx: Context,
  unitId: string,
  number: number,
  firstDay: string,
): Promise<Community> {
  const { staff, residents, youth, volunteers } = ofEachCommunity
  const part = <T>(all: readonly T[], size: number, before = 0) =>
    all.slice(before + number * size, before + (number + 1) * size)
  const count = communities.length
  const helpers = makeStaff(seed, officeSize + 2 + count * staff, firstDay)
  const neighbours = await enter(
    ctx,
    unitId,
    part(makeResidents(seed, count * residents, firstDay), residents),
  )
  const families = part(makeYoungPeople(seed, count * youth, firstDay), youth)
  const children = families.map(({ child }) => child)
  const childIds = await enter(ctx, unitId, children, 'youth')
  const guardians = families.map(({ guardian }) => guardian)
  const guardianIds = await enter(ctx, unitId, guardians, 'guardian')
  const pairs = childIds.map((childId, at) => ({ childId, guardianId: guardianIds[at]! }))
  for (const pair of pairs) await nameGuardian(ctx, pair)
  for (const personId of neighbours.slice(0, volunteers))
    await appoint(ctx, { personId, unitId, role: 'volunteer', fromOn: inOfficeSince })
  return {
    unitId,
    staff: await enter(ctx, unitId, part(helpers, staff, officeSize + 2), 'staff'),
    residents: neighbours,
    volunteers: neighbours.slice(0, volunteers),
    youth: pairs,
  }
}

async function makeBranches(
  stage: Stage,
  at: Date,
  units: Units,
  firstDay: string,
  only: Choice,
): Promise<Cast['branches']> {
  const count = branches.reduce((sum, branch) => sum + branch.members, 0)
  const people = makePeople(seed, count, firstDay)
  const rosters = placeMembers(people, branches, seed, firstDay)
  const made = new Map<number, BranchCast>()
  for (const [number, branch] of branches.entries()) {
    const roster = rosters[number]!
    if (only !== null && !only.has(number)) continue
    const cast = await asSystem(stage, at, (ctx) =>
      makeBranch(
        ctx,
        branch,
        units,
        roster.members.map((index) => people[index]!),
        {
          organiser: roster.members.indexOf(roster.organiser),
          secretary: roster.members.indexOf(roster.secretary),
        },
      ),
    )
    made.set(number, cast)
  }
  return made
}

async function makeBranch(
  ctx: Context,
  { name, parentCode }: Branch,
  units: Units,
  members: readonly Person[],
  officers: { organiser: number; secretary: number },
): Promise<BranchCast> {
  const parentId = parentCode === streetCode ? units.topId : the(units.communities, parentCode)
  const { id: unitId } = await addUnit(ctx, { parentId, kind: 'branch', name })
  const ids = await enter(ctx, unitId, members, 'member')
  const organiser = ids[officers.organiser]!
  const secretary = ids[officers.secretary]!
  const committee = ids.filter((id) => id !== organiser && id !== secretary).slice(0, 2)
  const held: [string, Role][] = [
    [organiser, 'organiser'],
    [secretary, 'secretary'],
    ...committee.map((id): [string, Role] => [id, 'committee']),
  ]
  for (const [personId, role] of held)
    await appoint(ctx, { personId, unitId, role, fromOn: inOfficeSince })
  const goesOut = ids.filter((id, at) => id !== organiser && !members[at]!.homebound)
  return { unitId, organiser, secretary, members: goesOut }
}
