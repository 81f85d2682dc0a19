import { mayWriteBulletins } from '#app/modules/bulletins/access.ts'
import { bulletins, bulletinsWaiting } from '#app/modules/bulletins/queries.ts'
import { mayMakeCourses } from '#app/modules/courses/making/access.ts'
import { flagsWaiting } from '#app/modules/courses/making/queries.ts'
import { cardsToday } from '#app/modules/courses/recall/queries.ts'
import { entriesWaiting, overlapsIn } from '#app/modules/coverage/hours/queries.ts'
import { type StreetRow, streetFigures } from '#app/modules/coverage/summaries/queries.ts'
import { claimsOfUnits } from '#app/modules/matters/claims/queries.ts'
import { officeRoles, type Scope, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { type CalendarSession, calendarSessions } from '#app/modules/sessions/calendars/queries.ts'
import { tapsWaitingFor } from '#app/modules/sessions/outcomes/queries.ts'
import { photosAsking } from '#app/modules/sessions/photos/queries.ts'
import { comingSessions, type SessionRow, sessionsToRun } from '#app/modules/sessions/queries.ts'
import { childrenOf } from '#app/modules/sessions/seats/queries.ts'
import { rollsToSettle } from '#app/modules/sessions/settling/queries.ts'
import { offersTo } from '#app/modules/sessions/waitlist/queries.ts'
import { invitationsOf, openOrdersFor } from '#app/modules/talks/dispatches/queries.ts'
import { ordersIn } from '#app/modules/talks/orders/queries.ts'
import { type OrderStatus, waitsForSpeaker } from '#app/modules/talks/orders/rules.ts'
import { reviewsToGive } from '#app/modules/talks/reviews/queries.ts'
import { speakerOfPerson } from '#app/modules/talks/speakers/queries.ts'
import { shiftsAtRisk, shiftsToCall } from '#app/modules/volunteering/posts/queries.ts'
import { openDisputes, recordsToConfirm } from '#app/modules/volunteering/records/queries.ts'
import { type OwnPlace, openSwaps, placesAhead } from '#app/modules/volunteering/rota/queries.ts'
import { consentsAskedOf } from '#app/modules/volunteering/youth/queries.ts'
import { type Context, holds } from '#app/platform/context.ts'
import { day, dayOf, later } from '#app/platform/time.ts'
import { to, urls } from '#app/urls.ts'
import { officesWork } from './office/queries.ts'
import type { Kind, Waiting } from './rules.ts'

/** Everything a person's home is made of, whatever roles the person holds. */
export type Home = {
  /** In the order in which things press. */
  waiting: Waiting[]
  next: CalendarSession[]
  /** Where the person and the person's children stand on a rota. */
  places: OwnPlace[]
  /** Coming sessions with free seats that are not in the person's calendar yet. */
  couldCome: SessionRow[]
  /** The streets of the person's district, in the figures of their daily summaries. */
  streets: StreetRow[]
}

const span = 14 * day
const mostOffered = 4
const mostOfAKind = 4
const mostDrafts = 2
const mostAsked = 2

/** What needs this person now, and what comes next. */
export async function homeOf(ctx: Context, personId: string): Promise<Home> {
  const office = scopeOf(ctx.actor, officeRoles)
  const run = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
  const inOffice = office.unitIds.length > 0
  const during = { start: ctx.now, end: later(ctx.now, span) }
  const next = await calendarSessions(ctx, inOffice ? 'street' : { personId }, during)
  const mine = new Set(next.map((session) => session.id))
  const coming = await comingSessions(ctx)
  const children = await childrenOf(ctx, personId)
  const waiting = [
    ...(await sessionsWaiting(ctx, personId)),
    ...roundsWaiting(ctx, next),
    ...(await seatsOffered(ctx, personId)),
    ...(await rollsLeftOpen(ctx, personId, run)),
    ...(await invitationsWaiting(ctx, personId)),
    ...(await consentsWaiting(ctx, personId)),
    ...(await unitsWork(ctx, run)),
    ...(inOffice ? await officesWork(ctx, office) : []),
    ...(await claimsWaiting(ctx, personId)),
    ...(await bulletinsToRead(ctx)),
    ...(await ordersUnderWay(ctx)),
    ...(await sayingHowItWas(ctx, personId)),
    ...(await ownLearning(ctx, personId)),
  ]
  return {
    waiting: waiting.filter(({ count }) => count !== 0),
    next: next.filter((session) => session.status === 'scheduled'),
    places: await placesAhead(ctx, [personId, ...children.map(({ id }) => id)]),
    couldCome: coming
      .filter((one) => one.visitorId === null && !mine.has(one.id) && one.taken < one.seats)
      .slice(0, mostOffered),
    streets: holds(ctx.actor, ['district']) ? await streetFigures(ctx) : [],
  }
}

/** Sessions of which the time has come. */
async function sessionsWaiting(ctx: Context, personId: string): Promise<Waiting[]> {
  const sessions = await sessionsToRun(ctx, personId)
  return sessions.map((session) => {
    const over = session.during.end <= ctx.now
    const at = { sessionId: session.id }
    return {
      kind: over ? 'close' : 'run',
      to: over ? to(urls.closeSession, at) : to(urls.roll, at),
      what: session,
      detail: session.venueName ?? '',
      during: session.during,
    }
  })
}

/** Rounds from door to door that the person walks today. */
function roundsWaiting(ctx: Context, next: readonly CalendarSession[]): Waiting[] {
  const today = dayOf(ctx.now)
  return next
    .filter(({ part, during }) => part === 'visiting' && dayOf(during.start) === today)
    .map((session) => ({
      kind: 'round',
      to: to(urls.round, { sessionId: session.id }),
      what: session,
      during: session.during,
    }))
}

/** Seats that are kept for the person, or the person's children, until they answer. */
async function seatsOffered(ctx: Context, personId: string): Promise<Waiting[]> {
  const offers = await offersTo(ctx, personId)
  return offers.slice(0, mostOfAKind).map((offer) => ({
    kind: 'seatOffered',
    to: to(urls.session, { sessionId: offer.sessionId }),
    what: offer,
    during: { start: offer.start, end: offer.end },
  }))
}

/** Rolls on which two hosts differ, or to which something came late. */
async function rollsLeftOpen(ctx: Context, personId: string, scope: Scope): Promise<Waiting[]> {
  const rolls = await rollsToSettle(ctx, { personId, scope })
  return rolls.slice(0, mostOfAKind).map(({ sessionId, open, ...what }) => ({
    kind: 'rollOpen',
    to: to(urls.rollOpen, { sessionId }),
    what,
    count: open,
  }))
}

/** What the person may say of sessions that were held: how it was, and whether others may see a picture. */
async function sayingHowItWas(ctx: Context, personId: string): Promise<Waiting[]> {
  const asked = await tapsWaitingFor(ctx, personId)
  const photos = await photosAsking(ctx, personId)
  return [
    ...asked
      .slice(0, mostAsked)
      .map(({ token, ...what }): Waiting => ({ kind: 'taps', to: to(urls.taps, { token }), what })),
    ...photos.slice(0, mostAsked).map(
      ({ sessionId, ...what }): Waiting => ({
        kind: 'onPhotos',
        to: to(urls.onPhotos, { sessionId }),
        what,
      }),
    ),
  ]
}

async function invitationsWaiting(ctx: Context, personId: string): Promise<Waiting[]> {
  const invitations = await invitationsOf(ctx, personId)
  const speaker = await speakerOfPerson(ctx, personId)
  const open = speaker && !speaker.leftAt ? await openOrdersFor(ctx, speaker.id) : []
  const asked = invitations.map(
    (dispatch): Waiting => ({
      kind: 'invited',
      to: to(urls.dispatch, { dispatchId: dispatch.id }),
      what: dispatch,
      detail: `${dispatch.venueName} · ${dispatch.unitName}`,
      during: dispatch.during,
    }),
  )
  return [...asked, { kind: 'openOrders', to: urls.openOrders, count: open.length }]
}

/** What a guardian has been asked for and has not consented to. */
async function consentsWaiting(ctx: Context, personId: string): Promise<Waiting[]> {
  const asked = await consentsAskedOf(ctx, personId)
  return asked
    .filter(({ consentId }) => consentId === null)
    .map((one) => ({
      kind: 'consent',
      to: to(urls.serviceConsents),
      what: one,
      detail: one.childName,
    }))
}

/** What waits for whoever runs a unit, and for the office with all of them. */
async function unitsWork(ctx: Context, scope: Scope): Promise<Waiting[]> {
  if (scope.unitIds.length === 0) return []
  const rolls = await shiftsToCall(ctx, scope.unitIds)
  const settling = to(urls.hoursToSettle)
  return [
    ...rolls.slice(0, mostOfAKind).map(
      (shift): Waiting => ({
        kind: 'shiftRoll',
        to: to(urls.shiftRoll, { shiftId: shift.id }),
        what: shift,
        during: shift.during,
      }),
    ),
    {
      kind: 'atRisk',
      to: to(urls.atRisk),
      count: (await shiftsAtRisk(ctx, scope.unitIds)).length,
    },
    {
      kind: 'records',
      to: to(urls.serviceRecords),
      count: (await recordsToConfirm(ctx, scope.unitIds)).length,
    },
    {
      kind: 'disputes',
      to: to(urls.serviceRecords),
      count: (await openDisputes(ctx, scope.unitIds)).length,
    },
    { kind: 'entries', to: settling, count: (await entriesWaiting(ctx, scope)).length },
    { kind: 'overlaps', to: settling, count: (await overlapsIn(ctx, scope)).length },
  ]
}

/** The matters that the person's branch holds: first those whose resident has heard nothing yet. */
async function claimsWaiting(ctx: Context, personId: string): Promise<Waiting[]> {
  const own = scopeOf(ctx.actor, unitRoles)
  const claims = await claimsOfUnits(ctx, own.unitIds, personId)
  return claims
    .filter(({ doneAt }) => doneAt === null)
    .slice(0, mostOfAKind)
    .map((claim) => ({
      kind: claim.contactedAt === null ? 'contact' : 'claim',
      to: to(urls.matter, { matterId: claim.matterId }),
      what: claim,
    }))
}

/** Bulletins to read with someone else's eye, then those the person can write on. */
async function bulletinsToRead(ctx: Context): Promise<Waiting[]> {
  const reading = await bulletinsWaiting(ctx)
  const drafts = mayWriteBulletins(ctx.actor)
    ? (await bulletins(ctx)).filter(
        ({ id, status }) => status === 'draft' && reading.every((one) => one.id !== id),
      )
    : []
  const line = (kind: Kind) => (bulletin: { id: string; title: string }) => ({
    kind,
    to: to(urls.bulletin, { bulletinId: bulletin.id }),
    what: { title: bulletin.title },
  })
  return [
    ...reading.slice(0, mostOfAKind).map(line('bulletin')),
    ...drafts.slice(0, mostDrafts).map(line('draft')),
  ]
}

const underWay: Partial<Record<OrderStatus, Kind>> = {
  returned: 'orderReturned',
  held: 'orderHeld',
  proposed: 'orderAsked',
}

/** Orders of the person's own units that are still on their way. */
async function ordersUnderWay(ctx: Context): Promise<Waiting[]> {
  const own = scopeOf(ctx.actor, unitRoles)
  if (own.unitIds.length === 0) return []
  const reviews = await reviewsToGive(ctx, own)
  const orders = await ordersIn(
    ctx,
    own,
    ['returned', 'held', 'submitted', ...waitsForSpeaker, 'proposed'],
    mostOfAKind,
  )
  return [
    ...orders.map(
      (order): Waiting => ({
        kind: underWay[order.status] ?? 'order',
        to: to(urls.order, { orderId: order.id }),
        what: order,
      }),
    ),
    ...reviews.slice(0, mostOfAKind).map(
      (one): Waiting => ({
        kind: 'review',
        to: to(urls.review, { orderId: one.orderId }),
        what: one,
        detail: one.unitName,
      }),
    ),
  ]
}

/** What the person is free to do: cards to recall, places others would give away, questions to mend. */
async function ownLearning(ctx: Context, personId: string): Promise<Waiting[]> {
  const { cards } = await cardsToday(ctx, personId)
  const serves = holds(ctx.actor, ['volunteer'])
  const swaps = serves ? await openSwaps(ctx) : []
  const flags = mayMakeCourses(ctx.actor) ? await flagsWaiting(ctx, personId) : []
  return [
    { kind: 'cards', to: to(urls.recall), count: cards.length },
    {
      kind: 'swaps',
      to: to(urls.volunteering),
      count: swaps.filter((swap) => swap.personId !== personId).length,
    },
    { kind: 'flags', to: to(urls.questionFlags), count: flags.length },
  ]
}
