import type { zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['order.placed']>[0]

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
  },
  done: {
    'order.placed':
      'Your order is placed. The street office will dispatch it soon, and you will hear of it.',
    'order.withdrawn': 'The order is withdrawn.',
  },
  facts: {
    'order.placed': 'placed the order',
    'order.withdrawn': 'withdrew the order',
    'order.held': 'the talk was held',
  },
  notices: {
    'order.placed': (told) =>
      `${told.unit} ordered “${titleOf(told)}”; it waits for you to dispatch it.`,
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
  history: 'What happened',
  back: 'All orders',
}
