import { branches } from './branches.ts'
import { communities, places } from './places.ts'
import { type Random, seeded } from './random.ts'
import { seasonSessions, springFestivalHolidays } from './season.ts'
import type { Moment } from './season-session.ts'
import { speakerNumber, speakers } from './speakers.ts'
import { talkNumbered, talks } from './talks.ts'
import type { StrandCode } from './vocabulary.ts'

/** An order that the office finds a speaker for by a plan, together with all the others. */
export type PlannedOrder = {
  talk: number
  branch: number
  place: number
  orderedOn: number
  times: readonly Moment[]
  /** Members who are expected, and who all come. */
  headCount: number
}

const seed = 2021

/** When branches order, when the office plans, and when it is all held; days of the season. */
const ordering = { from: 2, until: 9 }
export const plannedOn = 13
const holding = { from: 20, until: 98 }

/** Three speakers who fall ill once everything is arranged, and until when they can't come. */
export const illness = {
  on: 25,
  until: 60,
  /** How many talks they had promised for that time. */
  calledOff: 12,
  speakers: (['zhuMinxian', 'shenYujie', 'yangZiang'] as const).map(speakerNumber),
}

/** Some days of the winter are told of already; plans leave them alone. */
const toldDays = new Set(
  seasonSessions.flatMap(({ alternatives }) => alternatives.map(({ day }) => day)),
)
/** The exhibition, its boards and the round from door to door. */
const otherDays = [33, 50, 51, 52, 53]

/** The days on which one of them may be held. */
export const heldDays: readonly number[] = Array.from(
  { length: holding.until - holding.from },
  (_, at) => holding.from + at,
).filter((day) => {
  const isFestival = day >= springFestivalHolidays.from && day <= springFestivalHolidays.until
  return !isFestival && !toldDays.has(day) && !otherDays.includes(day)
})

const starts = ['09:30', '14:00', '15:30'] as const

/** Talks that more than one speaker gives who goes out, so that another can step in. */
const shared = talks.filter(
  (talk) =>
    talk.formats.includes('talk') &&
    talk.minutes <= 60 &&
    talk.languages.includes('mandarin') &&
    talk.speakers.filter((number) => goesOut(number)).length > 1,
)

function goesOut(number: number): boolean {
  const speaker = speakers[number]!
  return !speaker.receivesAtHome && speaker.dialects.includes('mandarin')
}

const rooms = places
  .map(({ communityCode, kind }, place) => ({ communityCode, kind, place }))
  .filter(({ kind }) => kind === 'station' || kind === 'room')

/** What a branch orders, on one of these days, to be held on one of those. */
function drawn(
  branch: number,
  random: Random,
  orderedOn: { from: number; until: number },
  heldOn: readonly number[],
): PlannedOrder {
  const { parentCode } = branches[branch]!
  // The office's own branches stand under the street and are guests of a community.
  const home = communities.find(({ code }) => code === parentCode) ?? random.pick(communities)
  const near = rooms.filter(({ communityCode }) => communityCode === home.code)
  const [first, second, third] = random
    .shuffle(heldOn)
    .slice(0, 3)
    .toSorted((a, b) => a - b) as [number, number, number]
  const at = (day: number): Moment => ({ day, time: random.pick(starts) })
  return {
    talk: random.pick(shared).number,
    branch,
    place: random.pick(near).place,
    orderedOn: random.int(orderedOn.from, orderedOn.until),
    times: [at(first), at(second), at(third)],
    headCount: random.int(5, 8),
  }
}

/** One order of every branch of the street. */
export const plannedOrders: readonly PlannedOrder[] = branches.map((_, branch) =>
  drawn(branch, seeded(seed, branch), ordering, heldDays),
)

const everyOther = branches.flatMap((_, branch) => (branch % 4 === 1 ? [branch] : []))
/** All wanted at once: a talk that one person gives, on one afternoon. */
const wantedByMany = { talk: 42, branches: [3, 19, 40, 62] }
const thatAfternoon: Moment = { day: 12, time: '14:00' }

/** Orders that wait for a speaker today; their days are counted from today. */
export const ordersWaiting: readonly PlannedOrder[] = [
  ...everyOther.map((branch) =>
    drawn(
      branch,
      seeded(seed, branch, 2),
      { from: -4, until: -1 },
      [6, 7, 9, 10, 11, 12, 13, 14, 16, 17, 18, 20],
    ),
  ),
  ...wantedByMany.branches.map((branch) => ({
    ...drawn(branch, seeded(seed, branch, 3), { from: -2, until: -1 }, [12, 13, 14]),
    talk: wantedByMany.talk,
    times: [thatAfternoon],
  })),
]

/** What all of them must come to: everyone who is expected comes, and stays. */
export const expectedOfPlanned = {
  sessions: plannedOrders.length,
  members: sum(({ headCount }) => headCount),
  memberMinutes: sum(({ talk, headCount }) => headCount * talkNumbered(talk).minutes),
  byStrand: (strand: StrandCode) =>
    sum(({ talk }) => (talkNumbered(talk).strand === strand ? 1 : 0)),
  dispatches: plannedOrders.length + illness.calledOff,
}

function sum(of: (order: PlannedOrder) => number): number {
  return plannedOrders.reduce((total, order) => total + of(order), 0)
}
