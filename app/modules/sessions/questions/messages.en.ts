import type { zh } from './messages.zh.ts'

export const en: typeof zh = {
  reasons: {
    'asking.answered':
      'People have answered this already; it can only be reworded, or given more choices at the end.',
    'asking.closed':
      'Sign-up has closed, so answers stay as they are. If something changed, please tell the host.',
    'asking.fewChoices': 'Please write at least two choices, one on a line.',
    'asking.notAChoice': 'There is no such choice; please choose again.',
    'asking.notANumber': 'Please give a whole number, such as 2.',
    'asking.required': 'The host needs to know this; please answer.',
    'asking.sameChoice': 'Two choices are the same; please change one.',
    'asking.unknown': 'This is not asked any more; please open the page again.',
    'asking.unequalChoices':
      'Please write as many choices in English as in Chinese, line by line, or none.',
    'asking.unanswered': 'The host asks something first; please answer, then sign up.',
  },
  done: {
    'questions.asked': 'Saved; it is asked of who signs up.',
    'questions.answered': 'The answers are noted.',
  },
  facts: {
    'questions.asked': 'said what is asked of who signs up',
    'questions.answered': 'answered what was asked at sign-up',
  },
  notices: {},
  title: 'What to ask at sign-up',
  lead: 'At most five questions, and only what is needed. Answers are seen by who runs the session alone and are deleted after half a year.',
  back: 'Sign-ups',
  nth: (number) => `Question ${number}`,
  label: 'What to ask',
  labelHint: 'Such as: do you need a lift? Left empty, it is not asked.',
  labelEn: 'The question in English',
  kind: 'How it is answered',
  kinds: {
    text: 'A few words',
    yes_no: 'Yes or no',
    number: 'A number',
    choice: 'One of several',
  },
  choices: 'Choices',
  choicesHint: 'Only for “one of several”: one on a line, at most eight.',
  choicesEn: 'Choices in English',
  required: 'Has to be answered',
  answered: (count) =>
    `${count === 1 ? 'One person has' : `${count} people have`} answered this; it can only be reworded, or given more choices at the end.`,
  more: 'Choices, and the words in English',
  save: 'Save',
  another: 'Ask one more',
}
