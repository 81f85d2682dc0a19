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
  },
  facts: {
    'roll.called': 'saved the roll',
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
    nobodyExpected: 'Nobody has signed up. Add people by search, or list the branch.',
    nobodyFound: (typed) =>
      `Nobody found for “${typed}”. Try another spelling, or count them as guests when you close.`,
    oneself: 'Someone else has to mark you as present.',
    earlier: (presence, who) => `Before: ${presence} (${who})`,
    toClose: 'Close the session',
    kept: 'This session is called off; what was marked is kept here.',
  },
}
