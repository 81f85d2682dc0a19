import type { Place, Speaker, Stretch, Venue } from '#app/planner/season.ts'
import type { Random } from '#demo/content/random.ts'

export type Size = { orders: number; speakers: number; days: number }
/** Tight: more is ordered than can be served, most of it for the same evenings. */
export type Demand = 'tight' | 'normal'

export const minute = (day: number, hour: number) => day * 1440 + Math.round(hour * 60)
export const numbered = (kind: string, count: number) => `${kind}${String(count).padStart(5, '0')}`

export const topics = Array.from({ length: 12 }, (_, rank) => numbered('topic', rank))
// What is asked for most is not what most can give.
const given = topics.map((topic, rank) => [topic, 1 / (rank + 2) ** 0.4] as const)
export const audiences = [
  ['members', 35],
  ['residents', 25],
  ['elders', 20],
  ['youth', 12],
  ['workers', 8],
] as const

/** A veteran's home: where guests are received, and which mornings suit. */
export type Home = { venue: Venue; place: Place; speaker: Speaker }

/** The speakers of all communities in turn; the homes' venues come after this many others. */
export function speakersOf(
  size: Size,
  demand: Demand,
  land: readonly Place[],
  otherVenues: number,
  random: Random,
) {
  const speakers: Speaker[] = []
  const homes: Home[] = []
  const homePlaces: Place[] = []
  for (let count = 0; count < size.speakers; count += 1) {
    const community = count % land.length
    if (!random.chance(0.12)) {
      speakers.push(townSpeaker(numbered('s', count), community, size, demand, random))
      continue
    }
    const centre = land[community]!
    const place = { x: centre.x + random.int(-9, 9) / 20, y: centre.y + random.int(-9, 9) / 20 }
    const at = land.length + homePlaces.length
    homePlaces.push(place)
    const speaker = veteran(numbered('s', count), at, size, demand, random)
    speakers.push(speaker)
    const open = speaker.free
    homes.push({
      place,
      speaker,
      venue: { id: numbered('z', count), place: at, seats: 8, open, booked: [] },
    })
  }
  const received = new Map(homes.map(({ speaker }, nth) => [speaker.id, otherVenues + nth]))
  const settled = speakers.map((speaker) => ({
    ...speaker,
    homeVenue: received.get(speaker.id) ?? null,
  }))
  return { speakers: settled, homes, homePlaces }
}

function townSpeaker(
  id: string,
  place: number,
  { days }: Size,
  demand: Demand,
  random: Random,
): Speaker {
  const { chance, int, weighted } = random
  const tight = demand === 'tight'
  const free = freeTime(days, weekOf(random), random)
  const languages = ['mandarin', 'tongdong', 'jianghuai'].filter((_, nth) =>
    chance((tight ? [0.95, 0.5, 0.25] : [0.98, 0.7, 0.4])[nth]!),
  )
  return {
    id,
    place,
    skills: skillsOf(tight ? int(1, 3) : int(2, 4), random),
    audiences: chance(0.45)
      ? []
      : someOf(
          audiences.map(([name]) => name),
          int(2, 4),
          random,
        ),
    languages,
    formats: weighted([
      [[], 4],
      [['talk'], 4],
      [['talk', 'story'], 3],
      [['story', 'outdoors'], 1],
    ]),
    minutes: weighted([
      [[], 5],
      [[30, 60], 3],
      [[60], 1],
      [[10, 30], 1],
    ]),
    mostGuests: chance(0.1) ? 40 : null,
    homeVenue: null,
    range: weighted([
      [8, 2],
      [2, 2],
      [3, 3],
      [5, 3],
    ]),
    free,
    ...limitsOf(tight, random),
    booked: chance(0.1) ? bookedIn(free, place, random) : [],
    given: 0,
    willingness: weighted([
      [1, 6],
      [0.5, 2],
      [1.5, 2],
    ]),
  }
}

/** How much someone is willing to give: less where a season is tight. */
function limitsOf(tight: boolean, { chance, int, pick, weighted }: Random) {
  return {
    mostPerDay: chance(0.3) ? 2 : 1,
    mostPerWeek: tight ? int(1, 2) : int(1, 3),
    mostPerSeason: tight
      ? weighted([
          [1, 4],
          [2, 4],
          [3, 2],
        ])
      : int(2, 8),
    restDays: weighted([
      [0, 6],
      [1, 3],
      [2, 1],
    ]),
    restMinutes: pick([15, 30]),
  }
}

/** Receives at home only, on some mornings, at most eight guests. */
function veteran(
  id: string,
  place: number,
  { days }: Size,
  demand: Demand,
  random: Random,
): Speaker {
  const { chance, int } = random
  const mornings = Array.from({ length: 7 }, (): Stretch[] =>
    chance(0.4) ? [{ from: minute(0, 8.5), until: minute(0, 11.5) }] : [],
  )
  return {
    id,
    place,
    skills: skillsOf(int(1, 2), random),
    audiences: [],
    languages: chance(0.6) ? ['mandarin', 'tongdong'] : ['tongdong'],
    formats: ['home'],
    minutes: [30, 60],
    mostGuests: 8,
    homeVenue: null,
    range: null,
    free: freeTime(days, mornings, random),
    mostPerDay: 1,
    mostPerWeek: 1,
    mostPerSeason: demand === 'tight' ? int(1, 2) : int(2, 5),
    restDays: int(1, 3),
    restMinutes: 60,
    booked: [],
    given: 0,
    willingness: 0.5,
  }
}

function skillsOf(count: number, { int, weighted }: Random): Speaker['skills'] {
  const names = new Set<string>()
  while (names.size < count) names.add(weighted(given))
  return [...names].toSorted().map((skill) => ({ skill, strength: int(1, 3) }))
}

/** So many of a list, in its order. */
export function someOf<T>(list: readonly T[], count: number, { shuffle }: Random): T[] {
  const some = new Set(shuffle(list).slice(0, count))
  return list.filter((each) => some.has(each))
}

/** A week as pensioners, people at work and teachers have it: the free hours from Monday on. */
function weekOf({ chance, weighted }: Random): Stretch[][] {
  const kind = weighted([
    ['retired', 4],
    ['working', 4],
    ['teaching', 2],
  ] as const)
  return Array.from({ length: 7 }, (_, weekday) => {
    const weekend = weekday > 4
    const hours: Stretch[] = []
    const day = { from: minute(0, 8.5), until: minute(0, 17) }
    const evening = { from: minute(0, 18.5), until: minute(0, 21) }
    if (kind === 'retired' && chance(weekend ? 0.4 : 0.7)) hours.push(day)
    if (kind === 'working' && weekend && chance(0.6)) hours.push(day)
    if (kind === 'teaching' && chance(weekend ? 0.7 : 0.2))
      hours.push({ from: minute(0, 13.5), until: minute(0, 17) })
    if (chance(kind === 'retired' ? 0.3 : 0.45)) hours.push(evening)
    return hours
  })
}

/** The weekly hours over the season, without journeys and single days that don't suit. */
function freeTime(days: number, week: readonly Stretch[][], { chance, int }: Random): Stretch[] {
  const away = new Set<number>()
  for (let journey = int(0, 2); journey > 0; journey -= 1) {
    const first = int(0, days - 1)
    for (let day = first + int(1, 8); day >= first; day -= 1) away.add(day)
  }
  return Array.from({ length: days }, (_, day) =>
    away.has(day) || chance(0.06)
      ? []
      : week[day % 7]!.map(({ from, until }) => ({
          from: minute(day, 0) + from,
          until: minute(day, 0) + until,
        })),
  ).flat()
}

function bookedIn(free: readonly Stretch[], place: number, { pick }: Random): Speaker['booked'] {
  if (free.length === 0) return []
  const { from } = pick(free)
  return [{ stretch: { from, until: from + 60 }, place }]
}
