import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Draft,
  isRight,
  placeTyped,
  type Question,
  questionKinds,
  sayPlace,
  shuffled,
  whyNotAsked,
  whyNotDescribed,
  whyNotPublished,
  whyNotRetired,
  whyNotSettled,
  withoutGaps,
} from './rules.ts'

const lines = (...words: string[]) => words.map((zh) => ({ zh, en: '' }))
const question = (more: Partial<Question>): Question => ({
  kind: 'single',
  words: '先做什么？',
  wordsEn: '',
  choices: lines('挂断', '转账'),
  correct: ['0'],
  feedback: '挂断。',
  feedbackEn: '',
  atSecond: null,
  ...more,
})

test.each([
  ['one of two', {}, null],
  ['a choice alone', { choices: lines('挂断') }, 'question.fewChoices'],
  ['the same choice twice', { choices: lines('挂断', '挂断。') }, 'question.sameChoices'],
  ['nothing right', { correct: [] }, 'question.noCorrect'],
  ['a right choice that is not there', { correct: ['2'] }, 'question.noCorrect'],
  ['two right where one is asked', { correct: ['0', '1'] }, 'question.oneCorrect'],
  ['two right where several are', { kind: 'several', correct: ['0', '1'] }, null],
  ['neither true nor false', { kind: 'truth', choices: [], correct: ['0'] }, 'question.noCorrect'],
  ['true', { kind: 'truth', choices: [], correct: ['true'] }, null],
  ['an order of two', { kind: 'order', correct: [] }, 'question.fewChoices'],
  ['an order of three', { kind: 'order', choices: lines('一', '二', '三'), correct: [] }, null],
  [
    'a short text of nothing',
    { kind: 'short', choices: [], correct: ['。'] },
    'question.noCorrect',
  ],
  ['two spellings', { kind: 'short', choices: [], correct: ['110', '一一〇'] }, null],
  ['after the clip', { atSecond: 121 }, 'question.afterTheClip'],
] as const)('a question with %s', (_, more, reason) => {
  expect(whyNotAsked(question(more as Partial<Question>), 120)).toBe(reason)
})

test.each([
  ['single', ['0'], true],
  ['single', ['1'], false],
  ['single', ['0', '1'], false],
  ['single', [], false],
] as const)('%s: %j is %s', (kind, answer, right) => {
  expect(isRight(question({ kind }), answer)).toBe(right)
})

test.each([
  [['0', '2'], true],
  [['2', '0'], true],
  [['0'], false],
  [['0', '1', '2'], false],
  [['0', '0'], false],
] as const)('several: %j is %s', (answer, right) => {
  const several = question({
    kind: 'several',
    choices: lines('甲', '乙', '丙'),
    correct: ['0', '2'],
  })
  expect(isRight(several, answer)).toBe(right)
})

test.each([
  ['１１０', true],
  [' 110。', true],
  ['一一〇', true],
  ['120', false],
  ['', false],
] as const)('short: %s is %s', (answer, right) => {
  const short = question({ kind: 'short', choices: [], correct: ['110', '一一〇'] })
  expect(isRight(short, [answer])).toBe(right)
})

test('an order is right only in its own order, and never shown in it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 6 }), (size) => {
      const choices = lines(...Array.from({ length: size }, (_, at) => `第${at}`))
      const order = question({ kind: 'order', choices, correct: [] })
      const places = choices.map((_, at) => String(at + 1))
      const shown = shuffled(choices)
      expect(isRight(order, places)).toBe(true)
      expect(isRight(order, places.toReversed())).toBe(false)
      expect(new Set(shown.map(({ at }) => at)).size).toBe(size)
      expect(shown.map(({ at }) => at)).not.toEqual(choices.map((_, at) => at))
    }),
  )
})

test('no junk answer is a failure of the program', () => {
  fc.assert(
    fc.property(fc.constantFrom(...questionKinds), fc.array(fc.string()), (kind, answer) => {
      expect(typeof isRight(question({ kind }), answer)).toBe('boolean')
    }),
  )
})

const draft: Draft = {
  kind: 'text',
  fileId: null,
  seconds: null,
  body: '先挂断。',
  transcript: '',
  keyPoints: lines('一', '二', '三'),
  speakerId: null,
}
const ready = { retired: false, questions: [1, 2, 3].map(() => question({})), consented: false }

test.each([
  ['ready', draft, ready, null],
  ['retired', draft, { ...ready, retired: true }, 'course.retired'],
  ['nothing written since', undefined, ready, 'course.noDraft'],
  ['no text', { ...draft, body: '' }, ready, 'course.needsText'],
  ['no clip', { ...draft, kind: 'audio' }, ready, 'course.needsClip'],
  [
    'a clip without its words',
    { ...draft, kind: 'video', fileId: 'x', seconds: 9 },
    ready,
    'course.needsTranscript',
  ],
  ['two key points', { ...draft, keyPoints: lines('一', '二') }, ready, 'course.fewKeyPoints'],
  [
    'two questions',
    draft,
    { ...ready, questions: ready.questions.slice(1) },
    'course.fewQuestions',
  ],
  [
    'seven questions',
    draft,
    { ...ready, questions: Array(7).fill(question({})) },
    'course.manyQuestions',
  ],
  ['a speaker who was not asked', { ...draft, speakerId: 'x' }, ready, 'course.needsConsent'],
  ['a speaker who agreed', { ...draft, speakerId: 'x' }, { ...ready, consented: true }, null],
  [
    'a question without an answer',
    draft,
    { ...ready, questions: [...ready.questions, question({ correct: [] })] },
    'question.noCorrect',
  ],
] as const)('a draft: %s', (_, given, more, reason) => {
  expect(whyNotPublished(given as Draft | undefined, more as typeof ready)).toBe(reason)
})

test.each([
  [{}, null],
  [{ strandCode: 'other' }, 'course.unknownStrand'],
  [{ topics: ['fraud', 'other'] }, 'course.unknownTopic'],
  [{ speakerId: 'b' }, 'course.unknownSpeaker'],
])('a head with %j', (more, reason) => {
  const known = {
    strands: [{ code: 'pioneer' }],
    topics: [{ code: 'fraud' }],
    speakers: [{ id: 'a' }],
  }
  const head = { strandCode: 'pioneer', topics: ['fraud'], speakerId: 'a', ...more }
  expect(whyNotDescribed(head, known)).toBe(reason)
})

test('what is over is not ended again', () => {
  const at = new Date('2022-01-12T10:00:00+08:00')
  expect([whyNotRetired({ retiredAt: at }), whyNotRetired({ retiredAt: null })]).toEqual([
    'course.alreadyRetired',
    null,
  ])
  expect(whyNotSettled({ retiredAt: at }, 5, 'kept')).toBe('question.retired')
  expect(whyNotSettled({ retiredAt: null }, 2, 'retired')).toBe('course.tooFewLeft')
  expect(whyNotSettled({ retiredAt: null }, 2, 'corrected')).toBe(null)
})

test('a place in the clip is read as it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 599 }), (seconds) => {
      expect(placeTyped(sayPlace(seconds))).toBe(seconds)
    }),
  )
  expect(['65', '1：05', '1:5:5', 'x'].map(placeTyped)).toEqual([65, 65, undefined, undefined])
})

test('choices left empty are left out, and what is right stays right', () => {
  const { choices, correct, atSecond } = withoutGaps({
    ...question({ kind: 'several' }),
    choices: lines('甲', '', '丙', '', '戊'),
    correct: ['2', '4', '3'],
    at: '1:05',
  })
  expect([choices, correct, atSecond]).toEqual([lines('甲', '丙', '戊'), ['1', '2', '-1'], 65])
  expect(whyNotAsked({ kind: 'several', choices, correct, atSecond }, null)).toBe(
    'question.noCorrect',
  )
})
