import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'roll.alreadySo': 'The roll says so already.',
    'roll.closedByYou': 'You closed this session. Someone else has to add whom it forgot.',
    'roll.findFirst': 'Nobody knows yet who this is. Please find the person first.',
    'roll.notDisputed': 'Nobody says otherwise.',
    'roll.notLate': 'There is nothing to take in here.',
    'roll.notUnknown': 'It is known already who this is.',
    'roll.ofYourself': 'This is about yourself; someone else has to decide it.',
    'roll.secondPerson':
      'After the session is closed, someone other than who said it has to take it in.',
    'roll.settled': 'Someone has settled this already.',
    'roll.stillOpen': 'The session is not closed yet. Please use the roll itself.',
  },
  done: {
    'roll.settled': 'Settled. What stood before stays visible.',
    'roll.lateTaken': 'Taken into the roll.',
    'roll.walkInFound': 'Found: the person is on the roll as having come.',
    'roll.forgottenAdded': 'Added to the roll; the hours follow.',
  },
  facts: {
    'roll.settled': 'settled something on the roll',
    'roll.lateTaken': 'took late marks into the roll',
    'roll.walkInFound': 'found who a walk-in was',
    'roll.forgottenAdded': 'added a forgotten person to the closed roll',
  },
  notices: {},
  title: 'Open on the roll',
  lead: 'What two hosts said differently, what came late, and names nobody found. What stood before stays visible.',
  nothing: 'Everything is settled.',
  toOpen: 'Open on the roll',
  toRoll: 'See the roll',
  disputed: 'Said differently',
  disputedLead: 'The first word counts until someone settles it.',
  walkIns: 'Names to find',
  walkInsLead: 'A walk-in counts as a guest for now. Once found, the person is on the roll.',
  late: 'Late, or not counted',
  lateLead:
    'Sent after the session was closed or called off, or said about oneself: someone else looks at it before it counts.',
  notes: 'Noted while the roll was called',
  presences: { came: 'Came', left_early: 'Left early', visited: 'Visited', absent: 'Absent' },
  why: {
    disputed: 'another host said otherwise',
    late: 'it arrived after the closing',
    kept: 'the session is called off, or its sender runs it no more',
    refused: 'it is about its sender, or about nobody known',
  },
  recorded: 'Counts now',
  said: 'Said otherwise',
  says: 'Says',
  whyOpen: 'Why it does not count',
  who: 'By',
  times: 'When',
  by: (presence, who) => `${presence} (${who})`,
  notRecorded: 'not marked yet',
  tapped: (when) => `on the phone ${when}`,
  received: (when) => `received ${when}`,
  off: (days, hours, minutes, ahead) => {
    const say = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`
    const most =
      days > 0 ? say(days, 'day') : hours > 0 ? say(hours, 'hour') : say(minutes, 'minute')
    return `this phone’s clock is about ${most} ${ahead ? 'fast' : 'slow'}`
  },
  keep: (presence) => `Keep “${presence}”`,
  take: 'Take it in',
  putAside: 'Put it aside',
  asGuest: 'Leave as a guest',
  guests: (count) => {
    const people = Math.abs(count) === 1 ? 'guest' : 'guests'
    return count < 0 ? `${-count} ${people} fewer` : `${count} ${people}`
  },
  walkIn: (name) => `Walk-in: ${name}`,
  unknown: (words) => (words === '' ? 'Nobody knows who' : `Read: “${words}”`),
  thisIs: (name, from) => (from === '' ? `It is ${name}` : `It is ${name} (${from})`),
  tail: (digits) => `phone …${digits}`,
  find: 'Find the person',
  findHint: 'Name, pinyin or last digits',
  nobodyFound: (typed) =>
    `Nobody found for “${typed}”. Try another spelling, or at least the last four digits.`,
  forgotten: 'Add someone the roll forgot',
  forgottenLead:
    'Someone other than who closed the session, and other than that person, adds them and says why. Hours follow.',
  closedBy: (who) => `${who} closed this session.`,
  presence: 'Presence',
  reason: 'Why only now',
  reasonHint: 'Such as: sat at the back and was missed',
  wasGuest: 'Was counted among the guests at the closing',
  add: 'Add to the roll',
  addThis: 'Add this person',
}
