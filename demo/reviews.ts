import { closeSession } from '#app/modules/sessions/close-session.ts'
import { sessionOfDispatch } from '#app/modules/sessions/queries.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { acceptDispatch } from '#app/modules/talks/dispatches/accept-dispatch.ts'
import { dispatchOrder } from '#app/modules/talks/dispatches/dispatch-order.ts'
import { confirmHeld } from '#app/modules/talks/orders/confirm-held.ts'
import { disputeOrder } from '#app/modules/talks/orders/dispute-order.ts'
import { openOrder } from '#app/modules/talks/orders/open-order.ts'
import { orderTalk } from '#app/modules/talks/orders/order-talk.ts'
import { vetOrder } from '#app/modules/talks/orders/vet-order.ts'
import { giveReview } from '#app/modules/talks/reviews/give-review.ts'
import type { Context } from '#app/platform/context.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { type Heard, heard, type Opened, opened } from './content/heard.ts'
import { speakers } from './content/speakers.ts'
import { talkNumbered } from './content/talks.ts'
import { as, type Stage, type Step } from './stage.ts'

const fromEachUnit = 6

/** A talk on its way: what its steps learn from those before. */
type Thread = {
  cast: Cast
  told: Heard
  orderId: string
  dispatchId: string
  /** Who wrote it down in the office, and whose organiser calls the roll. */
  chief: string
  organiser: string
  on(day: number, time: string): Date
  step(at: Date, who: string, what: (ctx: Context) => Promise<unknown>): Step
}

/** What branches had and thought of it, with one that waits for a call and one that is disputed. */
export function reviewSteps(stage: Stage, cast: Cast, firstDay: string, today: string): Step[] {
  return heard.flatMap((told) => {
    const thread: Thread = {
      cast,
      told,
      orderId: '',
      dispatchId: '',
      chief: cast.office[1]!,
      organiser: the(cast.branches, told.branch).organiser,
      on: (day, time) => instantAt(addDays(firstDay, day), time),
      step: stepBy(stage),
    }
    return [...asking(thread, firstDay), ...holding(thread), ...saying(thread, today)]
  })
}

function stepBy(stage: Stage): Thread['step'] {
  return (at, who, what) => ({
    at,
    run: async (now) => {
      await as(stage, who, now, what)
    },
  })
}

/** The office writes down what several branches order together, and finds the speaker. */
function asking(thread: Thread, firstDay: string): Step[] {
  const { cast, told, chief, on, step } = thread
  const { speakerId, personId } = the(cast.speakers, told.speaker)
  const { languages } = talkNumbered(told.talk)
  const spoken = speakers[told.speaker]!.dialects
  const date = addDays(firstDay, told.held.day)
  const unitOf = (branch: number) => the(cast.branches, branch).unitId
  return [
    step(on(told.orderedOn, '10:05'), chief, async (ctx) => {
      const { id } = await orderTalk(ctx, {
        talkId: the(cast.talks, told.talk),
        unitId: unitOf(told.branch),
        venueId: the(cast.venues, told.place),
        audience: told.audience,
        language: languages.find((each) => spoken.includes(each))!,
        headCount: fromEachUnit * (told.guests.length + 1) + 1,
        note: '',
        times: [{ date, from: told.held.time }],
        guests: told.guests.map((each) => ({ unitId: unitOf(each), headCount: fromEachUnit })),
        callerId: thread.organiser,
      })
      thread.orderId = id
    }),
    step(on(told.orderedOn + 1, '10:05'), chief, async (ctx) => {
      const start = `${date}T${told.held.time}`
      const asked = { orderId: thread.orderId, speakerId, start }
      thread.dispatchId = (await dispatchOrder(ctx, asked)).id
    }),
    step(on(told.orderedOn + 1, '19:05'), personId, (ctx) =>
      acceptDispatch(ctx, { dispatchId: thread.dispatchId }),
    ),
  ]
}

function holding(thread: Thread): Step[] {
  const { cast, told, organiser, on, step } = thread
  const { day, time } = told.held
  const { minutes } = talkNumbered(told.talk)
  return [
    step(later(on(day, time), (minutes + 20) * minute), organiser, async (ctx) => {
      const { id } = (await sessionOfDispatch(ctx, thread.dispatchId))!
      const came = [told.branch, ...told.guests].flatMap((branch) =>
        the(cast.branches, branch).members.slice(0, fromEachUnit),
      )
      const marks = Object.fromEntries(came.map((one) => [one, { presence: 'came' as const }]))
      await callRoll(ctx, { sessionId: id, marks })
      await closeSession(ctx, { sessionId: id, guests: 0, given: [], note: '' })
    }),
    step(on(day + 1, '09:20'), organiser, (ctx) => confirmHeld(ctx, { orderId: thread.orderId })),
  ]
}

/** Each in its turn some days later; who was let down said so only yesterday. */
function saying(thread: Thread, today: string): Step[] {
  const { cast, told, chief, organiser, on, step } = thread
  const { disputed } = told
  const said = told.said.map(({ branch, way, ...answer }, turn) => {
    const unit = the(cast.branches, branch)
    const isPoor = answer.level <= 2
    const at = isPoor
      ? instantAt(addDays(today, -1), '16:20')
      : on(told.held.day + 2 + turn, '10:15')
    return step(at, way ? chief : unit.organiser, (ctx) =>
      giveReview(ctx, {
        orderId: thread.orderId,
        unitId: unit.unitId,
        way: way ?? 'page',
        ...answer,
      }),
    )
  })
  if (!disputed) return said
  const dispute = step(on(told.held.day + 1, '11:20'), organiser, (ctx) =>
    disputeOrder(ctx, { orderId: thread.orderId, reason: disputed }),
  )
  return [...said, dispute]
}

/** Orders that any speaker who suits may take up today. */
export function openedSteps(stage: Stage, cast: Cast, today: string): Step[] {
  return opened.flatMap((order) => opening(stage, cast, today, order))
}

function opening(stage: Stage, cast: Cast, today: string, order: Opened): Step[] {
  const { organiser, unitId } = the(cast.branches, order.branch)
  const chief = cast.office[1]!
  const step = stepBy(stage)
  const at = (day: number, time: string) =>
    later(instantAt(addDays(today, day), time), order.branch * minute)
  let orderId = ''
  return [
    step(at(order.orderedOn, '09:40'), organiser, async (ctx) => {
      const { id } = await orderTalk(ctx, {
        talkId: the(cast.talks, order.talk),
        unitId,
        venueId: the(cast.venues, order.place),
        audience: order.audience,
        language: 'mandarin',
        headCount: order.headCount,
        note: order.note,
        times: order.times.map(({ day, time }) => ({ date: addDays(today, day), from: time })),
      })
      orderId = id
    }),
    step(at(order.orderedOn, '15:10'), chief, (ctx) => vetOrder(ctx, { orderId, priority: 1 })),
    step(at(order.orderedOn + 1, '10:30'), chief, (ctx) => openOrder(ctx, { orderId })),
  ]
}
