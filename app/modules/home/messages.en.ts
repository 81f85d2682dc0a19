import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {},
  done: {},
  facts: {},
  notices: {},
  title: 'Home',
  greeting: (hour, name) =>
    `${hour < 5 ? 'Good evening' : hour < 12 ? 'Good morning' : hour < 18 ? 'Good afternoon' : 'Good evening'}, ${name}`,
  now: 'What needs you now',
  nothing: 'Nothing needs you right now.',
  streets: 'Streets of the district',
  toStreets: 'Daily summaries',
  reached: (reached, members) => `${reached} of ${members} members reached`,
  noSummary: 'No summary yet',
  shift: 'Shift',
  child: (name) => `${name} comes`,
  next: 'Coming up',
  nothingNext: 'You have nothing in the next two weeks.',
  couldCome: 'You could come to',
  allSessions: 'All sessions',
  calendar: 'Calendar',
  toNeed: 'Say what is lacking',
  toSpeak: 'Speak to your neighbours',
  toMenu: 'See the menu of talks',
  toNews: 'Read the street’s news',
  seatsLeft: (left) =>
    left > 0 ? `${left} ${left === 1 ? 'seat' : 'seats'} left` : 'All seats are taken',
  part: {
    hosting: 'You host',
    speaking: 'You speak',
    visiting: 'You visit',
    offered: 'A seat is kept for you',
    signedUp: 'Signed up',
    child: 'Your child comes',
    waiting: 'On the waitlist',
    branch: 'Your branch',
  },
  oldest: (unit, title) => `Waiting longest: “${title}” for ${unit}`,
  waits: {
    seatOffered: ({ title }) => `A seat at “${title}” is kept for you: will you come?`,
    rollOpen: ({ title, count }) =>
      count === 1
        ? `One thing on the roll of “${title}” to settle`
        : `${count} things on the roll of “${title}” to settle`,
    taps: ({ title }) => `How was “${title}”? Four taps`,
    onPhotos: ({ title }) => `You are on a picture of “${title}”: may others see it?`,
    run: ({ title }) => `Time to call the roll of “${title}”`,
    close: ({ title }) => `“${title}” is over; write how it came out`,
    round: ({ title }) => `Visits to make today: ${title}`,
    invited: ({ title }) => `You are asked to give “${title}”`,
    consent: ({ title, detail }) =>
      `${detail} would like to join “${title}”; it takes your consent`,
    shiftRoll: ({ title }) => `Time to call the roll of the shift “${title}”`,
    contact: ({ title }) => `Get in touch with the resident first: ${title}`,
    claim: ({ title }) => `Under way: ${title}`,
    dispatch: ({ count }) => (count === 1 ? '1 order to dispatch' : `${count} orders to dispatch`),
    needs: ({ count }) =>
      count === 1 ? '1 need to pass on' : `${count} needs of residents to pass on`,
    callBacks: ({ count }) =>
      count === 1
        ? '1 resident says it is not solved: call back'
        : `${count} residents say it is not solved: call back`,
    askResidents: ({ count }) =>
      count === 1
        ? '1 matter is done; ask the resident'
        : `${count} matters are done; ask the residents`,
    atRisk: ({ count }) =>
      count === 1 ? '1 shift still lacks hands' : `${count} shifts still lack hands`,
    applications: ({ count }) =>
      count === 1
        ? '1 person who wants to speak waits for you'
        : `${count} people who want to speak wait for you`,
    entries: ({ count }) =>
      count === 1
        ? '1 entry of hours waits for a second person'
        : `${count} entries of hours wait for a second person`,
    overlaps: ({ count }) =>
      count === 1
        ? '1 person counts at two places at one time'
        : `${count} times someone counts at two places at once`,
    records: ({ count }) =>
      count === 1
        ? '1 service record waits to be confirmed'
        : `${count} service records wait to be confirmed`,
    disputes: ({ count }) =>
      count === 1 ? '1 service record is disputed' : `${count} service records are disputed`,
    bulletin: ({ title }) => `The bulletin “${title}” waits for your reading`,
    draft: ({ title }) => `The draft bulletin “${title}”`,
    swaps: ({ count }) =>
      count === 1 ? '1 shift is offered for a swap' : `${count} shifts are offered for a swap`,
    wishes: ({ count }) =>
      count === 1 ? '1 wish without an answer' : `${count} wishes without an answer`,
    wishesOverdue: ({ count }) =>
      count === 1
        ? 'One wish has waited more than five working days for an answer'
        : `${count} wishes wait for an answer, some for more than five working days`,
    vettings: ({ count }) =>
      count === 1
        ? 'The vetting of one speaker runs out'
        : `The vetting of ${count} speakers runs out`,
    review: ({ title }) => `Please say how “${title}” was`,
    reviewCalls: ({ count }) =>
      count === 1
        ? 'One branch was not happy with a talk: please call'
        : `${count} branches were not happy with a talk: please call`,
    plan: ({ title, detail }) => `Plan ${title} is ready to look at (${detail} served)`,
    healed: ({ title, detail }) =>
      `Someone can’t come: plan ${title} puts it right (${detail} served)`,
    vet: ({ count }) => (count === 1 ? '1 order to look over' : `${count} orders to look over`),
    settle: ({ count }) =>
      count === 1 ? '1 order disputed or missed' : `${count} orders disputed or missed`,
    order: ({ title }) => `Your order “${title}” is under way`,
    orderReturned: ({ title }) => `Your order “${title}” should be changed and placed again`,
    orderHeld: ({ title }) => `“${title}” was held; please confirm it`,
    openOrders: ({ count }) =>
      count === 1 ? '1 order you could take up' : `${count} orders you could take up`,
    orderAsked: ({ title }) => `Your order “${title}” is dispatched; the speaker is asked`,
    cards: ({ count }) =>
      count === 1 ? '1 card to recall today' : `${count} cards to recall today, a minute or two`,
    flags: ({ count }) =>
      count === 1
        ? '1 question someone thinks wrong'
        : `${count} questions someone thinks are wrong`,
    unanswered: ({ count }) =>
      count === 1 ? '1 suggestion without an answer' : `${count} suggestions without an answer`,
    requests: ({ count }) =>
      count === 1
        ? '1 person asks to correct or delete data'
        : `${count} people ask to correct or delete data`,
  },
  acts: {
    seatOffered: 'Answer',
    rollOpen: 'Settle',
    taps: 'Say',
    onPhotos: 'Have a look',
    run: 'Call the roll',
    close: 'Close it',
    round: 'Start',
    invited: 'Answer',
    consent: 'Look',
    shiftRoll: 'Call the roll',
    contact: 'Get in touch',
    claim: 'See it',
    wishesOverdue: 'Answer',
    vettings: 'Look',
    review: 'Say how it was',
    reviewCalls: 'Call',
    plan: 'See the plan',
    healed: 'See the plan',
    vet: 'Look',
    settle: 'Look',
    dispatch: 'Dispatch',
    needs: 'Pass on',
    callBacks: 'Call back',
    askResidents: 'Ask',
    atRisk: 'Find hands',
    applications: 'Go on',
    entries: 'Confirm',
    overlaps: 'Settle',
    records: 'Confirm',
    disputes: 'Answer',
    bulletin: 'Read',
    draft: 'Open',
    swaps: 'Look',
    wishes: 'Answer',
    order: 'See it',
    orderAsked: 'See it',
    orderReturned: 'Change it',
    orderHeld: 'Confirm',
    openOrders: 'Look',
    cards: 'Begin',
    flags: 'Look',
    unanswered: 'Answer',
    requests: 'Look',
  },
  unread: (count) => (count === 1 ? '1 new notice' : `${count} new notices`),
  readAction: 'Read',
  welcome: (street) => `Learning and service in ${street}`,
  welcomeLead:
    'Order a talk, hear it, remember it, put it to use. Sign in to see what is yours; the menu is open to everyone.',
  signIn: 'Sign in',
  demo: 'Look around as one of the demo’s people',
  coming: 'Coming up here',
  about: {
    title: 'About Hearth',
    lead: 'Hearth helps a street run its season of learning and service: order a talk, hear it, remember it, and put it to use for neighbours.',
    never: 'What Hearth never does',
    nevers: [
      'No compulsory check-in, daily points or streaks; hours come only from sessions that were held.',
      'No ranking of people or branches.',
      'No photo, screenshot, location or face is asked for as proof.',
      'What is known already is not asked again.',
      'Nothing needs a smartphone: staff can do each step for you by phone or on paper, and it is recorded as done for you.',
      'Declining, handing back and withdrawing need no reason and leave no score.',
      'No messages between nine in the evening and eight in the morning, but for safety.',
      'No advertisements, pop-ups or picture puzzles.',
    ],
    keeps: 'What Hearth keeps',
    kept: [
      'Your name, unit and role, the phone number you gave, and the sessions you signed up for and came to.',
      'A phone number is shown only to who has to call: after a speaker accepts, until thirty days after the talk.',
      'No public page has a phone number, an address or a child’s name.',
      'To correct something or to complain, use “Suggest or complain” at the foot of every page.',
    ],
  },
}
