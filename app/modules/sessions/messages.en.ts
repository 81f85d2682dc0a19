import { saySpan } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['session.scheduled']>[0]

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'en', new Date(told.start))
}

function titleOf(told: Told): string {
  return told.titleEn || told.title
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const en: typeof zh = {
  reasons: {
    'session.alreadyScheduled': 'This talk has its session already.',
    'session.alreadySignedUp': 'This seat is taken already and still kept.',
    'session.cancelled': 'This session has been called off.',
    'session.closed': 'This session has been closed and can’t be changed any more.',
    'session.full':
      'The last seat has just gone. Please look at other sessions, or ask the branch that hosts it.',
    'session.needsGuardian':
      'Under 18, please let a guardian or the community’s staff take the seat.',
    'session.notAccepted':
      'The speaker hasn’t accepted this order, or is free again; no session can follow from it.',
    'session.noRoll':
      'The roll hasn’t been called. Please call it first, or fill in how many came without a name.',
    'session.notSignedUp': 'There is no seat to give back.',
    'session.notStarted': 'The session hasn’t begun; it can be closed once it has.',
    'session.rollTooEarly': 'The roll can be called from the day of the session on.',
    'session.started':
      'The session has begun. Please just come; the host will add you to the roll.',
    'session.venueTooSmall':
      'This venue has fewer seats than were ordered; please choose a larger one.',
    'roll.oneself':
      'Someone else has to mark you. Please leave your own line as it was, then save again.',
    venue_taken: 'Another session takes this venue at that time; please choose another venue.',
  },
  done: {
    'session.signedUp': 'You are signed up; your seat is kept.',
    'session.signedUpFor': 'The seat is taken for them.',
    'session.signedOff': 'The seat is given back, so that someone else can have it.',
    'session.cancelled': 'The session is called off; everyone signed up will be told.',
    'session.closed': 'The session is closed and its outcome recorded.',
    'session.scheduled': 'The session stands; everyone concerned will be told.',
    'roll.called': 'The roll is saved.',
    'roll.unchanged': 'Nothing differs from what was saved before.',
  },
  facts: {
    'session.scheduled': 'scheduled the session',
    'session.clashed': 'found the venue taken',
    'session.cancelled': 'called the session off',
    'session.closed': 'closed the session',
    'person.signedUp': 'took a seat',
    'person.signedOff': 'gave a seat back',
    'roll.called': 'saved the roll',
  },
  notices: {
    'session.scheduled': (told) =>
      `“${titleOf(told)}” is set: ${when(told)}, ${told.venue} (${told.unit}).`,
    'session.clashed': (told) =>
      `The venue ${told.venue} is taken for “${titleOf(told)}” (${when(told)}); please choose another.`,
    'session.cancelled': (told) =>
      `“${titleOf(told)}” (${when(told)}, ${told.venue}) is called off${told.reason ? `: ${told.reason}` : ''}.`,
    'session.reminder': (told) => `Tomorrow: “${titleOf(told)}”, ${when(told)}, ${told.venue}.`,
    'person.signedUp': (told) =>
      `${told.person ? `${told.person} is` : 'You are'} signed up for “${titleOf(told)}”: ${when(told)}, ${told.venue}.`,
  },
  formats: {
    talk: 'Talk',
    pavilion: 'Pavilion class',
    home: 'At a home',
    door: 'Brought to the door',
    exhibition: 'Exhibition',
    workshop: 'Workshop',
    performance: 'Performance',
  },
  audiences: {
    elders: 'Older people',
    members: 'Party members',
    youth: 'Young people',
    families: 'Families',
    workers: 'People at work',
    newcomers: 'Newcomers',
    carers: 'Carers',
    staff: 'Community staff',
  },
  languages: {
    mandarin: 'Mandarin',
    nantong: 'Nantong dialect',
    rugao: 'Rugao dialect',
    qihai: 'Qihai dialect',
    tongdong: 'Tongdong dialect',
  },
  statuses: {
    draft: 'Being prepared',
    scheduled: 'Scheduled',
    held: 'Held',
    cancelled: 'Called off',
  },
  parts: {
    hosting: 'You host',
    speaking: 'You speak',
    signedUp: 'Signed up',
    child: 'Your child comes',
    branch: 'Your branch',
  },
  presences: { came: 'Came', left_early: 'Left early', visited: 'Visited', absent: 'Absent' },
  /** As they stand beside a name. */
  shortPresences: { left_early: 'Left', absent: 'Absent' },
  facets: { strand: 'Strand', community: 'Community', week: 'When' },
  weeks: { this: 'Within seven days', next: 'The week after', later: 'Later' },

  file: {
    number: 'Number',
    title: 'Title',
    start: 'From',
    end: 'To',
    seats: 'Seats',
    taken: 'Taken',
    presence: 'Presence',
    notMarked: 'not marked yet',
  },
  list: {
    title: 'Sessions you can join',
    lead: 'Choose one and come along. Nobody checks in and nobody is ranked.',
    none: 'Nothing to join with these choices at the moment.',
    all: 'See all',
    full: (count) => (count === 1 ? '1 more is full' : `${count} more are full`),
    showFull: 'Show full ones too',
    toCalendar: 'Calendar',
    seatsLeft: (count) =>
      count === 0 ? 'Full' : count === 1 ? '1 seat left' : `${count} seats left`,
    clashed: 'These talks need a venue',
    clashedLead:
      'The speaker has accepted, but another session took the venue. Choose another one and the session stands.',
    otherVenue: 'Which venue instead',
    venueChoice: (name, unit, seats) => `${name} (${unit}, ${seats} seats)`,
    schedule: 'Schedule this session',
  },

  session: {
    number: (number) => `Session ${number}`,
    when: 'When',
    where: 'Where',
    by: 'Organised by',
    host: 'Host',
    speaker: 'Speaker',
    forWhom: 'For',
    language: 'Spoken in',
    seats: 'Seats',
    seatsLeft: (left, seats) =>
      left > 0 ? `${left} left of ${seats}` : `All ${seats} seats are taken`,
    open: 'Everyone is welcome while there are seats.',
    signUp: 'Sign me up',
    signedUp: 'You are signed up',
    signedUpText: 'Just come when it is time. If you can’t, give the seat back for someone else.',
    signOff: 'I can’t come',
    signInFirst: 'Sign in to sign up',
    clash: (title) => `“${title}” is at the same time; please see which one you go to.`,
    children: 'Your children',
    signUpChild: (name) => `Sign ${name} up`,
    signOffChild: (name) => `${name} can’t come`,
    calendarFile: 'Add to your calendar',
    calledOff: 'This session is called off',
    youHost: 'For the host',
    callRoll: 'Call the roll',
    close: 'Close the session',
    seeRoll: 'See the roll',
    cancel: 'Call it off',
    cancelTitle: 'Call this session off',
    cancelHint: 'Everyone signed up, the speaker and the host are told the reason.',
    cancelWhy: 'Why',
    names: 'Signed up',
    namesCount: people,
    name: 'Name',
    unit: 'Unit',
    noNames: 'Nobody has signed up yet.',
    signUpOther: 'Sign someone up',
    signUpOtherHint: 'For people who called, or who use no phone.',
    find: 'Find by name, pinyin or last digits of the phone',
    findButton: 'Find',
    nobodyFound: 'Nobody found. Try another spelling; of a phone, at least the last four digits.',
    signUpThem: 'Sign up',
    signOffThem: 'Give the seat back',
    history: 'What happened',
    outcome: 'Outcome',
    headCount: 'Who was there',
    headCountOf: (named, guests) =>
      `${people(named + guests)} (${named} on the roll, ${guests} guests)`,
    given: 'Given out',
    pieces: (thing, pieces) => `${thing}: ${pieces}`,
    note: 'Note',
    toOrder: 'See the order',
    back: 'All sessions',
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

  close: {
    title: 'Close the session',
    lead: 'The head-count comes from the roll. The rest may stay empty.',
    named: 'Came, by the roll',
    namedCount: people,
    toRoll: 'Call the roll',
    guests: 'Guests without a name',
    guestsHint: 'People who passed by and sat down; just count them.',
    people: 'people',
    given: 'Given out',
    givenHint: 'Couplets, leaflets, small gifts. Leave empty if there were none.',
    thing: (line) => `Thing ${line}`,
    more: 'More things',
    pieces: 'How many',
    note: 'A note',
    noteHint: 'What is worth remembering, in a sentence or two.',
    submit: 'Close and record',
  },

  calendar: {
    title: 'Calendar',
    mine: 'Mine',
    street: 'Whole street',
    of: (name) => `Calendar of ${name}`,
    next: 'Coming up',
    nothing: 'Nothing is planned for you. Have a look at what you can join.',
    toSessions: 'Sessions you can join',
    file: 'Download as a calendar file',
    fileHint: 'For the calendar of a phone or computer. What is called off is marked.',
    calendarName: (name) => `Hearth · ${name}`,
    cancelled: 'called off',
    fileText: (unit, speaker) =>
      speaker ? `Organised by ${unit}\nSpeaker: ${speaker}` : `Organised by ${unit}`,
  },
}
