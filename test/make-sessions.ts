import { scheduleSession } from '#app/modules/sessions/schedule-session.ts'
import type { Format } from '#app/modules/talks/menu/rules.ts'
import { acceptDispatch } from '#app/modules/talks/orders/accept-dispatch.ts'
import { dispatchOrder } from '#app/modules/talks/orders/dispatch-order.ts'
import { orderTalk } from '#app/modules/talks/orders/order-talk.ts'
import { type Context, system } from '#app/platform/context.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { as, makeAppointed, makeBranch, makeVenue } from './make.ts'
import { makeSpeaker, makeTalk } from './make-talks.ts'

type Options = {
  unitId?: string
  /** Who ordered, and hosts. */
  placedBy?: string
  date?: string
  from?: string
  minutes?: number
  strandCode?: 'pioneer' | 'arts'
  venueId?: string
  venueSeats?: number
  headCount?: number
  mostGuests?: number
  formats?: Format[]
}

/** A talk ordered by a branch's organiser for the next afternoon, which its speaker has accepted. */
export async function makeAccepted(ctx: Context, options: Options = {}) {
  const { date = '2022-01-13', from = '14:00', minutes = 90 } = options
  const unitId = options.unitId ?? (await makeBranch(ctx)).id
  const hostId = options.placedBy ?? (await makeAppointed(ctx, 'organiser', unitId)).id
  const venueId = options.venueId ?? (await makeVenue(ctx, unitId, options.venueSeats ?? 40)).id
  const limit = options.mostGuests === undefined ? {} : { mostGuests: options.mostGuests }
  const speaker = await makeSpeaker(ctx, limit)
  const talk = await makeTalk(ctx, [speaker], {
    minutes,
    formats: options.formats ?? ['talk'],
    strandCode: options.strandCode ?? 'pioneer',
  })
  const order = await orderTalk(await as(ctx, { id: hostId }), {
    talkId: talk.id,
    unitId,
    venueId,
    audience: 'members',
    language: 'nantong',
    headCount: options.headCount ?? 1,
    note: '',
    times: [{ date, from }, null],
  })
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  const asked = { orderId: order.id, speakerId: speaker.id, time: 0 }
  const { id: dispatchId } = await dispatchOrder(office, asked)
  await acceptDispatch(await as(ctx, { id: speaker.personId }), { dispatchId })
  const start = instantAt(date, from)
  const during = { start, end: later(start, minutes * minute) }
  return { dispatchId, orderId: order.id, talk, unitId, venueId, hostId, speaker, during, office }
}

/** A session that follows from an accepted talk, with its organiser as host. */
export async function makeSession(ctx: Context, options: Options = {}) {
  const accepted = await makeAccepted(ctx, options)
  const id = await scheduleSession({ ...ctx, actor: system }, { dispatchId: accepted.dispatchId })
  if (!id) throw new Error('the venue of this session is taken')
  return { ...accepted, id }
}

/** The facts recorded about a subject, oldest first. */
export async function factsOf(ctx: Context, subjectId: string) {
  return ctx.tx
    .selectFrom('fact')
    .select(['name', 'actorId', 'onBehalfOf', 'reason', 'details'])
    .where('streetId', '=', ctx.street)
    .where('subjectId', '=', subjectId)
    .orderBy('id')
    .execute()
}

export async function makeGuardian(ctx: Context, childId: string, guardianId: string) {
  await ctx.tx
    .insertInto('guardian')
    .values({ streetId: ctx.street, childId, guardianId, madeAt: ctx.now })
    .execute()
}
