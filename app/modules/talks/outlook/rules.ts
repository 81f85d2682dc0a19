import {
  hoursOfWeek,
  openStretches,
  type Sketch,
  type WeekHours,
  way,
} from '#app/modules/organisation/rules.ts'
import {
  minutesOfDay,
  type Option,
  type Order,
  type Place,
  type Season,
  type Speaker,
  type Stretch,
  type Venue,
} from '#app/planner/season.ts'
import { joined } from '#app/planner/when-and-where.ts'
import { minutesOf, type Span } from '#app/platform/database/spans.ts'
import {
  addDays,
  dayOf,
  daysBetween,
  instantAt,
  later,
  minute,
  weekdayOf,
} from '#app/platform/time.ts'
import { isWeekend, type WorkCalendar, workingDaysBetween } from '#app/platform/working-days.ts'
import { type Availability, freeStretches, restMinutes } from '../speakers/rules.ts'

/** What a plan is asked with beside what is known anyway: the questions "what if …?". */
export type Asked = {
  /** Only these orders; none means all that are open. */
  orderIds: string[]
  /** Speakers who are left out. */
  withoutSpeakerIds: string[]
  /** Days on which a speaker can come too, or which suit an order too; else every speaker. */
  days: { day: string; speakerId: string | null; orderId: string | null }[]
  /** Whoever else could: this order is for this speaker. */
  pairs: { orderId: string; speakerId: string }[]
  /** Promised talks that may be changed after all. */
  freedOrderIds: string[]
  /** Orders that somebody's hand took out. */
  leftOutOrderIds: string[]
}

export const nothingAsked: Asked = {
  orderIds: [],
  withoutSpeakerIds: [],
  days: [],
  pairs: [],
  freedOrderIds: [],
  leftOutOrderIds: [],
}

/** What the planner was given, and the day that its minutes are counted from. */
export type GivenSeason = Season & { firstDay: string }

/** How many working days an order has waited; where holidays are not known, weekends alone are free. */
export function waitedDays(placedOn: string, today: string, calendar: WorkCalendar): number {
  const counted = workingDaysBetween(placedOn, today, calendar)
  if (counted !== 'unknown') return counted
  let days = 0
  for (let day = addDays(placedOn, 1); day <= today; day = addDays(day, 1))
    if (!isWeekend(day)) days += 1
  return days
}

// From the street's rows to the planner's season. Every list is in the order of its ids, so that the
// same rows give the same plan.

/** An order as it is to be planned. */
export type OrderToPlan = {
  id: string
  unitId: string
  talkId: string
  priority: 1 | 2 | 3
  placedAt: Date
  audience: string
  language: string
  headCount: number
  minutes: number
  formats: string[]
  venueId: string
  venueKind: string
  takesSimilar: boolean
  times: { during: Span; choice: number }[]
  promised: { speakerId: string; venueId: string; during: Span; isAccepted: boolean } | null
  /** Speakers who said no to it, or could not come after all. */
  saidNo: string[]
}

export type SpeakerToPlan = {
  id: string
  kind: string
  audiences: string[]
  languages: string[]
  formats: string[]
  lengths: number[]
  mostGuests: number | null
  talks: { id: string; strength: number }[]
}

export type TalkToPlan = {
  id: string
  topics: string[]
  audiences: string[]
  languages: string[]
  minutes: number
}

/** A booking that the office's hand put into a plan. */
export type HandBooking = { orderId: string; speakerId: string; venueId: string; start: Date }

type VenueToPlan = {
  id: string
  seats: number
  hours: readonly WeekHours[]
  at: Sketch | null
  /** When sessions are held there that no order asked for. */
  taken: readonly Span[]
}

export type ToPlan = {
  season: { id: string; startsOn: string; endsOn: string }
  today: string
  orders: readonly OrderToPlan[]
  speakers: readonly SpeakerToPlan[]
  availability: ReadonlyMap<string, Availability>
  venues: readonly VenueToPlan[]
  talks: readonly TalkToPlan[]
  calendar: WorkCalendar
  asked: Asked
  hand: readonly HandBooking[]
}

const startsEvery = 30
const mostPerDay = 2
const unknownWay = 30
// Enough for any days of rest.
const daysLookedBack = 31
const addedHours = { from: 8 * 60, until: 20 * 60 }

/** Everything the planner has to know, from tomorrow to the season's end. */
export function seasonFrom(to: ToPlan): GivenSeason {
  const tomorrow = addDays(to.today, 1)
  const firstDay = tomorrow < to.season.startsOn ? to.season.startsOn : tomorrow
  const days = Math.max(0, daysBetween(firstDay, to.season.endsOn) + 1)
  const clock = clockFrom(firstDay)
  const places = placesOf(to)
  const orders = to.orders.filter(
    ({ promised }) => !promised || promised.during.start >= clock.zero,
  )
  const at = positions(orders, to.speakers, to.venues)
  const planned = new Set(orders.map(({ id }) => id))
  return {
    firstDay,
    days,
    weekday: weekdayOf(firstDay) - 1,
    places: places.list,
    travel: {
      atLeast: places.isComplete ? way.atLeast : unknownWay,
      perKilometre: way.perKilometre,
    },
    step: startsEvery,
    speakers: to.speakers.map((speaker) =>
      speakerFrom(to, speaker, { clock, days, places, planned, at }),
    ),
    venues: to.venues.map((venue) => venueFrom(to, venue, { clock, days, places, planned })),
    orders: orders.map((order) => orderFrom(to, order, clock, at)),
  }
}

type Clock = { firstDay: string; zero: Date; minuteOf: (at: Date) => number }

function clockFrom(firstDay: string): Clock {
  const zero = instantAt(firstDay, '00:00')
  return { firstDay, zero, minuteOf: (at) => Math.round((at.getTime() - zero.getTime()) / minute) }
}

type Places = { list: Place[]; isComplete: boolean; of: (key: string, at: Sketch | null) => number }

/** One place for all that lies at one point of the sketch; what is not on it is in its middle. */
function placesOf({ venues, availability }: ToPlan): Places {
  const points = [
    ...venues.map(({ at }) => at),
    ...[...availability.values()].map(({ home }) => home),
  ]
  const known = points.filter((each) => each !== null)
  const sorted = [...new Map(known.map((each) => [`${each.x} ${each.y}`, each]))].toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  const middle = (axis: 'x' | 'y') =>
    known.reduce((sum, each) => sum + each[axis], 0) / Math.max(1, known.length)
  const list: Place[] = sorted.map(([, { x, y }]) => ({ x, y }))
  const index = new Map(sorted.map(([key], at) => [key, at]))
  const of = (key: string, at: Sketch | null) => {
    const name = at ? `${at.x} ${at.y}` : key
    if (!index.has(name)) index.set(name, list.push({ x: middle('x'), y: middle('y') }) - 1)
    return index.get(name)!
  }
  return { list, isComplete: venues.every(({ at }) => at !== null), of }
}

type Positions = Record<'order' | 'speaker' | 'venue', ReadonlyMap<string, number>>

function positions(...[orders, speakers, venues]: (readonly { id: string }[])[]): Positions {
  const by = (list: readonly { id: string }[] = []) => new Map(list.map(({ id }, at) => [id, at]))
  return { order: by(orders), speaker: by(speakers), venue: by(venues) }
}

type Around = { clock: Clock; days: number; places: Places; planned: ReadonlySet<string> }

function speakerFrom(
  to: ToPlan,
  speaker: SpeakerToPlan,
  { clock, days, places, planned, at }: Around & { at: Positions },
): Speaker {
  const comes = to.availability.get(speaker.id)!
  const isOut = to.asked.withoutSpeakerIds.includes(speaker.id)
  const lookedBackTo = later(clock.zero, -daysLookedBack * minutesOfDay * minute)
  const others = comes.booked.filter(({ orderId }) => !planned.has(orderId))
  const booked = others.filter(({ time }) => time.start >= lookedBackTo)
  const lastDay = addDays(clock.firstDay, days - 1)
  const free = freeStretches(comes, clock.firstDay, lastDay, to.calendar.days)
  const added = to.asked.days.filter(
    ({ orderId, speakerId }) => orderId === null && (speakerId ?? speaker.id) === speaker.id,
  )
  return {
    id: speaker.id,
    place: places.of(`speaker ${speaker.id}`, comes.home),
    skills: skillsOf(to, speaker),
    audiences: speaker.audiences,
    languages: speaker.languages,
    formats: speaker.formats,
    minutes: minutesFor(to, speaker.lengths),
    mostGuests: speaker.mostGuests,
    homeVenue: comes.homeVenueId === null ? null : (at.venue.get(comes.homeVenueId) ?? null),
    range: comes.home ? comes.rangeKm : null,
    free: isOut
      ? []
      : joined([...free.map((span) => stretchOf(clock, span)), ...daysIn(clock, added)]),
    mostPerDay,
    mostPerWeek: comes.weeklyLimit,
    mostPerSeason: comes.seasonLimit,
    restDays: comes.restDays,
    restMinutes,
    booked: booked.map(({ time, venueId, at: point }) => ({
      stretch: stretchOf(clock, time),
      place: places.of(`venue ${venueId}`, point),
    })),
    given: others.filter(
      ({ seasonId, time }) => seasonId === to.season.id && time.start < lookedBackTo,
    ).length,
    willingness: speaker.kind === 'veteran' ? 0.5 : 1,
  }
}

function stretchOf({ minuteOf }: Clock, { start, end }: Span): Stretch {
  return { from: minuteOf(start), until: minuteOf(end) }
}

function daysIn({ firstDay }: Clock, added: readonly { day: string }[]): Stretch[] {
  return added
    .map(({ day }) => daysBetween(firstDay, day) * minutesOfDay)
    .filter((midnight) => midnight >= 0)
    .map((midnight) => ({
      from: midnight + addedHours.from,
      until: midnight + addedHours.until,
    }))
}

// An order that somebody said no to, or that is meant for one speaker, asks for a skill of its own.
const ownSkill = (talkId: string, orderId: string) => `${talkId}@${orderId}`
export const talkOfSkill = (skill: string) => skill.split('@')[0]!

function isForSome({ asked }: ToPlan, order: OrderToPlan): boolean {
  return order.saidNo.length > 0 || asked.pairs.some(({ orderId }) => orderId === order.id)
}

function skillsOf(to: ToPlan, speaker: SpeakerToPlan): Speaker['skills'] {
  const own = to.orders
    .filter((order) => isForSome(to, order) && !order.saidNo.includes(speaker.id))
    .filter(({ id }) =>
      to.asked.pairs.every((pair) => pair.orderId !== id || pair.speakerId === speaker.id),
    )
    .flatMap((order) =>
      speaker.talks
        .filter(({ id }) => wantsOf(to, order).some((want) => want.talkId === id))
        .map(({ id, strength }) => ({ skill: ownSkill(id, order.id), strength })),
    )
  return [...speaker.talks.map(({ id, strength }) => ({ skill: id, strength })), ...own]
}

/** The talk itself, then others on a topic of it that would do, the nearest first. */
function wantsOf({ talks }: ToPlan, order: OrderToPlan): { talkId: string; worth: number }[] {
  const itself = talks.find(({ id }) => id === order.talkId)
  const similar = order.takesSimilar && itself ? talks : []
  const others = similar
    .filter((talk) => talk.id !== order.talkId && talk.minutes <= order.minutes)
    .filter(
      ({ audiences, languages }) =>
        audiences.includes(order.audience) && languages.includes(order.language),
    )
    .map((talk) => {
      const shared = talk.topics.filter((topic) => itself!.topics.includes(topic)).length
      return { talkId: talk.id, worth: (0.5 * shared) / Math.max(1, itself!.topics.length) }
    })
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || (a.talkId < b.talkId ? -1 : 1))
  return [{ talkId: order.talkId, worth: 1 }, ...others]
}

/** A length of 10, 30 or 60 minutes stands for all up to it from the one before; the longest for all above. */
function minutesFor({ orders }: ToPlan, lengths: readonly number[]): number[] {
  if (lengths.length === 0) return []
  const lengthOf = (minutes: number) => (minutes <= 10 ? 10 : minutes <= 30 ? 30 : 60)
  const asked = orders
    .map(({ minutes }) => minutes)
    .filter((each) => lengths.includes(lengthOf(each)))
  return [...new Set([...lengths, ...asked])].toSorted((a, b) => a - b)
}

function venueFrom(
  to: ToPlan,
  venue: ToPlan['venues'][number],
  { clock, days, places, planned }: Around,
): Venue {
  const lastDay = addDays(clock.firstDay, days - 1)
  const promised = [...to.availability.values()]
    .flatMap((comes) => comes.booked)
    .filter(({ venueId, orderId }) => venueId === venue.id && !planned.has(orderId))
  const booked = [...promised.map(({ time }) => time), ...venue.taken]
  return {
    id: venue.id,
    place: places.of(`venue ${venue.id}`, venue.at),
    seats: venue.seats,
    open: openStretches(clock.firstDay, lastDay, hoursOfWeek(venue.hours)).map((span) =>
      stretchOf(clock, span),
    ),
    booked: booked
      .filter(({ end }) => end > clock.zero)
      .map((time) => stretchOf(clock, time))
      .toSorted((a, b) => a.from - b.from),
  }
}

function orderFrom(to: ToPlan, order: OrderToPlan, clock: Clock, at: Positions): Order {
  const { promised } = order
  const skillOf = (talkId: string) => (isForSome(to, order) ? ownSkill(talkId, order.id) : talkId)
  const bookingAt = (booked: { speakerId: string; venueId: string; start: Date }) => {
    const [speaker, venue] = [at.speaker.get(booked.speakerId), at.venue.get(booked.venueId)]
    if (speaker === undefined || venue === undefined) return null
    return { order: at.order.get(order.id)!, speaker, venue, start: clock.minuteOf(booked.start) }
  }
  const hand = to.hand.find(({ orderId }) => orderId === order.id)
  const current = promised && bookingAt({ ...promised, start: promised.during.start })
  const mayChange =
    to.asked.freedOrderIds.includes(order.id) ||
    (promised !== null && to.asked.withoutSpeakerIds.includes(promised.speakerId))
  const kept = promised?.isAccepted && !mayChange ? current : null
  return {
    id: order.id,
    unit: order.unitId,
    priority: order.priority,
    waited: waitedDays(dayOf(order.placedAt), to.today, to.calendar),
    wants: wantsOf(to, order).map(({ talkId, worth }) => ({ skill: skillOf(talkId), worth })),
    audience: order.audience,
    language: order.language,
    format:
      order.formats.find((format) => format === order.venueKind) ?? order.formats[0] ?? 'talk',
    minutes: promised ? minutesOf(promised.during) : order.minutes,
    headCount: order.headCount,
    options: optionsOf(to, order, clock, at),
    locked: kept ?? (hand ? bookingAt(hand) : null),
    current,
  }
}

function optionsOf(to: ToPlan, order: OrderToPlan, clock: Clock, at: Positions): Option[] {
  const venue = at.venue.get(order.venueId)
  if (venue === undefined) return []
  const wished = order.times.map(({ during, choice }) => ({
    stretch: stretchOf(clock, during),
    venue,
    choice,
  }))
  const added = daysIn(
    clock,
    to.asked.days.filter(({ orderId }) => orderId === order.id),
  )
  const worst = Math.max(0, ...order.times.map(({ choice }) => choice)) + 1
  return [...wished, ...added.map((stretch) => ({ stretch, venue, choice: worst }))]
    .filter(({ stretch }) => stretch.from >= 0)
    .toSorted((a, b) => a.stretch.from - b.stretch.from || a.choice - b.choice)
}
