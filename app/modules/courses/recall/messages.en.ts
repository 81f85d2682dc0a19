import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'recall.answered': 'This card has been answered today.',
    'recall.enoughToday': 'Today’s five are done; the rest can wait for another day.',
    'recall.linkOver': 'This link has ended. Sign in and open “Recall” to answer.',
    'recall.notInLink': 'This link can’t answer that card. Sign in and open “Recall”.',
    'recall.notDue': 'It is not time for this card yet; come back in a few days.',
    'recall.setAside': 'This card is set aside until its author has looked at it.',
    recall_five_a_day: 'Today’s five are done; the rest can wait for another day.',
    recall_once_a_day: 'This card has been answered today.',
    recall_turn: 'Two answers came at the same moment; please look again.',
    question_flag_open: 'You have said so already.',
  },
  done: {
    'recall.flagged': 'Noted. The card is set aside, and its author will look at it.',
    'recall.paused': 'Paused. Come back whenever you like.',
    'recall.chosen': 'Noted.',
  },
  facts: { 'question.flagged': 'said something about a question' },
  notices: {
    'recall.due': ({ cards, address }) =>
      `${cards === 1 ? '1 recall card waits' : `${cards} recall cards wait`}; it takes a minute, and only if you like${address ? `: ${address}` : '.'}`,
    'question.flagged': ({ kind, number }) =>
      kind === 'wrong'
        ? `Someone says that a question of course ${number} is wrong; please have a look.`
        : `Someone says they never learned what course ${number} asks; please have a look.`,
  },

  title: 'Recall',
  titleFor: (name) => `Recall cards read to ${name}`,
  lead: 'What you learned or heard, thought of once more some days later. Five cards a day at most; no streaks, no ranking.',
  leadFor:
    'Read the question out and fill in what they say. It is recorded as done by you on their behalf.',
  left: (left) => (left === 1 ? '1 card left today' : `${left} cards left today`),
  none: 'No cards to answer today.',
  noneYet: 'Take a micro-course or hear a talk, and some days later a few cards will be here.',
  toCourses: 'See the courses',
  enough: 'Today’s five are done, thank you. See you another day.',
  from: 'From',
  answer: 'That is my answer',
  right: 'You remember',
  wrong: 'Not this time',
  rightText: 'It comes again in a while.',
  wrongText: 'Never mind; it comes again in a day or so.',
  next: 'Next card',
  back: 'Micro-courses',
  truth: { true: 'True', false: 'False' },
  orderHint: 'Choose a place for each.',
  nth: (number) => `Place ${number}`,
  shortHint: 'A few words are enough.',
  flag: 'Something is wrong with this card',
  neverLearned: 'I never learned this',
  isWrong: 'This question is wrong',
  flagWords: 'What is wrong (may be left empty)',
  choices: 'How to ask me',
  paused: 'Pause: ask nothing for now',
  reminders: 'A word once a week when there are cards',
  save: 'Save',
  isPaused: 'Recall is paused. To go on, take the tick from “Pause”.',
  link: 'Answer without signing in',
  linkLead: 'This link shows and answers these cards only, for one week.',
  linkOver: 'This link has ended',
  linkOverText:
    'Sign in and open “Recall” to answer. Cards not answered are still there; no hurry.',
  linkDone: 'These are all answered, thank you.',
  signIn: 'Sign in',
}
