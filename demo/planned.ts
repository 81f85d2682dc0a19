import { sql } from 'kysely'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import { sessionOfDispatch } from '#app/modules/sessions/queries.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { acceptDispatch } from '#app/modules/talks/dispatches/accept-dispatch.ts'
import { cancelSpeaking } from '#app/modules/talks/dispatches/cancel-speaking.ts'
import { invitationsOf } from '#app/modules/talks/dispatches/queries.ts'
import { confirmHeld } from '#app/modules/talks/orders/confirm-held.ts'
import { orderTalk } from '#app/modules/talks/orders/order-talk.ts'
import { vetOrder } from '#app/modules/talks/orders/vet-order.ts'
import { publishPlan } from '#app/modules/talks/planning/publish-plan.ts'
import { startPlan } from '#app/modules/talks/planning/start-plan.ts'
import { setAvailability } from '#app/modules/talks/speakers/set-availability.ts'
import type { Context } from '#app/platform/context.ts'
import { runLongJob } from '#app/platform/jobs.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { longJobs } from '#app/schedule.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import {
  heldDays,
  illness,
  ordersWaiting,
  type PlannedOrder,
  plannedOn,
  plannedOrders,
} from './content/planned.ts'
import { talkNumbered } from './content/talks.ts'
import { type Line, line } from './figures.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

/** The orders of all branches on their way, found again by what they were numbered. */
type Telling = {
  stage: Stage
  cast: Cast
  chief: string
  on(day: number): string
  at(day: number, time: string): Date
  /** Each order by its id, once it was placed. */
  orders: Map<string, PlannedOrder>
}

function tellingFrom(stage: Stage, cast: Cast, firstDay: string): Telling {
  const on = (day: number) => addDays(firstDay, day)
  const at = (day: number, time: string) => instantAt(on(day), time)
  return { stage, cast, chief: cast.office[1]!, on, at, orders: new Map() }
}

/** What waits for the office today: orders of many branches, and a plan to look at. */
export function planWaiting(stage: Stage, cast: Cast, today: string): Step[] {
  const telling = tellingFrom(stage, cast, today)
  const placed = ordersWaiting.filter(({ branch }) => cast.branches.has(branch))
  return [
    ...placed.flatMap((order) => ordering(telling, order)),
    { at: telling.at(-1, '17:40'), run: (now) => planning(telling, now) },
  ]
}

/** Every branch orders a talk, the office plans them all at once, and the plan heals when three fall ill. */
export function plannedSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const telling = tellingFrom(stage, cast, firstDay)
  const { at } = telling
  const wanted = plannedOrders.filter(({ branch }) => cast.branches.has(branch))
  return [
    ...wanted.flatMap((order) => ordering(telling, order)),
    { at: at(plannedOn, '09:00'), run: (now) => planning(telling, now) },
    { at: at(plannedOn, '10:00'), run: (now) => publishing(telling, now) },
    { at: at(plannedOn + 1, '19:30'), run: (now) => accepting(telling, now) },
    { at: at(illness.on, '08:10'), run: (now) => fallingIll(telling, now) },
    { at: at(illness.on, '09:00'), run: (now) => solving(telling, now) },
    { at: at(illness.on, '10:00'), run: (now) => publishing(telling, now) },
    { at: at(illness.on + 1, '19:30'), run: (now) => accepting(telling, now) },
    ...heldDays.flatMap((day) => [
      { at: at(day, '17:30'), run: (now: Date) => holding(telling, now) },
      { at: at(day + 1, '09:10'), run: (now: Date) => confirming(telling, now) },
    ]),
  ]
}

function ordering(telling: Telling, order: PlannedOrder): Step[] {
  const { stage, cast, chief } = telling
  const { unitId, organiser } = the(cast.branches, order.branch)
  const talk = talkNumbered(order.talk)
  const times = order.times.map(({ day, time }) => ({ date: telling.on(day), from: time }))
  let orderId = ''
  const place = (now: Date) =>
    as(stage, organiser, now, async (ctx) => {
      const placed = await orderTalk(ctx, {
        talkId: the(cast.talks, order.talk),
        unitId,
        venueId: the(cast.venues, order.place),
        audience: talk.audiences[0]!,
        language: 'mandarin',
        headCount: order.headCount,
        note: '',
        times,
      })
      orderId = placed.id
      telling.orders.set(orderId, order)
    })
  const vet = (now: Date) => as(stage, chief, now, (ctx) => vetOrder(ctx, { orderId, priority: 1 }))
  const ordered = later(telling.at(order.orderedOn, '10:00'), order.branch * minute)
  return [
    { at: ordered, run: place },
    { at: later(ordered, 4 * 60 * minute), run: vet },
  ]
}

async function planning(telling: Telling, now: Date): Promise<void> {
  const { stage, chief, orders } = telling
  // What the office dispatches by hand is on its way already.
  await as(stage, chief, now, (ctx) => startPlan(ctx, { orderIds: [...orders.keys()] }))
  await solving(telling, now)
}

/** Solves the plan that waits, as the program's own worker would. */
async function solving({ stage }: Telling, now: Date): Promise<void> {
  const { database, street } = stage
  const subjectId = await asSystem(stage, now, (ctx) => newestPlan(ctx, 'waiting'))
  const [solvePlan] = longJobs
  await runLongJob(solvePlan!, { street, subjectId }, { database, clock: () => now })
}

async function publishing({ stage, chief }: Telling, now: Date): Promise<void> {
  await as(stage, chief, now, async (ctx) => {
    await publishPlan(ctx, { planId: await newestPlan(ctx, 'ready') })
  })
}

async function newestPlan(ctx: Context, status: 'waiting' | 'ready'): Promise<string> {
  const { id } = await ctx.tx
    .selectFrom('plan')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('status', '=', status)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return id
}

/** Everyone who was asked accepts in the evening, on their own phones. */
async function accepting({ stage, cast, orders }: Telling, now: Date): Promise<void> {
  for (const { personId } of cast.speakers.values()) {
    await as(stage, personId, now, async (ctx) => {
      const invitations = await invitationsOf(ctx, personId)
      for (const { id } of invitations.filter((each) => orders.has(each.orderId)))
        await acceptDispatch(ctx, { dispatchId: id })
    })
  }
}

/** Who falls ill says until when, and calls off what was promised for that time. */
async function fallingIll(telling: Telling, now: Date): Promise<void> {
  const { stage, cast } = telling
  const [from, until] = [telling.on(illness.on), telling.on(illness.until)]
  for (const number of illness.speakers) {
    const { speakerId, personId } = the(cast.speakers, number)
    await as(stage, personId, now, async (ctx) => {
      await setAvailability(ctx, { speakerId, hours: [], away: [{ from, until }] })
      const promised = await promisedBy(ctx, speakerId, telling.at(illness.until, '23:59'))
      for (const { id } of promised.filter(({ orderId }) => telling.orders.has(orderId)))
        await cancelSpeaking(ctx, { dispatchId: id, answer: '病了，要歇一阵子' })
    })
  }
}

async function promisedBy(ctx: Context, speakerId: string, until: Date) {
  return ctx.tx
    .selectFrom('dispatch')
    .select(['id', 'orderId'])
    .where('streetId', '=', ctx.street)
    .where('speakerId', '=', speakerId)
    .where('status', '=', 'accepted')
    .where(sql<boolean>`during && tstzrange(${ctx.now}, ${until})`)
    .orderBy('id')
    .execute()
}

type Held = { orderId: string; dispatchId: string; organiser: string }

/** What of these orders is held on a day, with who ordered it. */
async function heldOn(telling: Telling, now: Date): Promise<Held[]> {
  return asSystem(telling.stage, now, async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('dispatch')
      .innerJoin('talkOrder', (join) =>
        join
          .onRef('talkOrder.streetId', '=', 'dispatch.streetId')
          .onRef('talkOrder.id', '=', 'dispatch.orderId'),
      )
      .select(['dispatch.orderId', 'dispatch.id as dispatchId', 'talkOrder.placedBy as organiser'])
      .where('dispatch.streetId', '=', ctx.street)
      .where('dispatch.status', '=', 'accepted')
      .where(
        sql<boolean>`upper(dispatch.during) between ${later(now, -24 * 60 * minute)} and ${now}`,
      )
      .orderBy('dispatch.id')
      .execute()
    return rows.filter(({ orderId }) => telling.orders.has(orderId))
  })
}

async function holding(telling: Telling, now: Date): Promise<void> {
  const { stage, cast, orders } = telling
  for (const { orderId, dispatchId, organiser } of await heldOn(telling, now)) {
    const { branch, headCount } = the(orders, orderId)
    const came = the(cast.branches, branch).members.slice(0, headCount)
    await as(stage, organiser, now, async (ctx) => {
      const { id } = (await sessionOfDispatch(ctx, dispatchId))!
      const marks = Object.fromEntries(came.map((one) => [one, { presence: 'came' as const }]))
      await callRoll(ctx, { sessionId: id, marks })
      await closeSession(ctx, { sessionId: id, guests: 0, given: [], note: '' })
    })
  }
}

async function confirming(telling: Telling, now: Date): Promise<void> {
  for (const { orderId, organiser } of await heldOn(telling, now))
    await as(telling.stage, organiser, now, (ctx) => confirmHeld(ctx, { orderId }))
}

/** What planning the season came to. */
export async function plannedLines(ctx: Context): Promise<Line[]> {
  const { rows } = await sql<{ kind: string; orders: number; served: number; changed: number }>`
    select plan.kind, count(*) as orders, count(placed.speaker_id) as served,
      count(*) filter (where before.order_id is not null
        and (before.speaker_id, before.during) is distinct from (placed.speaker_id, placed.during)) as changed
    from plan
    join plan_order placed on placed.street_id = plan.street_id and placed.plan_id = plan.id
    left join plan_order before on before.street_id = plan.street_id and before.plan_id = plan.from_id
      and before.order_id = placed.order_id
    where plan.street_id = ${ctx.street} and plan.status = 'published'
    group by plan.id, plan.kind, plan.number order by plan.number`.execute(ctx.tx)
  const [whole, healed] = rows
  const { rows: called } = await sql<{ off: number }>`
    select count(*) as off from dispatch where street_id = ${ctx.street} and status = 'cancelled'`.execute(
    ctx.tx,
  )
  return [
    line('orders planned at once', plannedOrders.length, whole?.orders),
    line('  served by the plan', plannedOrders.length, whole?.served),
    line('called off by three who fell ill', illness.calledOff, called[0]?.off),
    line('  left unserved when the plan had healed', 0, healed && healed.orders - healed.served),
    line('  changed by healing', illness.calledOff, healed?.changed),
  ]
}
