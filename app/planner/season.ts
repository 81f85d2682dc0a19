// What the planner is given and what it gives back: plain data without a database, so that a worker
// thread, a benchmark and a test all speak of the same things. Everything refers to everything else by
// its position in its list; the lists are in a canonical order (by id), which makes answers repeatable.

/** A whole minute, counted from midnight in Shanghai of the season's first day. */
export type Minute = number
/** From one minute to before another. */
export type Stretch = { from: Minute; until: Minute }
export const minutesOfDay = 1440

/** Where a community or a house lies, in kilometres on the street's own sketch. */
export type Place = { x: number; y: number }

export type Speaker = {
  id: string
  place: number
  /** What the speaker can give, such as a talk of the menu or a topic, and how well: 1, 2 or 3. */
  skills: readonly { skill: string; strength: number }[]
  /** Whom the speaker speaks to, in which languages, formats and lengths; an empty list means all. */
  audiences: readonly string[]
  languages: readonly string[]
  formats: readonly string[]
  minutes: readonly number[]
  mostGuests: number | null
  /** The only venue, where the speaker receives at home. */
  homeVenue: number | null
  /** How far the speaker goes, in kilometres. */
  range: number | null
  /** When the speaker can come, in order and without overlaps; what is booked is not taken out. */
  free: readonly Stretch[]
  mostPerDay: number
  mostPerWeek: number | null
  mostPerSeason: number | null
  /** Whole days without a talk after one with a talk. */
  restDays: number
  /** Minutes between two talks of a day, beside the way. */
  restMinutes: number
  /** Talks that are fixed outside this plan: they take time, and count for the limits and the load. */
  booked: readonly { stretch: Stretch; place: number }[]
  /** Talks of this season already given: they count for the season's limit and the load. */
  given: number
  /** How much the speaker is willing to do beside others, 1 for most: a fair share is weighed with it. */
  willingness: number
}

export type Venue = {
  id: string
  place: number
  seats: number
  /** When it can be used, in order and without overlaps. */
  open: readonly Stretch[]
  /** What is fixed there outside this plan. */
  booked: readonly Stretch[]
}

/** A time that suits the orderer: the talk lies anywhere within the stretch, at this venue. */
export type Option = {
  stretch: Stretch
  venue: number
  /** 0 for what suits best, then 1, 2 … */
  choice: number
}

export type Order = {
  id: string
  /** Who ordered. */
  unit: string
  /** 1 for the usual, 2 and 3 for what presses. */
  priority: 1 | 2 | 3
  /** Working days it has waited already. */
  waited: number
  /** What would serve it, best first: the talk itself, and others that would do. */
  wants: readonly { skill: string; worth: number }[]
  audience: string
  language: string
  format: string
  minutes: number
  headCount: number
  options: readonly Option[]
  /** Booked by hand: it stays as it is. */
  locked: Booking | null
  /** What is promised already; a plan changes it only at a price. */
  current: Booking | null
}

/** An order with who gives it, where and from when. */
export type Booking = { order: number; speaker: number; venue: number; start: Minute }

export type Season = {
  days: number
  /** The weekday of the first day, 0 for Monday: limits of a week run from Monday to Sunday. */
  weekday: number
  places: readonly Place[]
  /** How long a way takes: these minutes and so many more for each kilometre; none within a place. */
  travel: { atLeast: number; perKilometre: number }
  /** Starts are tried at these steps from the beginning of an option. */
  step: number
  speakers: readonly Speaker[]
  venues: readonly Venue[]
  orders: readonly Order[]
}

/** How a plan was found: proven to be the best, within a known gap, or without a bound. */
export type Proof = 'optimal' | 'within' | 'greedy'

/** What a plan is worth, goal by goal in their strict order. */
export type Worth = {
  /** Orders served, and the same weighed by priority and waiting. */
  served: number
  service: number
  /** Sum of how well speakers, topics and times fit, each booking between 0 and 1. */
  fit: number
  /** Sum over speakers of the convex price of talks above the own share: less is fairer. */
  load: number
  kilometres: number
}

export type Plan = {
  bookings: readonly Booking[]
  unserved: readonly number[]
  worth: Worth
  /** The weighed sum that was maximised, and what no plan whose largest load is as small can exceed. */
  objective: number
  bound: number
  proof: Proof
}
