import { closeSession } from '#app/modules/sessions/close-session.ts'
import { remindOfTomorrow } from '#app/modules/sessions/notices.ts'
import { sessionOfDispatch } from '#app/modules/sessions/queries.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { dealSeats } from '#app/modules/sessions/seats/deal-seats.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { giveThing } from '#app/modules/sessions/things/give-thing.ts'
import { offerThing } from '#app/modules/sessions/things/offer-thing.ts'
import { acceptDispatch } from '#app/modules/talks/dispatches/accept-dispatch.ts'
import { dispatchOrder } from '#app/modules/talks/dispatches/dispatch-order.ts'
import { endDispatch } from '#app/modules/talks/dispatches/end-dispatch.ts'
import { confirmHeld } from '#app/modules/talks/orders/confirm-held.ts'
import { orderTalk } from '#app/modules/talks/orders/order-talk.ts'
import { vetOrder } from '#app/modules/talks/orders/vet-order.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { places } from './content/places.ts'
import { seeded } from './content/random.ts'
import { givenThings, type Moment, type SeasonSession } from './content/season-session.ts'
import { speakers } from './content/speakers.ts'
import { talkNumbered } from './content/talks.ts'
import type { SpokenLanguage } from './content/vocabulary.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

/** One session as it is told, and who orders it where that is not the branch's own organiser. */
export type Told = SeasonSession & { orderedBy?: string; until?: Stretch }

/** A session on its way: what its steps learn from those before. */
type Thread = {
  stage: Stage
  cast: Cast
  told: Told
  orderer: string
  firstDay: string
  /** Who looks over and dispatches in the office. */
  chief: string
  at(day: number, time: string): Date
  orderId: string
  dispatchId: string
}

/** The stretches of a session's way in their order; a session may be told only up to one of them. */
const stretches = {
  ordered: ordering,
  vetted: vetting,
  declined: declining,
  asked: asking,
  accepted: accepting,
  signedUp: signingUp,
  held: holding,
} satisfies Record<string, (thread: Thread, firstDay: string) => Step[]>
export type Stretch = keyof typeof stretches

const evening = '19:40'

/** All that is done for one session, from its order to its outcome, each at its time. */
export function stepsOf(stage: Stage, cast: Cast, firstDay: string, told: Told): Step[] {
  const thread: Thread = {
    stage,
    cast,
    told,
    orderer: told.orderedBy ?? the(cast.branches, told.branch).organiser,
    firstDay,
    chief: cast.office[0]!,
    at: (day, time) => instantAt(addDays(firstDay, day), time),
    orderId: '',
    dispatchId: '',
  }
  const names = Object.keys(stretches) as Stretch[]
  const wanted = names.slice(0, names.indexOf(told.until ?? 'held') + 1)
  return wanted.flatMap((name) => stretches[name](thread, firstDay))
}

function ordering(thread: Thread, firstDay: string): Step[] {
  const { stage, cast, told, orderer } = thread
  // Not all at the same minute.
  const at = later(thread.at(told.orderedOn, '09:30'), told.branch * minute)
  const run = (now: Date) =>
    as(stage, orderer, now, async (ctx) => {
      thread.orderId = (await orderTalk(ctx, orderOf(cast, firstDay, told))).id
    })
  return [{ at, run }]
}

/** In the afternoon of the same day the office looks the order over, unless it ordered itself. */
function vetting(thread: Thread): Step[] {
  const { stage, cast, told, chief, orderer } = thread
  if (cast.office.includes(orderer)) return []
  const at = later(thread.at(told.orderedOn, '15:30'), told.branch * minute)
  const run = (now: Date) =>
    as(stage, chief, now, (ctx) => vetOrder(ctx, { orderId: thread.orderId, priority: 1 }))
  return [{ at, run }]
}

function asks(thread: Thread, speaker: number, day: number): Step {
  const { stage, cast, told, chief } = thread
  const chosen = told.alternatives[told.chosen]
  const run = (now: Date) =>
    as(stage, chief, now, async (ctx) => {
      const { speakerId } = the(cast.speakers, speaker)
      const start = `${addDays(thread.firstDay, chosen.day)}T${chosen.time}`
      const asked = { orderId: thread.orderId, speakerId, start }
      thread.dispatchId = (await dispatchOrder(ctx, asked)).id
    })
  return { at: thread.at(day, '10:00'), run }
}

/** On the day after the order the office asks a speaker who declines in the evening. */
function declining(thread: Thread): Step[] {
  const { stage, cast, told } = thread
  const { declined } = told
  if (!declined) return []
  const run = (now: Date) =>
    as(stage, the(cast.speakers, declined.speaker).personId, now, (ctx) =>
      endDispatch(ctx, { dispatchId: thread.dispatchId, how: 'declined', answer: declined.reason }),
    )
  const day = told.orderedOn + 1
  return [asks(thread, declined.speaker, day), { at: thread.at(day, evening), run }]
}

function asking(thread: Thread): Step[] {
  return [asks(thread, thread.told.speaker, answeredOn(thread.told))]
}

function answeredOn({ orderedOn, declined }: Told): number {
  return orderedOn + (declined ? 2 : 1)
}

function accepting(thread: Thread): Step[] {
  const { stage, cast, told } = thread
  const { personId } = the(cast.speakers, told.speaker)
  const run = (now: Date) =>
    as(stage, personId, now, (ctx) => acceptDispatch(ctx, { dispatchId: thread.dispatchId }))
  return [{ at: thread.at(answeredOn(told), evening), run }]
}

/** The organiser takes seats for those who called or asked at the door, and all are reminded. */
function signingUp(thread: Thread): Step[] {
  const { stage, cast, told, orderer } = thread
  const run = (now: Date) =>
    as(stage, orderer, now, async (ctx) => {
      const { id } = (await sessionOfDispatch(ctx, thread.dispatchId))!
      if (told.childSeats) {
        const { seats, childSeats } = told
        await dealSeats(ctx, { sessionId: id, seats, childSeats })
      }
      for (const personId of attendanceOf(cast, told, orderer).seated)
        await signUp(ctx, { sessionId: id, personId })
    })
  const remind = (now: Date) => asSystem(stage, now, remindOfTomorrow)
  const { day } = told.alternatives[told.chosen]
  return [
    { at: thread.at(answeredOn(told) + 1, '12:00'), run },
    { at: thread.at(day - 1, '16:00'), run: remind },
  ]
}

function holding(thread: Thread): Step[] {
  const { stage, cast, told, orderer } = thread
  const { day, time } = told.alternatives[told.chosen]
  const minutes = talkNumbered(told.talk).minutes
  const thing = told.given && givenThings[told.given.thing].zh
  const run = (now: Date) =>
    as(stage, orderer, now, async (ctx) => {
      const { id } = (await sessionOfDispatch(ctx, thread.dispatchId))!
      await callRoll(ctx, { sessionId: id, marks: attendanceOf(cast, told, orderer).marks })
      const given = told.given && thing ? [{ thing, pieces: told.given.count }] : []
      if (told.offered && told.given && thing) {
        const offered = await offerThing(ctx, { sessionId: id, name: thing, offered: told.offered })
        await giveThing(ctx, { thingId: offered.id, pieces: told.given.count })
      }
      await closeSession(ctx, {
        sessionId: id,
        guests: 0,
        given: told.offered ? [] : given,
        note: told.note,
      })
    })
  // The next morning, when the record was seen once more.
  const confirm = (now: Date) =>
    as(stage, orderer, now, (ctx) => confirmHeld(ctx, { orderId: thread.orderId }))
  return [
    { at: later(thread.at(day, time), (minutes + 15) * minute), run },
    { at: thread.at(day + 1, '09:00'), run: confirm },
  ]
}

/** What a branch fills in: the first audience and the language that every asked speaker speaks. */
function orderOf(cast: Cast, firstDay: string, told: Told) {
  const talk = talkNumbered(told.talk)
  const asked = [told.speaker, ...(told.declined ? [told.declined.speaker] : [])]
  const spoken = (language: SpokenLanguage) =>
    asked.every((number) => speakers[number]!.dialects.includes(language))
  const language = talk.languages.find(spoken)
  if (!language) throw new RangeError(`talk ${told.talk} has no language for its speakers`)
  const timeOf = ({ day, time }: Moment) => ({ date: addDays(firstDay, day), from: time })
  return {
    talkId: the(cast.talks, told.talk),
    unitId: the(cast.branches, told.branch).unitId,
    venueId: the(cast.venues, told.place),
    audience: talk.audiences[0]!,
    language,
    headCount: told.headCount,
    note: '',
    times: told.alternatives.map(timeOf) as [ReturnType<typeof timeOf>, ReturnType<typeof timeOf>],
  }
}

type Presence = 'came' | 'absent'

/** Who takes a seat and who then comes: the same people every time the session is told. */
export function attendanceOf(cast: Cast, told: Told, host: string) {
  const random = seeded(told.talk, told.branch)
  const near = the(cast.communities, places[told.place]!.communityCode)
  const far = [...cast.communities.values()].filter((community) => community !== near)
  const others = near.residents.filter((id) => !near.volunteers.includes(id))
  // Volunteers come before other residents, and neighbours before those from elsewhere.
  const everyone = {
    members: random.shuffle(the(cast.branches, told.branch).members),
    staff: [near, ...far].flatMap(({ staff }) => staff),
    youth: [near, ...far].flatMap(({ youth }) => youth.map(({ childId }) => childId)),
    residents: [
      ...near.volunteers,
      ...random.shuffle(others),
      ...far.flatMap((each) => each.residents),
    ],
  }
  const pick = (kind: keyof typeof everyone, count: number) => {
    const chosen = everyone[kind].filter((id) => id !== host).slice(0, count)
    if (chosen.length < count) throw new RangeError(`too few ${kind} for talk ${told.talk}`)
    return chosen
  }
  const { attended } = told
  const noShows = told.signedUp - Object.values(attended).reduce((sum, count) => sum + count, 0)
  const members = pick('members', attended.members + noShows)
  const absent = members.slice(attended.members)
  const came = [
    ...members.slice(0, attended.members),
    ...pick('staff', attended.staff),
    ...pick('youth', attended.youth),
    ...pick('residents', attended.residents),
  ]
  const mark = (presence: Presence) => (id: string) => [id, { presence }] as const
  const marks = Object.fromEntries([...came.map(mark('came')), ...absent.map(mark('absent'))])
  return { seated: [...came, ...absent], marks }
}
