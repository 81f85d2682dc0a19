import {
  askThem,
  tellNextReaders,
  tellOfPublication,
  tellWriters,
} from './modules/bulletins/notices.ts'
import { tellOfPictureDown } from './modules/bulletins/pictures/notices.ts'
import { takePictureDown } from './modules/bulletins/pictures/take-picture-down.ts'
import { tellItsSpeaker } from './modules/courses/making/notices.ts'
import { courseOfConsent } from './modules/courses/making/queries.ts'
import { retireCourse } from './modules/courses/making/retire-course.ts'
import { dealCards } from './modules/courses/recall/deal-cards.ts'
import { tellAuthor } from './modules/courses/recall/notices.ts'
import { creditHours } from './modules/coverage/hours/credit-hours.ts'
import { tellOfDecision, tellSecondPerson } from './modules/coverage/hours/notices.ts'
import { recountSeason } from './modules/coverage/hours/recount-season.ts'
import { tellInvited } from './modules/coverage/outreach/notices.ts'
import {
  tellBranch,
  tellOfClaim,
  tellOfDone,
  tellOfExpiry,
  tellOfMatter,
  tellOfReturn,
  tellOfVerdict,
} from './modules/matters/claims/notices.ts'
import { tellOfNeed, tellOfTriage } from './modules/matters/needs/notices.ts'
import { actorOf } from './modules/people/queries.ts'
import { tellOffice, tellSuggester } from './modules/people/suggestions/notices.ts'
import { tellOfAnswer, tellOfficeOfRequest } from './modules/privacy/notices.ts'
import { cancelSession } from './modules/sessions/cancel-session.ts'
import { changeSpeaker } from './modules/sessions/change-speaker.ts'
import {
  tellOfCancelling,
  tellOfChange,
  tellOfClash,
  tellOfSeat,
  tellOfSession,
} from './modules/sessions/notices.ts'
import { askHowItWas } from './modules/sessions/outcomes/ask-how-it-was.ts'
import { thankForSession } from './modules/sessions/outcomes/notices.ts'
import { askThoseOnPhoto, tellOfPhotoDown } from './modules/sessions/photos/notices.ts'
import { takePhotoDown } from './modules/sessions/photos/take-photo-down.ts'
import { findSession, sessionOfDispatch } from './modules/sessions/queries.ts'
import { freeResources } from './modules/sessions/resources/free-resources.ts'
import { applyHeld } from './modules/sessions/roll/apply-held.ts'
import { scheduleSession } from './modules/sessions/schedule-session.ts'
import { tellOfSeries } from './modules/sessions/series/notices.ts'
import { endLine } from './modules/sessions/waitlist/end-line.ts'
import {
  tellOfFreeSeat,
  tellOfLapse,
  tellOfLine,
  tellSeated,
} from './modules/sessions/waitlist/notices.ts'
import { offerSeats } from './modules/sessions/waitlist/offer-seats.ts'
import { tendOffers } from './modules/sessions/waitlist/tend-offers.ts'
import { tellApplicant, tellOfApplication } from './modules/talks/applications/notices.ts'
import { followOrder } from './modules/talks/clocks/follow-order.ts'
import { escalateOrder, remindOfOrder } from './modules/talks/clocks/notices.ts'
import { cancelSpeaking } from './modules/talks/dispatches/cancel-speaking.ts'
import { endDispatch } from './modules/talks/dispatches/end-dispatch.ts'
import {
  tellDispatcher,
  tellOfSubstitute,
  tellOrderer,
  tellSpeaker,
} from './modules/talks/dispatches/notices.ts'
import { dispatchesAhead, findDispatch } from './modules/talks/dispatches/queries.ts'
import { inviteSpeaker } from './modules/talks/invitations/notices.ts'
import { followSession } from './modules/talks/orders/follow-session.ts'
import { tellOfficeOfOrder, tellOfOrder, tellPlacer } from './modules/talks/orders/notices.ts'
import { whyNot } from './modules/talks/orders/rules.ts'
import { scheduleOrder } from './modules/talks/orders/schedule-order.ts'
import { healPlan } from './modules/talks/planning/heal-plan.ts'
import { tellOfHealing } from './modules/talks/planning/notices.ts'
import { askForReviews, tellOfPoorReview } from './modules/talks/reviews/notices.ts'
import { takeStoryDown } from './modules/talks/stories/take-story-down.ts'
import { tellOfWish } from './modules/talks/wishes/notices.ts'
import {
  tellOfCancelledShift,
  tellOfServing,
  tellOfVetting,
} from './modules/volunteering/posts/notices.ts'
import {
  tellOfCertificate,
  tellOfDispute,
  tellOfRecord,
} from './modules/volunteering/records/notices.ts'
import {
  tellOfAsking,
  tellOfGivenUp,
  tellOfOffer,
  tellOfPlace,
  tellOfSwap,
} from './modules/volunteering/rota/notices.ts'
import { found } from './platform/errors.ts'
import type { Journey, Reaction } from './platform/worker.ts'

/** What follows from what happened, across modules: one stretch of the journey leads to the next. */
export const journey: Journey = {
  'correction.asked': [tellOfficeOfRequest],
  'deletion.asked': [tellOfficeOfRequest],
  'request.answered': [tellOfAnswer],
  'suggestion.made': [tellOffice],
  'suggestion.answered': [tellSuggester],
  'application.made': [tellOfApplication],
  'application.trialArranged': [tellApplicant],
  'application.registered': [tellApplicant],
  'application.declined': [tellApplicant],
  'wish.made': [tellOfWish],
  'wish.answered': [tellOfWish],
  'order.placed': [tellOfOrder, runClock],
  'order.vetted': [tellPlacer, runClock],
  'order.returned': [tellPlacer, runClock],
  'order.refused': [tellPlacer, runClock],
  'order.missed': [cancelItsSession, tellOfficeOfOrder],
  'order.disputed': [tellOfficeOfOrder],
  'order.settled': [tellPlacer, runClock],
  'order.reopened': [tellPlacer, runClock],
  'order.withdrawn': [runClock],
  'order.expired': [tellPlacer, runClock],
  'speaker.left': [freeItsTime],
  'dispatch.proposed': [inviteSpeaker, runClock],
  'dispatch.accepted': [
    (ctx, fact) => scheduleSession(ctx, { dispatchId: fact.subjectId }),
    tellOrderer,
    runClock,
  ],
  'dispatch.declined': [tellDispatcher, heal, runClock],
  'dispatch.takenBack': [cancelItsSession, tellSpeaker, runClock],
  'dispatch.cancelled': [cancelItsSession, tellDispatcher, tellOrderer, heal, runClock],
  'dispatch.substituted': [keepItsSession, tellOfSubstitute],
  'dispatch.expired': [tellDispatcher, heal, runClock],
  'plan.ready': [tellOfHealing],
  'order.held': [tellPlacer, askForReviews],
  'review.given': [tellOfPoorReview],
  'session.scheduled': [scheduleItsOrder, tellOfSession],
  'clock.reminded': [remindOfOrder],
  'clock.escalated': [escalateOrder],
  'session.clashed': [tellOfClash],
  'session.changed': [tellOfChange, offerOn],
  'series.published': [tellOfSeries],
  'series.changed': [tellOfSeries],
  'series.cancelled': [tellOfSeries],
  'session.cancelled': [
    (ctx, fact) => applyHeld(ctx, { sessionId: fact.subjectId }),
    endItsDispatch,
    (ctx, fact) => freeResources(ctx, { sessionId: fact.subjectId }),
    tellOfCancelling,
    endItsLine,
  ],
  'person.signedUp': [tellOfSeat],
  'person.signedOff': [offerOn],
  'person.cantCome': [offerOn],
  'person.forgotten': [tendOffers],
  'session.seatsDealt': [offerOn],
  'seats.held': [offerOn],
  'line.joined': [tellOfLine],
  'line.left': [offerOn],
  'line.filledByHand': [tellSeated],
  'offer.made': [tellOfFreeSeat],
  'offer.accepted': [tellSeated],
  'offer.declined': [offerOn],
  'offer.lapsed': [tellOfLapse],
  'consent.withdrawn': [takeItsCourseBack, takeItsPictureDown, takeItsStoryDown],
  'course.started': [tellItsSpeaker],
  'course.published': [(ctx, fact) => dealCards(ctx, { courseId: fact.subjectId })],
  'course.completed': [
    (ctx, fact) => dealCards(ctx, { courseId: fact.subjectId, personId: fact.details['personId'] }),
  ],
  'question.flagged': [tellAuthor],
  'session.closed': [
    (ctx, fact) => applyHeld(ctx, { sessionId: fact.subjectId }),
    endItsLine,
    holdItsOrder,
    thankForSession,
    askThoseWhoCame,
    (ctx, fact) => creditHours(ctx, { sessionId: fact.subjectId }),
    (ctx, fact) => dealCards(ctx, { sessionId: fact.subjectId }),
  ],
  'roll.settled': [creditIfHeld],
  'roll.lateTaken': [creditIfHeld],
  'roll.walkInFound': [creditIfHeld],
  'roll.forgottenAdded': [creditIfHeld],
  'need.said': [tellOfNeed],
  'need.answered': [tellOfTriage],
  'need.referred': [tellOfTriage],
  'need.refused': [tellOfTriage],
  'need.followedUp': [tellOfTriage],
  'matter.published': [tellOfMatter],
  'matter.expired': [tellOfExpiry],
  'matter.claimed': [tellOfClaim],
  'claim.warned': [tellBranch],
  'claim.lapsed': [tellBranch, tellOfReturn],
  'claim.withdrawn': [tellBranch],
  'claim.handedBack': [tellOfReturn],
  'matter.done': [tellOfDone],
  'matter.reopened': [tellOfVerdict],
  'matter.confirmed': [tellOfVerdict],
  'entry.made': [tellSecondPerson],
  'entry.confirmed': [tellOfDecision],
  'entry.refused': [tellOfDecision],
  'person.invited': [tellInvited],
  'overlap.settled': [creditAsSettled],
  'teaching.approved': [(ctx, fact) => creditHours(ctx, { sessionId: fact.subjectId })],
  'hourRules.changed': [
    (ctx, fact) =>
      recountSeason(ctx, { seasonId: fact.subjectId, fromOn: String(fact.details['fromOn']) }),
  ],
  'serving.asked': [tellOfServing],
  'serving.vetted': [tellOfVetting],
  'serving.declined': [tellOfVetting],
  'shift.cancelled': [tellOfCancelledShift],
  'place.taken': [tellOfPlace],
  'place.givenUp': [tellOfGivenUp],
  'swap.offered': [tellOfOffer],
  'swap.taken': [tellOfSwap],
  'volunteers.asked': [tellOfAsking],
  'service.confirmed': [tellOfRecord],
  'service.corrected': [tellOfRecord],
  'service.disputed': [tellOfDispute],
  'dispute.answered': [tellOfRecord],
  'certificate.issued': [tellOfCertificate],
  'certificate.withdrawn': [tellOfCertificate],
  'bulletin.personTold': [askThem],
  'bulletin.handedIn': [tellNextReaders],
  'bulletin.approved': [tellNextReaders],
  'bulletin.sentBack': [tellWriters],
  'bulletin.published': [tellOfPublication],
  'picture.peopleNamed': [askThem],
  'picture.takenDown': [tellOfPictureDown],
  'photo.peopleNamed': [askThoseOnPhoto],
  'photo.takenDown': [tellOfPhotoDown],
}

/** Seats that are free again are offered to who waits, in the order in which they came. */
async function offerOn(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  await offerSeats(ctx, { sessionId: String(fact.details['sessionId'] ?? fact.subjectId) })
}

/** Nobody waits any more for what was called off or is over. */
async function endItsLine(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  await endLine(ctx, { sessionId: fact.subjectId })
}

/** Whoever can't come leaves a gap: the published plan is put right with the fewest changes. */
async function heal(ctx: Parameters<Reaction>[0]): Promise<void> {
  await healPlan(ctx, {})
}

/** After every turn of an order, the clock of the stage it is in runs. */
async function runClock(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  await followOrder(ctx, { orderId: String(fact.details['orderId'] ?? fact.subjectId) })
}

/** A speaker who was freed takes the session along; one whose session was cancelled has none left. */
async function cancelItsSession(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const dispatchId = fact.details['dispatchId'] ?? fact.subjectId
  const session = await sessionOfDispatch(ctx, String(dispatchId))
  if (session?.status !== 'scheduled') return
  await cancelSession(ctx, { sessionId: session.id, reason: fact.reason ?? '' })
}

/** Who left the register is asked and expected no longer; whoever ended the entry says so for them. */
async function freeItsTime(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const ahead = await dispatchesAhead(ctx, fact.subjectId)
  const actor = await actorOf(ctx, found(fact.actorId))
  const leaving = { ...ctx, actor }
  // one after the other: each has an order of its own, and nobody has many
  for (const { id: dispatchId, status } of ahead)
    await (status === 'accepted'
      ? cancelSpeaking(leaving, { dispatchId, answer: '' })
      : endDispatch(leaving, { dispatchId, how: 'declined', answer: '' }))
}

/** Who steps in for another speaker has their session, or a new one where that had none yet. */
async function keepItsSession(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const dispatchId = fact.subjectId
  const session = await sessionOfDispatch(ctx, String(fact.details['insteadOf']))
  if (session?.status !== 'scheduled') {
    await scheduleSession(ctx, { dispatchId })
    return
  }
  await changeSpeaker(ctx, { sessionId: session.id, dispatchId })
  await followIfStill(ctx, dispatchId, 'schedule')
}

/** An order is scheduled once its session is. */
async function scheduleItsOrder(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const { dispatchId } = fact.details
  if (dispatchId) await followIfStill(ctx, String(dispatchId), 'schedule')
}

/** A session moves its order on, unless that has gone another way meanwhile. */
async function followIfStill(
  ctx: Parameters<Reaction>[0],
  dispatchId: string,
  act: 'schedule' | 'hold',
): Promise<void> {
  const dispatch = await findDispatch(ctx, dispatchId)
  if (dispatch?.status !== 'accepted') return
  if (whyNot(act, { status: dispatch.orderStatus }) !== null) return
  await (act === 'hold' ? followSession : scheduleOrder)(ctx, { dispatchId })
}

/** A cancelled session frees its speaker, and its order waits for another. */
async function endItsDispatch(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const session = await findSession(ctx, fact.subjectId)
  const dispatch = session?.dispatchId && (await findDispatch(ctx, session.dispatchId))
  if (!dispatch || dispatch.status !== 'accepted') return
  const answer = fact.reason ?? ''
  await endDispatch(ctx, { dispatchId: dispatch.id, how: 'sessionCancelled', answer })
}

/** An order was held when its session was. */
async function holdItsOrder(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const session = await findSession(ctx, fact.subjectId)
  if (session?.dispatchId) await followIfStill(ctx, session.dispatchId, 'hold')
}

/** Whoever came is asked by message how it was, unless hands were raised or strips handed out. */
async function askThoseWhoCame(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const { asked } = fact.details
  if (asked === 'link') await askHowItWas(ctx, { sessionId: fact.subjectId })
}

/** What changes a closed roll changes hours and cards; before the closing nothing follows from it yet. */
async function creditIfHeld(...[ctx, { subjectId: sessionId }]: Parameters<Reaction>) {
  const session = await findSession(ctx, sessionId)
  if (session?.status !== 'held') return
  await creditHours(ctx, { sessionId })
  await dealCards(ctx, { sessionId })
}

/** Who no longer consents to the use of their words has the course taken back. */
async function takeItsCourseBack(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const { purpose, subjectId } = fact.details
  if (purpose !== 'recording') return
  const course = await courseOfConsent(ctx, String(subjectId), fact.subjectId)
  if (course) await retireCourse(ctx, { courseId: course.id, reason: '' })
}

/** Of two sessions of one time the one that does not count gives its hours up first. */
async function creditAsSettled(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  await creditHours(ctx, { sessionId: String(fact.details['otherId']) })
  await creditHours(ctx, { sessionId: String(fact.details['sessionId']) })
}

/** A story is down when who told it no longer consents. */
async function takeItsStoryDown(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  const { purpose, subjectId } = fact.details
  if (purpose !== 'story' && purpose !== 'recording') return
  await takeStoryDown(ctx, { storyId: String(subjectId) })
}

/** A picture of a bulletin or a session is down when someone on it no longer consents. */
async function takeItsPictureDown(...[ctx, fact]: Parameters<Reaction>): Promise<void> {
  if (fact.details['purpose'] !== 'picture') return
  await takePictureDown(ctx, { pictureId: String(fact.details['subjectId']) })
  await takePhotoDown(ctx, { photoId: String(fact.details['subjectId']) })
}
