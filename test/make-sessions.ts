import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { planSession } from '#app/modules/sessions/plan-session.ts'
import { publishSession } from '#app/modules/sessions/publish-session.ts'
import { addResource } from '#app/modules/sessions/resources/add-resource.ts'
import { scheduleSession } from '#app/modules/sessions/schedule-session.ts'
import { planSeries } from '#app/modules/sessions/series/plan-series.ts'
import { sessionsOfSeries } from '#app/modules/sessions/series/queries.ts'
import { listVisits } from '#app/modules/sessions/visits/list-visits.ts'
import { acceptDispatch } from '#app/modules/talks/dispatches/accept-dispatch.ts'
import { dispatchOrder } from '#app/modules/talks/dispatches/dispatch-order.ts'
import type { Format } from '#app/modules/talks/menu/rules.ts'
import { orderTalk } from '#app/modules/talks/orders/order-talk.ts'
import { vetOrder } from '#app/modules/talks/orders/vet-order.ts'
import { type Context, system } from '#app/platform/context.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { another, as, makeAppointed, makeBranch, makePerson, makeVenue } from './make.ts'
import { makeSeason, makeSpeaker, makeTalk } from './make-talks.ts'

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
  await vetOrder(office, { orderId: order.id, priority: 1 })
  const asked = { orderId: order.id, speakerId: speaker.id, start: `${date}T${from}` }
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

type Planned = Parameters<typeof planSession>[1]

/** A draft of the office's own: an afternoon at a station, or what is asked of it. */
export async function makeDraft(ctx: Context, more: Partial<Planned> = {}) {
  await makeSeason(ctx)
  const unitId = more.unitId ?? (await makeBranch(ctx)).id
  const venueId =
    more.venueId ?? (more.format === 'door' ? undefined : (await makeVenue(ctx, unitId)).id)
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  const { id } = await planSession(office, {
    title: '写春联',
    titleEn: '',
    strandCode: 'arts',
    format: 'workshop',
    audience: 'families',
    language: 'mandarin',
    when: { date: '2022-01-20', from: '14:00', to: '16:00' },
    seats: 10,
    toKnow: '',
    toKnowEn: '',
    guided: false,
    needs: [],
    leaves: '',
    ...more,
    unitId,
    venueId,
  })
  return { id, unitId, venueId, office }
}

/** A round from door to door on the day of the tests, announced, with the people it visits. */
export async function makeRound(ctx: Context, doors = 2) {
  const unitId = (await makeBranch(ctx)).id
  const visitor = await makeAppointed(ctx, 'volunteer', unitId)
  const { id, office } = await makeDraft(ctx, {
    format: 'door',
    unitId,
    visitorId: visitor.id,
    leaves: '大字讲义',
    when: { date: '2022-01-12', from: '14:00', to: '17:00' },
  })
  const people: { id: string }[] = []
  for (let door = 0; door < doors; door += 1) people.push(await makePerson(ctx, unitId))
  const listed = people.map(({ id: personId }, at) => [
    personId,
    { on: true, place: `${at + 1}号楼` },
  ])
  await listVisits(office, { sessionId: id, doors: Object.fromEntries(listed) })
  await publishSession(office, { sessionId: id })
  return { id, unitId, office, people, visitor, byVisitor: await as(ctx, visitor) }
}

/** A resource of the street, such as a set of boards. */
export async function makeResource(
  ctx: Context,
  kind: Parameters<typeof addResource>[1]['kind'] = 'boards',
) {
  const keeper = await makeAppointed(ctx, 'office')
  const office = await as(ctx, keeper)
  const name = `家风展板${another()}`
  const { id } = await addResource(office, { kind, name, nameEn: '', about: '', aboutEn: '' })
  return { id, keeper, office }
}

/** A session that comes again every Thursday, four times in all, Spring Festival left out. */
export async function makeSeries(ctx: Context, more: Partial<Planned> = {}) {
  await fillHolidays({ ...ctx, actor: system })
  const { id: sessionId, office, unitId } = await makeDraft(ctx, more)
  const every = { weekdays: [], untilOn: '2022-02-17', onHolidays: 'skip' as const }
  const { id } = await planSeries(office, { sessionId, ...every })
  return { id, office, unitId, sessions: await sessionsOfSeries(ctx, id) }
}
