import { sayDay } from '#app/ui/dates.ts'
import type { zh } from './messages.zh.ts'

const titleOf = (told: { title: string; titleEn: string }) => told.titleEn || told.title

export const en: typeof zh = {
  reasons: {
    'review.notHeld': 'This talk hasn’t been given yet; say how it was afterwards.',
    'review.notTheirs': 'This unit didn’t have this talk; please choose another.',
    'review.linkOver': 'This link has ended. Sign in and review it on the order’s page.',
    'review.tooManyFromHere': 'Too many reviews came from here; please try again in an hour.',
    'review.notPoor': 'This review needs no call.',
    'review.alreadyCalled': 'Someone has called about this review already.',
    review_once: 'This unit has said so already, thank you. Once is enough.',
  },
  done: {
    'review.given': 'Noted, thank you.',
    'review.called': 'Noted, thank you for the call.',
  },
  facts: { 'review.given': 'reviewed the talk', 'review.called': 'called about the review' },
  notices: {
    'review.asked': (told) =>
      `“${titleOf(told)}” was held. How was it? It takes a minute, without signing in${told.address ? `: ${told.address}` : '.'}`,
    'review.askedOfGuest': (told) =>
      `“${titleOf(told)}”, which you heard together, was held. Sign in and say how it was.`,
    'review.poor': ({ unit, dueOn, ...told }) =>
      `${unit} was not happy with “${titleOf(told)}”; please call ${dueOn ? `by ${sayDay(dueOn, 'en', new Date(dueOn))}` : 'soon'}.`,
  },

  levels: { 1: 'Poor', 2: 'Not so good', 3: 'Fair', 4: 'Good', 5: 'Very good' },
  asOrdered: { yes: 'Yes', partly: 'Partly', no: 'No' },
  ways: { page: 'Page', link: 'Link by message', paper: 'Paper', phone: 'Phone' },

  title: 'How was the talk?',
  lead: 'This is about the talk, not the speaker. Answers are shown from five on, without names.',
  lineOf: (number) => `Order ${number}`,
  unit: 'Which unit',
  level: 'How was the talk?',
  asOrderedAsk: 'Was it what you ordered?',
  asOrderedHint: 'The topic, the time, the length and the language: as you ordered them?',
  words: 'Anything you would like to say (can be left empty)',
  wordsHint:
    'The speaker sees these words, not who wrote them. Please leave out names and numbers.',
  way: 'How was it said',
  wayPage: 'We say it ourselves',
  wayPaper: 'From a paper slip',
  wayPhone: 'By phone',
  send: 'That is what we think',
  given: 'This unit has said so already',
  allGiven: 'Every unit that had this talk has said so, thank you.',
  toOrder: 'See the order',
  toStrip: 'Print a slip',
  signIn: 'Sign in',

  thanks: 'We have your review, thank you',
  thanksText: 'Once is enough. If there is more to say, the street office listens.',
  linkOver: 'This link has ended',
  linkOverText:
    'Sign in and review it on the order’s page, or ask the street office to write it down.',
  linkNotYet: 'This talk can’t be reviewed yet',
  linkLead: 'This link takes the review of this talk and nothing else; no sign-in is needed.',
  linkFor: (unit) => `For ${unit}`,

  stripTitle: 'A slip for the review',
  stripHint:
    'Print it, have it ticked after the talk, and enter what it says. One for each unit is enough.',
  stripOver: (number) => `Hearth · Order ${number}`,
  stripUnit: 'Unit:',
  stripBack: 'Back to the review',

  list: 'Reviews',
  listLead:
    'What units thought of each talk. Whoever was let down gets a call within a working day.',
  listLeadUnit: 'Say how each talk was that you had.',
  toGive: 'Not reviewed yet',
  toGiveNone: 'Everything you had is reviewed.',
  give: 'Review it',
  calls: 'Calls to make',
  callsNone: 'No calls to make.',
  callBy: 'Call by',
  callUnknown:
    'The holidays of that year aren’t entered, so the working day isn’t known; please call soon.',
  callNote: 'What was said, and what happens next',
  called: 'Called',
  toOrders: 'Orders',
  all: 'All reviews',
  none: 'No reviews yet. After a talk, who ordered it gets a message.',
  date: 'Date',
  number: 'No.',
  talk: 'Talk',
  unitHead: 'Unit',
  levelHead: 'Review',
  asOrderedHead: 'As ordered',
  wordsHead: 'Words',
  wayHead: 'How',
  callHead: 'Call',
  callWaits: 'To be called',

  record: 'What units said that had it',
  recordFew: (answers, asked) =>
    asked === 0
      ? 'No unit has had this talk yet.'
      : `${asked === 1 ? '1 unit' : `${asked} units`} had it, ${answers} reviewed it. Shown from five reviews on.`,
  recordRate: (answers, asked) =>
    `${asked} units had it, ${answers} reviewed it (${Math.round((100 * answers) / Math.max(1, asked))} %).`,
  recordMean: (mean) => `${mean.toFixed(1)} of 5 on average`,
  recordAsOrdered: (yes, partly, no) =>
    `Was it what they ordered: yes ${yes}, partly ${partly}, no ${no}`,
  recordLevels: 'How many said what, counted with every fifth answer',
  recordWords: 'In their words',
  recordWordsHint: 'Without names, and in no order.',
  thanked: 'Thank you for giving this talk',
  thankedText: 'Once five reviews are in, they stand here.',
}
