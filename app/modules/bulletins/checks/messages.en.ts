import { en as figures } from '../figures/messages.en.ts'
import type { zh } from './messages.zh.ts'
import type { Check, CheckKind, Reads } from './rules.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** How English writes numbers, dates and units. */
const reads: Reads = {
  say: figures.say,
  saidAs: figures.saidAs,
  date: /(?:(?<weekday>Sun|Mon|Tues?|Wed|Thu|Fri|Sat)[a-z]*,?\s+)?(?<day>\d{1,2})\s+(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\s+(?<year>\d{4}))?/g,
  month: (written) => months.indexOf(written.toLowerCase()) + 1,
  weekday: (written) => weekdays.findIndex((day) => day.startsWith(written)),
  weekdays,
  // Units have Chinese names, and in an English text those are translated as the writer likes.
  unit: /(?!)/g,
  anyUnit: [],
  about: '\\s+',
}

type Details = Check & { figureName: string }

const sentences: Record<CheckKind, (check: Details) => string> = {
  'bulletin.phoneNumber': ({ found }) =>
    `“${found}” looks like a phone number, which a bulletin can’t have. Please take it out.`,
  'bulletin.idNumber': ({ found }) =>
    `“${found}” looks like an ID number, which a bulletin can’t have. Please take it out.`,
  'bulletin.minorNamed': ({ found }) =>
    `“${found}” is under 18. A bulletin does not name children.`,
  'bulletin.toldWithoutConsent': ({ found }) =>
    `The bulletin tells of ${found}, who has not consented yet. Please ask, or leave it out.`,
  'bulletin.minorTold': ({ found }) => `${found} is under 18. A bulletin does not name children.`,
  'bulletin.pictureUnsaid': ({ found }) =>
    `It has not been said yet who is on the picture “${found}”.`,
  'bulletin.pictureWithoutConsent': ({ found, names = [] }) =>
    `On the picture “${found}”, ${names.join(' and ')} has not consented to its being shown.`,
  'bulletin.pictureOfMinor': ({ found }) =>
    `There is someone under 18 on the picture “${found}”, so it can’t be shown.`,
  'bulletin.wordingUntrue': ({ found, instead, figureName }) =>
    `“${found}” is not so: ${figureName} is ${instead} now.`,
  'bulletin.unitUnknown': ({ found }) =>
    `The street has no unit called “${found}”. Please look at the name.`,
  numberDiffers: ({ found, instead, figureName }) =>
    `“${found}” was typed by hand, and ${figureName} is ${instead}. A figure would be better.`,
  nothingCounted: ({ figureName }) =>
    `${figureName} is 0 now. Please look whether it is the one you mean.`,
  personNotEntered: ({ found }) =>
    `The text mentions ${found}. Please enter them under “People told of” and ask them first.`,
  noSuchUnit: ({ found }) => `The street has no unit “${found}”. Please look at the name.`,
  noSuchDay: ({ found }) => `There is no day “${found}”.`,
  wrongWeekday: ({ found, instead }) => `“${found}” was a ${instead}.`,
  outsideSeason: ({ found }) => `“${found}” is not within this season.`,
  nothingThatDay: ({ found }) => `The records have no session on “${found}”.`,
  houseWord: ({ found, instead }) =>
    instead ? `Instead of “${found}” we write “${instead}”.` : `We do not use the word “${found}”.`,
}

export const en: typeof zh = {
  reads,
  check: (check) =>
    sentences[check.kind]({
      ...check,
      figureName: check.figure ? `“${figures.name(check.figure)}”` : '',
    }),
  unknownFigure: (tokens) =>
    `There is no figure ${tokens.join(', ')}; please choose one from the list below.`,
  title: 'To look at',
  fine: 'Nothing to look at.',
  stops: 'To be put right before publication',
  at: (paragraph) => (paragraph === null ? 'In the whole' : `Paragraph ${paragraph}`),
  reasons: {},
  done: { 'houseWords.kept': 'The list of words is saved.' },
  facts: { 'houseWords.kept': 'changed the list of words' },
  notices: {},
  houseWords: 'House words',
  houseWordsLead: 'Words that bulletins do not use, and what we write instead.',
  words: 'Words',
  wordsHint: 'A word on each line; after a space, what to write instead.',
  keep: 'Save the list',
  bulletins: 'Bulletins',
}
