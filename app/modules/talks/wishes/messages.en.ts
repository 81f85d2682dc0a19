import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'wish.alreadyAnswered': 'This wish has been answered already.',
    'wish.talkNotOnMenu':
      'This talk is not on the menu; please choose another, or put it on the menu first.',
  },
  done: {
    'wish.made': 'Received. The street office looks for someone who can tell it, and answers you.',
    'wish.answered': 'The answer has been sent.',
  },
  facts: { 'wish.made': 'made a wish', 'wish.answered': 'answered the wish' },
  notices: {
    'wish.made': (told) => `${told.unit} would like to hear: “${told.words}”.`,
    'wish.answered': (told) => `The street office answered your wish “${told.words}”.`,
  },
  title: 'Not on the menu',
  lead: 'Not on the menu? Write it down, and the street office looks for someone who can tell it.',
  officeLead:
    'What branches would like to hear. Those without an answer come first; they are answered within five working days.',
  unit: 'For which branch',
  words: 'What you would like to hear',
  wordsHint: 'One sentence is enough, such as: how to put up a handrail for an old person.',
  send: 'Write it down',
  none: 'Nobody has wished for anything yet.',
  number: (number) => `No. ${number}`,
  waiting: 'No answer yet',
  waitingTitle: (count) => `Waiting for an answer: ${count}`,
  answeredTitle: 'Answered',
  due: 'Answer due',
  toTalk: 'Make it a talk',
  nowAnswer: 'The talk is in its place; please tell them.',
  answer: 'Answer',
  answerHint: 'Who could tell it, when it comes on the menu, or what to hear meanwhile.',
  talk: 'It is this talk',
  noTalk: 'There is no such talk yet',
  give: 'Send the answer',
  by: (name) => `from ${name}`,
  back: 'Menu of talks',
}
