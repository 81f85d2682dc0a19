import { saySpan } from '#app/ui/dates.ts'
import type { Changed, Taken, zh } from './messages.zh.ts'

type Told = Parameters<(typeof zh)['notices']['session.scheduled']>[0]

function before({ was, start }: Changed): string {
  const parts = [
    was.start && was.end && saySpan(new Date(was.start), new Date(was.end), 'en', new Date(start)),
    was.venue,
  ].filter(Boolean)
  const host = was.host ? `; ${was.hostNow ?? ''} hosts instead of ${was.host}` : ''
  return `${parts.length > 0 ? ` (before: ${parts.join(', ')})` : ''}${host}`
}

function when(told: Told): string {
  return saySpan(new Date(told.start), new Date(told.end), 'en', new Date(told.start))
}

function at({ start = '', end = '' }: Taken): string {
  return saySpan(new Date(start), new Date(end), 'en', new Date(start))
}

function atDoor({ door = [] }: Told): string {
  const said = door.map(({ name, digits }) => (name === null ? digits : `${name} ${digits}`))
  return said.length > 0 ? ` At the door you can say ${said.join(', ')}.` : ''
}

function titleOf(told: Told): string {
  return told.titleEn || told.title
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

export const en: typeof zh = {
  reasons: {
    'session.alreadyScheduled': 'This talk has its session already.',
    'session.cancelled': 'This session has been called off.',
    'session.closed': 'This session has been closed and can’t be changed any more.',
    'session.notAccepted':
      'The speaker hasn’t accepted this order, or is free again; no session can follow from it.',
    'session.noRoll':
      'The roll hasn’t been called. Please call it first, or fill in how many came without a name.',
    'session.begun': 'This session has begun; its time and place stay as they are.',
    'session.notBookedThen':
      'What has to be lent isn’t booked for that time; please change the booking first, or do without.',
    'session.nothingChanged': 'This is as it was; there is nothing to change.',
    'session.timePromised':
      'The speaker has promised this time. For another one, please call it off and dispatch the order again.',
    'session.notStarted': 'The session hasn’t begun; it can be closed once it has.',
    'session.venueTooSmall':
      'This venue has fewer seats than were ordered; please choose a larger one.',
    'session.alreadyPublished': 'This session is announced already.',
    'session.draft': 'This session is still being prepared; that comes after it is announced.',
    'session.endsBeforeStart': 'The end has to come after the beginning; please have a look.',
    'session.moreChildSeats': 'More seats are kept for children than there are seats.',
    'session.moreSeatsThanVenue':
      'The venue doesn’t have so many seats; fewer seats, or another venue, please.',
    'session.needsResource':
      'Something that has to be lent is not booked yet. Book it first, then announce the session.',
    'session.needsVenue':
      'Please choose a venue. Only a round from door to door has none; for a live stream, add an online one under Venues.',
    'session.needsVisitor': 'Please choose who goes from door to door.',
    'session.noBoards': 'The exhibition has no board yet; please write down one first.',
    'session.noCourse': 'Nobody has said yet which micro-course is watched.',
    'session.noStream': 'The address of the live stream is missing.',
    'session.notAStream': 'Only a live stream has an address.',
    'session.notAViewing': 'Only a session of watching together has a micro-course.',
    'session.notOnline': 'The online venue is for live streams; please choose a place for this.',
    session_course_known: 'This micro-course isn’t there any more; please choose another.',
    'session.noVisits': 'Nobody to visit has been chosen yet; please make the list first.',
    'session.notAHome': 'For a class at home, please choose a venue that is a home.',
    'session.notAPavilion': 'For a pavilion class, please choose a pavilion or a place outdoors.',
    'session.outsideSeason': 'This time is outside the season; please have a look at its dates.',
    'session.timePast': 'This time has passed; please choose a later one.',
    'session.unknownStrand': 'This strand is not one of the season’s; please choose again.',
    child_seats_within: 'More seats are kept for children than there are seats.',
    given_out_within_offered: 'More was given than there was; please correct what there was first.',
    'home.noConsent': 'The householder has not agreed yet; please ask first.',
    'home.notEntered':
      'It isn’t known yet how many guests this home takes and when; please enter that first.',
    'home.outsideHours': 'At this time the householder can’t receive; please see the hours.',
    'home.tooManyGuests': 'That is more guests than the householder can receive.',
    venue_taken: (taken) =>
      taken.title === undefined
        ? 'Another session takes this venue at that time; please choose another venue.'
        : `“${taken.titleEn || taken.title}” is at this venue then (${at(taken)}); please choose another time or venue.`,
  },
  done: {
    'session.cancelled': 'The session is called off; everyone signed up will be told.',
    'session.closed': 'The session is closed and its outcome recorded.',
    'session.scheduled': 'The session stands; everyone concerned will be told.',
    'session.planned': 'Noted, and not announced yet. See what is still missing.',
    'session.changed': 'Changed; everyone signed up will be told.',
    'session.courseChosen': 'The micro-course to watch is noted.',
    'session.streamShared':
      'The address is noted; who has a seat sees it from half an hour before.',
  },
  facts: {
    'session.scheduled': 'scheduled the session',
    'session.speakerChanged': 'let another speaker step in',
    'session.planned': 'planned the session',
    'session.changed': 'changed time, place or host',
    'session.courseChosen': 'chose the micro-course to watch',
    'session.streamShared': 'noted where the stream is seen',
    'session.clashed': 'found the venue taken',
    'session.cancelled': 'called the session off',
    'session.closed': 'closed the session',
  },
  notices: {
    'session.scheduled': (told) =>
      `“${titleOf(told)}” is set: ${when(told)}, ${told.venue} (${told.unit}).`,
    'session.clashed': (told) =>
      `The venue ${told.venue} is taken for “${titleOf(told)}” (${when(told)}); please choose another.`,
    'session.cancelled': (told) =>
      `“${titleOf(told)}” (${when(told)}, ${told.venue}) is called off${told.reason ? `: ${told.reason}` : ''}.`,
    'session.changed': (told) =>
      `“${titleOf(told)}” has changed: it is now ${when(told)}, ${told.venue}${before(told)}.`,
    'session.reminder': (told) =>
      `Tomorrow: “${titleOf(told)}”, ${when(told)}, ${told.venue}.${atDoor(told)}`,
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
    viewing: 'Watched together',
    stream: 'Live stream',
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
  facets: { strand: 'Strand', community: 'Community', week: 'When' },
  weeks: { this: 'Within seven days', next: 'The week after', later: 'Later' },

  file: {
    number: 'Number',
    title: 'Title',
    start: 'From',
    end: 'To',
    seats: 'Seats',
    taken: 'Taken',
  },
  signedUp: 'Signed up',
  list: {
    title: 'Sessions you can join',
    lead: 'Choose one and come along. Nobody checks in and nobody is ranked.',
    none: 'Nothing to join with these choices at the moment.',
    all: 'See all',
    full: (count) => (count === 1 ? '1 more is full' : `${count} more are full`),
    showFull: 'Show full ones too',
    toVenues: 'Venues',
    toResources: 'What the street lends',
    toHomes: 'Homes that receive',
    toCalendar: 'Calendar',
    seatsLeft: (count) =>
      count === 0 ? 'Full' : count === 1 ? '1 seat left' : `${count} seats left`,
    plan: 'Hold a session',
    drafts: 'Being prepared',
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
    signInFirst: 'Sign in to sign up',
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
    name: 'Name',
    unit: 'Unit',
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
    draft: 'This session is being prepared',
    draftText: 'Only those who run it see it. Once it is announced, people can sign up.',
    toPlan: 'See what is missing',
    prepare: 'Prepare',
    toKnow: 'Before you come',
    childSeats: (left, seats) => `${seats} of them kept for children, ${left} left`,
    boards: 'What there is to see',
    guided: 'Someone walks along and tells, board by board.',
    free: 'Come when you like, and look as long as you like.',
    things: 'What there is',
    thingLine: (name, offered, given) =>
      `${name}: ${offered} to give, ${given} given, ${offered - given} left`,
    givenOf: (thing, pieces, offered) =>
      `${thing}: ${offered} offered, ${pieces} given, ${offered - pieces} left`,
    doorToDoor: 'From door to door, without signing up. For a visit, tell the community.',
    visitor: 'Who visits',
    courses: 'Micro-courses of it',
    makeCourse: 'Make a course of it',
    access: 'Access',
    change: 'Change time or place',
    courseShown: 'What is watched',
    stream: 'Live stream',
    watchStream: 'Watch the stream',
    streamLater: 'is when the address will be here.',
    streamForSeated: 'Whoever is signed up sees the address here from half an hour before.',
    streamOver: 'The stream is over.',
    toRound: 'The round',
  },

  plan: {
    newTitle: 'Hold a session',
    newLead:
      'Without an order, held by the street itself. Note it first; announce it when all is there.',
    title: 'Title',
    titleEn: 'Title (English)',
    strand: 'Strand',
    format: 'Format',
    formatHint:
      'A pavilion class is outdoors; a round from door to door has no venue, but a visitor; an exhibition has boards; a class at home needs the householder’s yes.',
    audience: 'For whom',
    language: 'Spoken in',
    unit: 'Held by',
    venue: 'Venue',
    noVenue: 'No venue (from door to door)',
    venueChoice: (name, unit, seats) => `${name} (${unit}, ${seats} seats)`,
    host: 'Host',
    oneself: 'Myself',
    when: 'When',
    seats: 'Seats',
    childSeats: 'Of them for children',
    childSeatsHint: 'Grown-ups can’t take these.',
    people: 'seats',
    toKnow: 'Before you come',
    toKnowHint: 'Such as: it is cold, dress warmly; when it rains we meet inside.',
    inEnglish: (label) => `${label} (English)`,
    guided: 'The exhibition is walked with a guide',
    needs: 'What has to be lent',
    needsHint: 'Without it the session can’t be announced.',
    round: 'From door to door',
    visitor: 'Who visits',
    minutesEach: 'Minutes at each door',
    leaves: 'What is left behind',
    leavesHint: 'Such as: large-print sheets.',
    submit: 'Note it',
    pageTitle: 'Prepare this session',
    publish: 'Announce it',
    published: 'Announced',
    booked: 'Booked',
    notBooked: 'Not booked yet',
    bookThis: (name) => `Book ${name}`,
    takenBy: (name, unit) => `${name}: ${unit} has it then`,
    noneToLend: 'The street has nothing like this on its list.',
    chooseNeeds: 'Choose what has to be lent',
    saveNeeds: 'Save what has to be lent',
    deal: 'Change the seats',
    boards: 'Boards',
    addBoard: 'Add a board',
    boardTitle: 'Title of the board',
    boardAbout: 'What it tells',
    removeBoard: (title) => `Take “${title}” down`,
    things: 'To give out',
    thing: 'Thing',
    offered: 'How many there are',
    offer: 'Note how many there are',
    offerHint: 'To correct a number, enter the same thing again.',
    gaveOne: (name) => `Gave one: ${name}`,
    gaveTen: (name) => `Gave ten: ${name}`,
    tookOne: (name) => `Counted one too many: ${name}`,
    doors: 'Whom to visit',
    doorsHint: 'People nearby who can’t go out. Tick who is visited, and write where the door is.',
    noDoors: 'Nobody nearby is entered as unable to go out. They can be entered under People.',
    place: (name) => `Door of ${name}`,
    watching: 'Watched together, or streamed live',
    course: 'Which micro-course',
    noCourse: 'To be chosen later',
    courseHint: 'It has to be chosen before the session is announced.',
    saveCourse: 'Watch this one',
    streamUrl: 'Address of the stream',
    streamHint:
      'It begins with https://. Only people with a seat see it, from half an hour before.',
    saveStream: 'Keep the address',
    again: 'It comes again every week',
    findVenue: 'Find a venue by what it has',
    saveDoors: 'Save the list',
    home: 'The home',
    homeLimits: (name, guests, from, until) =>
      `${name}’s home, at most ${guests} guests, ${from}–${until}`,
    consented: 'The householder agrees',
    notConsented: 'The householder has not agreed yet',
    toHomes: 'Enter it',
  },
}
