import type { zh } from './messages.zh.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const en: typeof zh = {
  reasons: {
    'session.rollTooEarly': 'The roll can be called from the day of the session on.',
    'session.walked': 'This is a round from door to door; please use its own list.',
    'roll.oneself':
      'Someone else has to mark you. Please leave your own line as it was, then save again.',
  },
  done: {
    'roll.called': 'The roll is saved.',
    'roll.unchanged': 'Nothing differs from what was saved before.',
    'roll.disputed':
      'Saved. Someone else had marked a person otherwise; that mark stands until one of you settles it.',
  },
  facts: {
    'roll.called': 'saved the roll',
    'roll.disputed': 'marked someone otherwise than another host',
    'roll.heardLate': 'sent marks after the roll was over',
  },
  notices: {},
  presences: { came: 'Came', left_early: 'Left early', visited: 'Visited', absent: 'Absent' },
  /** As they stand beside a name. */
  shortPresences: { left_early: 'Left', absent: 'Absent' },
  file: {
    name: 'Name',
    unit: 'Unit',
    presence: 'Presence',
    notMarked: 'not marked yet',
    aChild: 'A child',
  },

  roll: {
    title: 'Roll',
    lead: 'Tapping the name means “came”. Whoever is not tapped is not recorded.',
    saved: (came, early, absent) => `Saved: ${came} came, ${early} left early, ${absent} absent`,
    nothingSaved: 'Nothing saved yet',
    onTheDay: 'On the day everyone who signed up stands here; one tap marks them.',
    unmarked: (count) => `${people(count)} not marked yet`,
    expected: 'Names',
    found: 'Found',
    save: 'Save the roll',
    restCame: 'All others came',
    tail: (digits) => `phone …${digits}`,
    find: 'Add someone',
    findHint:
      'Name, pinyin or at least the last four digits of the phone. Your taps are saved too.',
    findButton: 'Save and find',
    branch: 'List everyone of this branch',
    cantCome: (names) =>
      `Said today they can’t come: ${names.join(', ')}. Whoever comes after all is found by name.`,
    nobodyExpected: 'Nobody has signed up. Add people by search, or list the branch.',
    nobodyFound: (typed) =>
      `Nobody found for “${typed}”. Try another spelling, or count them as guests when you close.`,
    oneself: 'Someone else has to mark you as present.',
    earlier: (presence, who) => `Before: ${presence} (${who})`,
    toClose: 'Close the session',
    toOpen: 'What is open',
    kept: 'This session is called off; what was marked is kept here.',
  },

  /** What the roll says where the phone keeps it; `%` stands for a number, a name or a mark. */
  phone: {
    keeping: 'Keeping this page on the phone …',
    keeps: 'Kept here, works without network',
    keptUntil: (day) =>
      `This page and your taps stay on the phone and work without a network until ${day}. Once all was received, signing out removes them.`,
    keepsNot:
      'This browser can’t keep the page: please don’t close it while there is no network. Your taps stay on the phone and are sent when there is one.',
    keepsNothing:
      'This browser lets pages keep nothing, as in private mode. Please press “Save the roll”; that needs a network.',
    notWritten:
      'The phone is full: that last tap was not kept. Please free some space and tap again.',
    came: '% came',
    others: ' · % left · % absent',
    left: '% not marked yet',
    nobodyLeft: 'Everyone is marked',
    idle: 'Tapping a name means “came”',
    sending: 'Sending % …',
    waiting: '% to send, kept here',
    offline: 'No network, % to send',
    failed: '% not sent, trying again',
    saved: 'All sent and saved',
    savedOffline: 'No network, all sent',
    nobodyFound: '“%” is not on this phone',
    asWalkIn: 'Note as a newcomer',
    waitBeforeClosing: '% not sent yet: please close the session after that.',
    stateWaiting: 'to send',
    stateFailed: 'not sent',
    stateSaved: 'saved',
    stateDisputed: 'differs',
    disputed: 'First: %. Later: %. The first counts; please talk to each other.',
    saidBy: '“%” (%)',
    marks: { came: 'Came', left_early: 'Left early', absent: 'Absent', visited: 'Visited' },
    tail: 'phone …%',
    held: 'Received; it counts once the roll opens.',
    late: 'Received after the session was closed; someone of the staff looks at it.',
    kept: 'Received; the session is called off or no longer yours. The staff can see it.',
    refused: 'Not recorded: someone else has to mark you, or the person is unknown.',
    guests: 'Number of guests',
    someone: 'Someone not listed',
    find: 'Find',
    scan: 'Scan',
    findHint: 'Name, pinyin, digits',
    doubtful: 'Worth a look',
    settle: 'Settle it',
    guestsTitle: 'Guests',
    guestsHint: 'People without a name, counted only.',
    fewer: 'One fewer',
    more: 'One more',
    walkInName: 'Someone who can’t be found',
    walkIn: 'Note this person',
    note: 'Note',
    keepNote: 'Keep the note',
    finish: 'When you are done',
    install: 'Put it on the home screen',
    installByHand: 'To open it in one tap next time: “Share”, then “Add to Home Screen”.',
  },
}
