import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  faultsOfAnswers,
  faultsOfQuestions,
  type Question,
  whyNotAnswered,
  whyNotAsked,
} from './rules.ts'

const during = {
  start: instantAt('2022-01-20', '14:00'),
  end: instantAt('2022-01-20', '16:00'),
}
const before = instantAt('2022-01-12', '09:00')
const scheduled = { status: 'scheduled', during, closesAt: null } as const
const closing = { ...scheduled, closesAt: instantAt('2022-01-18', '18:00') }

const lift: Question = {
  position: 1,
  kind: 'yes_no',
  label: '要不要接送？',
  labelEn: '',
  choices: [],
  choicesEn: [],
  required: true,
}
const paper: Question = {
  ...lift,
  position: 2,
  kind: 'choice',
  label: '写几尺的？',
  choices: ['四尺', '六尺'],
  required: false,
}
const asked = (answers: number, ...questions: Question[]) =>
  questions.map((each) => ({ ...each, answers }))

test.each([
  ['a first list', scheduled, [], [lift, paper], before, null],
  ['while it is a draft', { ...scheduled, status: 'draft' }, [], [lift], before, null],
  [
    'something else, unanswered',
    scheduled,
    asked(0, lift),
    [{ ...paper, position: 1 }],
    before,
    null,
  ],
  ['other words', scheduled, asked(3, lift), [{ ...lift, label: '接送吗？' }], before, null],
  ['left free now', scheduled, asked(3, lift), [{ ...lift, required: false }], before, null],
  [
    'one more choice',
    scheduled,
    asked(3, paper),
    [{ ...paper, choices: ['四尺', '六尺', '八尺'] }],
    before,
    null,
  ],
  ['answered and gone', scheduled, asked(1, lift), [], before, 'asking.answered'],
  [
    'answered and of another kind',
    scheduled,
    asked(1, lift),
    [{ ...lift, kind: 'number' }],
    before,
    'asking.answered',
  ],
  [
    'a choice that was taken',
    scheduled,
    asked(1, paper),
    [{ ...paper, choices: ['六尺', '八尺'] }],
    before,
    'asking.answered',
  ],
  [
    'to be answered now',
    scheduled,
    asked(1, paper),
    [{ ...paper, required: true }],
    before,
    'asking.answered',
  ],
  ['begun', scheduled, [], [lift], during.start, 'session.started'],
  ['called off', { ...scheduled, status: 'cancelled' }, [], [lift], before, 'session.cancelled'],
] as const)('asking, %s', (_, session, known, wanted, now, expected) => {
  expect(whyNotAsked(session, known, wanted, now)).toBe(expected)
})

test.each([
  [['四尺'], [], { 'questions.1.choices': 'asking.fewChoices' }],
  [['四尺', '四尺'], [], { 'questions.1.choices': 'asking.sameChoice' }],
  [['四尺', '六尺'], ['four'], { 'questions.1.choicesEn': 'asking.unequalChoices' }],
  [['四尺', '六尺'], ['four', 'six'], {}],
])('the choices %j and %j', (choices, choicesEn, expected) => {
  expect(faultsOfQuestions([lift, { ...paper, choices, choicesEn }])).toEqual(expected)
})

const age: Question = { ...lift, position: 4, kind: 'number', required: false }
test.each([
  [{ q1: 'yes' }, {}],
  [{ q1: 'yes', q2: '六尺', q4: '12' }, {}],
  [{}, { 'answers.q1': 'asking.required' }],
  [{ q1: '' }, { 'answers.q1': 'asking.required' }],
  [{ q1: 'maybe' }, { 'answers.q1': 'asking.notAChoice' }],
  [{ q1: 'no', q2: '七尺' }, { 'answers.q2': 'asking.notAChoice' }],
  [{ q1: 'no', q4: '两位' }, { 'answers.q4': 'asking.notANumber' }],
  [{ q1: 'no', q3: 'x' }, { 'answers.q3': 'asking.unknown' }],
])('the answers %j', (answers, expected) => {
  expect(faultsOfAnswers([lift, paper, age], answers)).toEqual(expected)
})

test.each([
  ['in time', closing, false, before, null],
  ['closed', closing, false, closing.closesAt, 'asking.closed'],
  ['closed, by the host', closing, true, closing.closesAt, null],
  ['begun, by the host', closing, true, during.start, 'session.started'],
  ['no closing time', scheduled, false, closing.closesAt, null],
  ['held', { ...scheduled, status: 'held' }, true, before, 'session.closed'],
] as const)('answering, %s', (_, session, runs, now, expected) => {
  expect(whyNotAnswered(session, runs, now)).toBe(expected)
})
