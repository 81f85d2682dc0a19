import type { zh } from './messages.zh.ts'

const mostQuoted = 60
const begin = (words: string) =>
  words.length > mostQuoted ? `${words.slice(0, mostQuoted)}…` : words

export const en: typeof zh = {
  reasons: {
    'suggestion.answered': 'Someone has answered this already.',
    'suggestion.tooMany':
      'Many suggestions came from here within the hour. Please write a little later, or sign in first.',
  },
  done: {
    'suggestion.made': 'Received; thank you for telling us.',
    'suggestion.answered': 'The answer has been sent.',
  },
  facts: {
    'suggestion.made': 'made a suggestion',
    'suggestion.answered': 'answered the suggestion',
  },
  notices: {
    'suggestion.made': (told) => `${told.person || 'Someone'} suggested: “${begin(told.words)}”.`,
    'suggestion.answered': (told) => `The street office answered your “${begin(told.words)}”.`,
  },

  say: {
    title: 'Suggest or complain',
    lead: 'What is awkward or wrong, or a good idea: please tell us. You need not be signed in.',
    words: 'What would you like to say',
    wordsHint: 'At most 2000 characters',
    about: (page) => `The page you came from is noted with it: ${page}`,
    withName: (name) =>
      `Your name, ${name}, goes with it, and you are told what the office answers.`,
    withoutName:
      'You are not signed in, so no name goes with it and we can’t answer you. For an answer, please sign in first.',
    signIn: 'Sign in',
    send: 'Send',
    yours: 'What you said',
    answer: 'Answer',
    notYet: 'No answer yet; the street office will see it.',
  },
  list: {
    title: 'Suggestions and complaints',
    lead: 'Those without an answer come first. The person is told of the answer; where there is no name, please see whether it can be mended.',
    none: 'Nobody has suggested anything yet.',
    nameless: 'Without a name',
    page: 'On the page',
    answer: 'Answer',
    answerHint: 'The person will read this',
    answerIt: 'Answer this',
    send: 'Send the answer',
    by: (name) => `Answered by ${name}`,
    waiting: 'No answer yet',
    file: {
      when: 'When',
      who: 'From',
      words: 'Words',
      answeredBy: 'Answered by',
      answeredAt: 'Answered at',
    },
  },
}
