import type { Order, Place, Season, Stretch, Venue } from '#app/planner/season.ts'
import { type Random, seeded } from '#demo/content/random.ts'
import {
  audiences,
  type Demand,
  type Home,
  minute,
  numbered,
  type Size,
  someOf,
  speakersOf,
  topics,
} from './planner-people.ts'

export const sizes = {
  street: { orders: 100, speakers: 60, days: 60 },
  district: { orders: 1000, speakers: 500, days: 60 },
  city: { orders: 10_000, speakers: 5000, days: 60 },
} as const satisfies Record<string, Size>

// A street of 60 speakers has 13 communities, each with about 2.3 square kilometres.
const speakersPerCommunity = 60 / 13
const squareKilometres = 2.3
const branchesPerCommunity = 8
const asked = topics.map((topic, rank) => [topic, 1 / (rank + 1) ** 0.8] as const)

/** A season made up from a seed: the same for the same seed, whatever was made before. */
export function seasonOf(size: Size, demand: Demand, seed: number): Season {
  const random = (part: number) => seeded(seed, part, demand === 'tight' ? 1 : 2)
  const land = communitiesOf(size, random(1))
  const { speakers, homes, homePlaces } = speakersOf(
    size,
    demand,
    land,
    venueCount(land.length),
    random(2),
  )
  const halls = hallsOf(size, land, random(3))
  const orders = ordersOf(size, land, halls, homes, random(4))
  return {
    days: size.days,
    weekday: 0,
    places: [...land, ...homePlaces],
    travel: { atLeast: 10, perKilometre: 6 },
    step: 30,
    speakers,
    venues: [...halls.venues, ...homes.map(({ venue }) => venue)],
    orders,
  }
}

function communitiesOf({ speakers }: Size, { int }: Random): Place[] {
  const count = Math.max(2, Math.round(speakers / speakersPerCommunity))
  const metres = Math.round(Math.sqrt(count * squareKilometres) * 1000)
  return Array.from({ length: count }, () => ({
    x: int(0, metres) / 1000,
    y: int(0, metres) / 1000,
  }))
}

/** Venues of each community: a hall and a room for all, and rooms of some branches. */
type Halls = {
  venues: Venue[]
  ofBranch: (community: number, branch: number, heads: number) => number
}

const shared = 2
const rooms = 3
const venueCount = (communities: number) => communities * (shared + rooms)

function hallsOf({ days }: Size, land: readonly Place[], random: Random): Halls {
  const { chance, int } = random
  const open = Array.from({ length: days }, (_, day) => ({
    from: minute(day, 8),
    until: minute(day, 21),
  }))
  const venues = land.flatMap((_, community) =>
    Array.from(
      { length: shared + rooms },
      (__, nth): Venue => ({
        id: numbered('v', community * (shared + rooms) + nth),
        place: community,
        seats: [int(50, 90), int(28, 40), int(16, 30), int(16, 30), int(16, 30)][nth]!,
        open: nth === 0 ? open.filter(() => chance(0.9)) : open,
        booked: nth < shared ? markets(days, random) : [],
      }),
    ),
  )
  return {
    venues,
    ofBranch: (community, branch, heads) => {
      const first = community * (shared + rooms)
      const own = first + shared + branch
      if (branch < rooms && venues[own]!.seats >= heads) return own
      return venues[first + 1]!.seats >= heads && branch % 2 === 1 ? first + 1 : first
    },
  }
}

/** Some evenings a hall has something else. */
function markets(days: number, { chance }: Random): Stretch[] {
  return Array.from({ length: days }, (_, day) =>
    chance(0.08) ? [{ from: minute(day, 18), until: minute(day, 21) }] : [],
  ).flat()
}

function ordersOf(
  size: Size,
  land: readonly Place[],
  halls: Halls,
  homes: readonly Home[],
  random: Random,
): Order[] {
  const near = land.map((centre) =>
    homes
      .map(({ place }, nth) => ({ nth, far: Math.hypot(place.x - centre.x, place.y - centre.y) }))
      .toSorted((a, b) => a.far - b.far || a.nth - b.nth)
      .slice(0, 3)
      .map(({ nth }) => nth),
  )
  return Array.from({ length: size.orders }, (_, count) => {
    const community = random.int(0, land.length - 1)
    const order = orderOf(numbered('o', count), community, size, halls, random)
    const hosts = near[community]!
    if (hosts.length === 0 || !random.chance(0.08)) return order
    return atHome(
      order,
      hosts.map((nth) => ({ ...homes[nth]!, at: halls.venues.length + nth })),
      random,
    )
  })
}

function orderOf(
  id: string,
  community: number,
  { days }: Size,
  halls: Halls,
  random: Random,
): Order {
  const { chance, int, weighted } = random
  const branch = int(0, branchesPerCommunity - 1)
  const minutes = weighted([
    [60, 6],
    [30, 3],
    [10, 1],
  ])
  const headCount = weighted([
    [int(8, 16), 5],
    [int(17, 30), 4],
    [int(31, 50), 1],
  ])
  const venue = halls.ofBranch(community, branch, headCount)
  const wanted = new Set<string>()
  const wantedCount = weighted([
    [1, 5],
    [2, 3],
    [3, 2],
  ])
  while (wanted.size < wantedCount) wanted.add(weighted(asked))
  return {
    id,
    unit: numbered('u', community * branchesPerCommunity + branch),
    priority: weighted([
      [1, 7],
      [2, 2],
      [3, 1],
    ]),
    waited: int(0, 15),
    wants: [...wanted].map((skill, nth) => ({ skill, worth: 1 - nth * 0.2 })),
    audience: weighted(audiences),
    language: weighted([
      ['mandarin', 6],
      ['tongdong', 3],
      ['jianghuai', 1],
    ]),
    format: weighted([
      ['talk', 8],
      ['story', 1],
      ['outdoors', chance(0.5) ? 1 : 0.5],
    ]),
    minutes,
    headCount,
    options: optionsOf(days, minutes, venue, random),
    locked: null,
    current: null,
  }
}

/** One to three times that would suit, or the same hour on any day of a week. */
function optionsOf(days: number, minutes: number, venue: number, random: Random): Order['options'] {
  const { chance, int, weighted } = random
  if (chance(0.2)) {
    const monday = 7 * weighted(weeksOf(days))
    const hour = weighted([
      [9, 2],
      [14, 3],
      [19, 4],
    ])
    return Array.from({ length: Math.min(7, days - monday) }, (_, nth) => ({
      stretch: {
        from: minute(monday + nth, hour),
        until: minute(monday + nth, hour) + minutes + 30,
      },
      venue,
      choice: 0,
    }))
  }
  return Array.from({ length: int(1, 3) }, (_, choice) => {
    const from = popularTime(days, random)
    return { stretch: { from, until: from + minutes + (chance(0.4) ? 30 : 0) }, venue, choice }
  })
}

/** Most is wanted towards the end of the season, on Fridays in the evening and on Saturdays. */
function popularTime(days: number, { weighted }: Random): number {
  const weekday = weighted([
    [0, 1],
    [1, 1.5],
    [2, 1],
    [3, 1],
    [4, 3],
    [5, 4],
    [6, 2],
  ])
  const day = Math.min(days - 1, 7 * weighted(weeksOf(days)) + weekday)
  const hour = weighted(
    weekday > 4
      ? [
          [9, 4],
          [14, 4],
          [19, 2],
        ]
      : ([
          [9, 2],
          [14.5, 2],
          [19, 6],
        ] as const),
  )
  return minute(day, hour)
}

function weeksOf(days: number): [week: number, weight: number][] {
  const weeks = Math.ceil(days / 7)
  return Array.from({ length: weeks }, (_, week) => [week, 1 + (2 * week) / weeks])
}

/** The same order as a visit: a small round on a morning at one of the nearest homes. */
function atHome(order: Order, hosts: readonly (Home & { at: number })[], random: Random): Order {
  const { int, pick } = random
  const skill = pick(pick(hosts).speaker.skills).skill
  const options = hosts.flatMap(({ speaker, at }) =>
    someOf(speaker.free, 2, random).map(({ from }, choice) => ({
      stretch: { from, until: from + order.minutes + 30 },
      venue: at,
      choice,
    })),
  )
  return {
    ...order,
    wants: [{ skill, worth: 1 }],
    language: 'tongdong',
    format: 'home',
    minutes: Math.max(30, order.minutes),
    headCount: int(4, 8),
    options,
  }
}
