import { sayMoment, sayNearDay, sayTime } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

/** A deadline as it is said: "by 15:20 today". */
function by(until: Date, now: Date): string {
  return `by ${sayTime(until)} ${sayNearDay(until, 'en', now)}`
}

const and = (names: readonly string[]) =>
  names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`)
const seats = (count: number) => (count === 1 ? 'one seat' : `${count} seats`)

export const en: typeof zh = {
  reasons: { 'signUp.timeMissing': 'Please fill in both the day and the time, or neither.' },
  done: {
    'signUp.somePlaced': 'There weren’t enough seats; those without one are in line.',
    'signUp.listed': 'Everyone ticked is signed up.',
  },
  facts: {},
  notices: {},

  you: 'you',
  ownSeat: 'Your own seat',
  and,
  cardFull: (waiting) => (waiting === 0 ? 'Full; you can wait' : `Full, ${waiting} wait`),
  cardOpens: (at, now) => `Sign-up opens ${sayMoment(at, 'en', now)}`,
  cardInLine: 'In line',
  cardOffered: 'A seat is kept for you',
  cardClosed: 'Sign-up has closed',

  opens: (at, now) => `Sign-up opens on ${sayMoment(at, 'en', now)}.`,
  closes: (at, now) => `Sign-up closes on ${sayMoment(at, 'en', now)}.`,
  waiting: 'Waiting',
  waitingCount: (count) => (count === 0 ? 'nobody' : people(count)),

  whoGoes: 'Who goes',
  whoGoesHint: 'Those signed up together stay together, in line as well.',
  has: { seat: 'has a seat', place: 'is in line' },
  signUp: 'Sign me up',
  signUpThem: 'Sign up',
  queue: 'Join the line',
  full: (waiting) =>
    waiting === 0
      ? 'It is full. Join the line, and you are asked first when someone can’t come.'
      : `It is full, and ${waiting === 1 ? 'one person waits' : `${waiting} people wait`}. Join the line, and you are asked when it is your turn.`,
  childrensLeft: 'The seats left are kept for children. Grown-ups can join the line.',
  fewLeft: (free) =>
    `${free === 1 ? 'One seat is' : `${free} seats are`} left. If you are more, you join the line and sit together once there is room.`,
  seated: (names) => `Signed up: ${names}`,
  seatedText: 'Just come. If you can’t, give the seat back; it goes to someone who waits.',
  seatedStreamText: 'If you can’t watch, give the seat back; it goes to someone who waits.',
  giveBack: 'I can’t come',
  giveBackFor: (name) => `${name} can’t come`,
  cantCome: 'Can’t come today',
  cantComeFor: (name) => `${name} can’t come today`,
  cantComeText: 'It is today. If you can’t come, one tap is enough; no reason is needed.',

  inLine: (position) => `You wait at position ${position}`,
  lineFor: (names) => `Waiting: ${names}.`,
  why: {
    'line.full': (ahead) =>
      ahead === 0
        ? 'Every seat is taken. When someone can’t come, you are asked first.'
        : `Every seat is taken, and ${people(ahead)} ${ahead === 1 ? 'is' : 'are'} before you. When someone can’t come, those in line are asked in turn.`,
    'line.childSeatsLeft': () =>
      'The seats left are kept for children. You are asked as soon as a grown-up’s is free.',
    'line.tooFewLeft': (_ahead, free, size) =>
      `You are ${size} and stay together; ${free === 1 ? 'one seat is' : `${free} seats are`} free. You are asked as soon as there are ${size}.`,
    'line.othersFirst': (ahead) =>
      ahead === 0
        ? 'There is a seat; you are asked in a moment.'
        : `${ahead === 1 ? 'One person' : `${ahead} people`} came before you and ${ahead === 1 ? 'is' : 'are'} asked first.`,
  },
  noNight: 'Nobody is asked between nine in the evening and eight in the morning.',
  theirPlace: (position) => `in line, position ${position}`,
  leave: 'Leave the line',

  offered: (count) =>
    count === 1 ? 'There is a seat, kept for you' : `There are ${count} seats, kept for you`,
  offeredFor: (names) => `For ${names}. `,
  offerUntil: (until, now) => `Please say ${by(until, now)}; after that the next in line is asked.`,
  accept: 'Yes, I’ll come',
  acceptFor: 'Yes, we’ll come',
  decline: 'Let others have it',

  clash: (who, title) =>
    `At the same time there is “${title}” for ${who}; please see which to go to.`,
  answers: 'What the host would like to know',
  answersForAll:
    'Noted for everyone ticked; each can be changed afterwards. Seen by who runs the session alone, and deleted after half a year.',
  yes: 'Yes',
  no: 'No',
  myAnswers: 'My answers',
  answersOf: (name) => `${name}’s answers`,
  saveAnswers: 'Save the answers',
  asksOnly: 'Seen by who runs the session alone, and deleted after half a year.',

  branchTitle: 'Sign up for a unit',
  branchLead: 'Tick who goes and sign them up at once; without names yet, hold some seats.',
  toBranch: 'Sign up for my unit',
  branchUnit: 'Which unit',
  showUnit: 'Show it',
  findMember: 'Find by name, pinyin or the phone’s last digits',
  noMembers: 'Nobody of this unit is registered yet.',
  nobodyFound: 'Nobody was found. Try another spelling; of a phone, at least four digits.',
  members: (total) => (total === 1 ? 'One person' : `${total} people`),
  tick: 'Tick who goes',
  tickHint:
    'Where seats run out, the others join the line in turn. Those signed up together sit together, or wait together.',
  signUpTicked: 'Sign up those ticked',
  signUpTogether: 'Sign up together, up to twelve',
  nameTicked: (held) => `Give them the seats held (${held})`,
  memberClash: (title) => `At the same time: “${title}”`,
  hold: 'Hold seats now, name people later',
  held: (count) => `${count === 1 ? 'One seat is' : `${count} seats are`} held for this unit.`,
  heldNone: 'No seat is held for this unit.',
  heldWaiting: (count) => `${count === 1 ? 'One is' : `${count} are`} waited for.`,
  holdSeats: 'How many to hold in all',
  holdHint: 'Hold fewer, and the others go to who waits; 0 gives all back.',
  seatsUnit: 'seats',
  holdIt: 'Hold them',
  freeSeats: (free, all, waiting) =>
    [
      free === 0 ? `All ${all} seats taken` : `${seats(free)} left`,
      waiting > 0 && `${waiting} wait`,
    ]
      .filter(Boolean)
      .join(' · '),

  pageTitle: 'Sign-ups',
  toPage: 'Sign-ups, the line, seats',
  back: 'The session',
  seats: 'Seats',
  taken: 'with names',
  unnamed: 'held without names',
  offeredSeats: 'being asked',
  freeOf: 'free',
  inLineNow: 'in line',
  ofChildren: (taken, all) => `children’s: ${taken} of ${all}`,
  answersTitle: 'Answers given at sign-up',
  answerFor: 'Note what someone answered',
  noAnswers: 'Nobody has answered yet.',
  names: 'Who has a seat',
  noNames: 'Nobody has signed up yet.',
  name: 'Name',
  unit: 'Unit',
  seat: 'Seat',
  seatKinds: { open: 'anyone’s', child: 'child’s' },
  withThem: 'Together with',
  madeBy: 'Signed up by',
  oneself: 'themselves',
  madeAt: 'When',
  signOff: 'Take off',
  heldBy: 'Held, not named yet',
  heldSeats: 'Seats',
  line: 'The line',
  lineNone: 'Nobody waits.',
  position: 'Position',
  who: 'Who',
  size: 'People',
  since: 'Since',
  standing: 'Where it stands',
  waits: 'waits',
  asked: (until, now) => `asked, ${by(until, now)}`,
  unnamedFor: (unit, count) => `${unit}, ${seats(count)} without names`,
  fill: 'Seat someone out of turn',
  fillWhy: 'Why out of turn',
  fillWhyHint: 'Kept in the history, such as: wheelchair, the family has ordered a car.',
  fillIt: 'Seat them',
  takeOut: 'Take out of line',
  settings: 'Seats, times, questions',
  deal: 'Change the seats',
  dealSeats: 'How many in all',
  dealChild: 'Of them for children',
  dealIt: 'Change the seats',
  timesTitle: 'When people sign up',
  timesHint: 'Left empty, from the announcement until it begins.',
  opensAt: 'Opens',
  closesAt: 'Closes',
  saveTimes: 'Save the times',
  toQuestions: 'What to ask at sign-up',
  toQuestionsHint: (count) =>
    count === 0
      ? 'Nothing is asked yet.'
      : count === 1
        ? 'One question is asked.'
        : `${count} questions are asked.`,

  offerTitle: 'There is a seat',
  offerLead: 'There is a seat at what you wait for:',
  yourChildren: (count) => (count === 1 ? 'your child' : `your ${count} children`),
  forWhom: 'For',
  howMany: 'Seats',
  seatsCount: (count) => String(count),
  until: 'Please answer',
  untilSaid: (until, now) => by(until, now),
  offerFree:
    'If you can’t come, let others have it: no reason is needed, and the next is asked at once.',
  offerOnly: 'This link answers this one offer, without a sign-in.',
  link: {
    seated: 'Good, the seat is yours',
    declined: 'Noted: others may have it',
    lapsed: 'The time for this is over',
    left: 'You are not in line any more',
    waiting: 'This seat was taken back',
    cancelled: 'This session was called off',
    over: 'This session has begun or is over',
  },
  linkText: {
    seated:
      'Just come. If something comes up, sign in and give the seat back on the session’s page.',
    declined: 'That’s fine. There are other sessions to choose from.',
    lapsed: 'The next in line was asked. You can join the line again on the session’s page.',
    left: 'There is nothing to answer. You can sign up again on the session’s page.',
    waiting: 'We are sorry. You are still in line and will be asked again.',
    cancelled: 'There is nothing to answer, and no need to come. We are sorry.',
    over: 'There is nothing to answer any more. Until next time.',
  },
  toSession: 'See the session',
}
