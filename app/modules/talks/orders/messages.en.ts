import { saySpan } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['order.placed']>[0]

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'en', new Date(told.start))
}

function titleOf(told: Told): string {
  return told.titleEn || told.title
}

export const en: typeof zh = {
  reasons: {
    'order.talkRetired': 'This talk is off the menu and can’t be ordered any more.',
    'order.notForAudience':
      'This talk isn’t made for this audience; please choose another audience or another talk.',
    'order.languageNotOffered': 'This talk can’t be given in this language; please choose another.',
    'order.timePast': 'One of the times has passed; please choose a later one.',
    'order.timesOverlap': 'The two times overlap; apart from each other they are easier to fit in.',
    'order.outsideSeason':
      'One of the times lies outside the season; please look at the season’s dates.',
    'order.venueTooSmall':
      'The venue doesn’t seat so many; please choose another one or fewer people.',
    'order.alreadyHeld': 'This order’s talk has been held already.',
    'order.alreadyWithdrawn': 'This order has been withdrawn already.',
    'order.alreadyDispatched': 'This order has been dispatched to a speaker already.',
    'dispatch.notOneOfTheTimes':
      'The branch didn’t name this time; please choose one of those listed.',
    'dispatch.timePast': 'This time has passed.',
    'dispatch.notTheirTalk': 'This speaker doesn’t give this talk.',
    'dispatch.speakerLeft': 'This speaker has left the register.',
    'dispatch.tooManyGuests': 'These are more people than this speaker can receive.',
    'dispatch.languageNotSpoken': 'This speaker doesn’t speak the language the branch asked for.',
    'dispatch.alreadyAnswered': 'This invitation has been answered already.',
    'dispatch.takenBack': 'This invitation was taken back; there is nothing to answer.',
    'dispatch.over': 'The time of this talk has passed; it can’t be taken back.',
    'dispatch.notAccepted': 'This invitation wasn’t accepted, so it can’t count as held.',
    speaker_taken:
      'The speaker is taken at this time; please choose another time or another speaker.',
    venue_promised: 'The venue is kept for another talk at this time; please choose another time.',
    dispatch_of_order: 'This order has just been dispatched to a speaker.',
  },
  done: {
    'order.placed':
      'Your order is placed. The street office will dispatch it soon, and you will hear of it.',
    'order.withdrawn': 'The order is withdrawn.',
    'dispatch.proposed': 'Dispatched. Now the speaker answers.',
    'dispatch.accepted': 'Accepted, thank you. The talk will stand in your calendar.',
    'dispatch.declined': 'Noted. It is quite all right not to come this time.',
    'dispatch.takenBack': 'The invitation is taken back, and the speaker is told.',
  },
  facts: {
    'order.placed': 'placed the order',
    'order.withdrawn': 'withdrew the order',
    'order.held': 'the talk was held',
    'dispatch.proposed': 'asked a speaker',
    'dispatch.accepted': 'accepted',
    'dispatch.declined': 'can’t come this time',
    'dispatch.takenBack': 'took the invitation back',
  },
  notices: {
    'order.placed': (told) =>
      `${told.unit} ordered “${titleOf(told)}”; it waits for you to dispatch it.`,
    'dispatch.proposed': (told) =>
      `You are asked to give “${titleOf(told)}”: ${when(told)}, ${told.venue} (${told.unit}). Accept if you can, decline if not; both are fine.`,
    'dispatch.accepted': (told) =>
      `${told.speaker} accepted “${titleOf(told)}”: ${when(told)}, ${told.venue}.`,
    'dispatch.declined': (told) =>
      `${told.speaker} can’t give “${titleOf(told)}” (${when(told)}); please ask someone else.`,
    'dispatch.takenBack': (told) =>
      `The invitation to “${titleOf(told)}” (${when(told)}) is taken back; there is nothing to prepare.`,
  },
  statuses: {
    draft: 'Draft',
    submitted: 'Waiting to be looked at',
    returned: 'Returned for a change',
    refused: 'Not taken on',
    vetted: 'Waiting for a speaker',
    planned: 'In the plan',
    open: 'Open to speakers',
    proposed: 'Speaker asked',
    accepted: 'Speaker has accepted',
    scheduled: 'Scheduled',
    held: 'Held',
    confirmed: 'Confirmed',
    reviewed: 'Reviewed',
    closed: 'Closed',
    withdrawn: 'Withdrawn',
    missed: 'Could not be held',
    expired: 'Expired',
    disputed: 'In dispute',
  },
  dispatchStatuses: {
    proposed: 'Waiting for an answer',
    accepted: 'Accepted',
    declined: 'Can’t come',
    withdrawn: 'Taken back',
    cancelled: 'Can’t come after all',
    expired: 'No answer in time',
  },
  steps: { placed: 'Ordered', dispatched: 'Dispatched', accepted: 'Accepted', held: 'Held' },
  title: 'Orders',
  lead: 'Every order of the branches, and how far it has come.',
  none: 'There are no orders here. Begin with a talk from the menu.',
  toMenu: 'See the menu of talks',
  show: 'Show',
  all: 'All',
  number: 'No.',
  talk: 'Talk',
  unit: 'Unit',
  times: 'Times that suit',
  time: 'Time',
  head: 'People',
  state: 'State',
  placed: 'Ordered',
  people: (count) => (count === 1 ? '1 person' : `${count} people`),
  orderNumber: (number) => `Order ${number}`,
  orderTitle: 'Order a talk',
  forUnit: 'For which unit',
  venue: 'Where',
  seats: (name, unit, seats) => `${name} (${unit}, ${seats} seats)`,
  audience: 'Audience',
  language: 'Given in',
  headCount: 'About how many people',
  firstTime: 'The time that suits best',
  secondTime: 'Another time that would do',
  secondTimeHint: 'With a second time it is easier to fit in.',
  note: 'Anything else to know',
  noteHint: 'Such as: two of us come in wheelchairs.',
  place: 'Place the order',
  placedBy: 'Ordered by',
  noVenue: 'Your unit has no venue entered yet; please tell the street office first.',
  withdraw: 'Withdraw the order',
  withdrawWhy: 'Why (can be left empty)',
  dispatch: 'Dispatch to a speaker',
  dispatchLead: 'Choose a speaker and a time. Who is taken already is said.',
  speaker: 'Speaker',
  taken: (times) => `taken: ${times}`,
  nobodyCan:
    'Nobody in the register gives this talk. You can add a speaker to it on the menu first.',
  propose: 'Dispatch',
  asked: 'Speakers asked',
  takeBack: 'Take the invitation back',
  history: 'What happened',
  back: 'All orders',
  invitation: 'Invitation to speak',
  invitationLead:
    'Accept if you can come. If not, decline: no reason is needed, and nothing is held against you.',
  accept: 'Accept',
  decline: 'I can’t come this time',
  declineWhy: 'Say why if you like (can be left empty)',
  contact: 'Contact',
  contactAfter:
    'The phone number can be opened once you have accepted, until 30 days after the talk; it is noted who did.',
  openContact: 'Open the phone number',
  openSpeakersNumber: 'Open the speaker’s number',
  brings: 'What is needed',
  answered: 'Answered',
  openOrder: 'See the order',
  answerFor: (name) => `Enter the answer ${name} gave by phone`,
}
