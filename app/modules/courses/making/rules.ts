import { type Language, titleIn } from '#app/platform/language.ts'
import type { Tables } from '#app/platform/tables.ts'
import type { CaptionFault } from '#app/platform/web-vtt.ts'

export const courseKinds = ['text', 'audio', 'video'] as const
export type CourseKind = Tables['courseVersion']['kind']
export const questionKinds = ['single', 'several', 'truth', 'order', 'short'] as const
export type QuestionKind = Tables['questionVersion']['kind']

/** A line in both languages; the English may be empty. */
export type Line = { zh: string; en: string }

/** What a question asks and what is right. */
export type Question = {
  kind: QuestionKind
  words: string
  wordsEn: string
  /** Of a question of order in their right order. */
  choices: readonly Line[]
  /** Numbers of the right choices, "true" or "false", or what a short text may say. */
  correct: readonly string[]
  feedback: string
  feedbackEn: string
  /** Where in the clip the answer is. */
  atSecond: number | null
}

export type CourseReason =
  | 'course.alreadyRetired'
  | 'course.fewKeyPoints'
  | 'course.fewQuestions'
  | 'course.manyQuestions'
  | 'course.needsClip'
  | 'course.needsConsent'
  | 'course.needsText'
  | 'course.needsTranscript'
  | 'course.noDraft'
  | 'course.retired'
  | 'course.tooFewLeft'
  | 'course.unknownSession'
  | 'course.unknownSpeaker'
  | 'course.unknownStrand'
  | 'course.unknownTopic'
  | 'question.afterTheClip'
  | 'question.fewChoices'
  | 'question.noCorrect'
  | 'question.oneCorrect'
  | 'question.retired'
  | 'question.sameChoices'
  | CaptionFault

/** Ten minutes, in seconds. */
export const longestClip = 600
/** A clip may weigh half a gigabyte: ten minutes as a phone films them. */
export const mostClipBytes = 500 * 1024 * 1024
const fewestKeyPoints = 3
export const mostKeyPoints = 5
const fewestQuestions = 3
export const mostQuestions = 6
export const mostChoices = 6

/** A question as it was typed, without choices that were left empty; the right ones keep their words. */
export function withoutGaps(
  typed: Omit<Question, 'atSecond' | 'choices' | 'correct'> & {
    choices: Line[]
    correct: string[]
    at: string
  },
) {
  const { at, choices, correct, ...said } = typed
  const filled = choices.flatMap(({ zh }, number) => (zh === '' ? [] : [String(number)]))
  const numbered = said.kind === 'single' || said.kind === 'several'
  return {
    ...said,
    choices: choices.filter(({ zh }) => zh !== ''),
    // A choice that is right and empty becomes a number that is none, which is refused.
    correct: numbered ? correct.map((number) => String(filled.indexOf(number))) : correct,
    atSecond: placeTyped(at) ?? null,
  }
}

/** Why a question can't stand so. */
export function whyNotAsked(
  question: Pick<Question, 'kind' | 'choices' | 'correct' | 'atSecond'>,
  seconds: number | null,
): CourseReason | null {
  const { kind, choices, correct } = question
  const chosen = kind === 'single' || kind === 'several'
  if ((chosen || kind === 'order') && choices.length < (kind === 'order' ? 3 : 2))
    return 'question.fewChoices'
  if (new Set(choices.map(({ zh }) => plainly(zh))).size < choices.length)
    return 'question.sameChoices'
  if (question.atSecond !== null && seconds !== null && question.atSecond > seconds)
    return 'question.afterTheClip'
  if (kind === 'order') return null
  if (chosen && !correct.every((number) => choices[Number(number)] !== undefined))
    return 'question.noCorrect'
  if (kind === 'truth' && !(correct[0] === 'true' || correct[0] === 'false'))
    return 'question.noCorrect'
  if (correct.length === 0 || correct.some((each) => plainly(each) === ''))
    return 'question.noCorrect'
  const one = kind === 'single' || kind === 'truth'
  return one && correct.length > 1 ? 'question.oneCorrect' : null
}

/**
 * Whether an answer is right. Of choices it names the numbers, of an order the place given to each
 * choice ("1" is the first), of a short text what was written: case, width and punctuation don't count.
 */
export function isRight(
  question: Pick<Question, 'kind' | 'choices' | 'correct'>,
  answer: readonly string[],
): boolean {
  switch (question.kind) {
    case 'single':
    case 'truth':
      return answer.length === 1 && answer[0] === question.correct[0]
    case 'several':
      return (
        new Set(answer).size === question.correct.length &&
        question.correct.every((number) => answer.includes(number))
      )
    case 'order':
      return (
        answer.length === question.choices.length &&
        answer.every((place, at) => place === String(at + 1))
      )
    case 'short': {
      const written = plainly(answer[0] ?? '')
      return written !== '' && question.correct.some((each) => plainly(each) === written)
    }
  }
}

function plainly(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '')
}

/** The choices of an order as they are shown: the same for everyone, and never as they should be. */
export function shuffled<T>(choices: readonly T[]): { choice: T; at: number }[] {
  const step = choices.length % 2 === 0 ? choices.length / 2 + 1 : 2
  const coprime = gcd(step, choices.length) === 1 ? step : choices.length - 1
  return choices.map((_, place) => {
    const at = (place * coprime + 1) % choices.length
    return { choice: choices[at]!, at }
  })
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b)
}

export type Draft = {
  kind: CourseKind
  fileId: string | null
  seconds: number | null
  body: string
  transcript: string
  keyPoints: readonly Line[]
  speakerId: string | null
}

/** Why a draft can't be published yet: what is missing, the most basic first. */
export function whyNotPublished(
  draft: Draft | undefined,
  more: { retired: boolean; questions: readonly Question[]; consented: boolean },
): CourseReason | null {
  if (more.retired) return 'course.retired'
  if (!draft) return 'course.noDraft'
  if (draft.kind === 'text' && draft.body === '') return 'course.needsText'
  if (draft.kind !== 'text' && draft.fileId === null) return 'course.needsClip'
  if (draft.kind !== 'text' && draft.transcript === '') return 'course.needsTranscript'
  if (draft.keyPoints.length < fewestKeyPoints) return 'course.fewKeyPoints'
  if (more.questions.length < fewestQuestions) return 'course.fewQuestions'
  if (more.questions.length > mostQuestions) return 'course.manyQuestions'
  if (draft.speakerId !== null && !more.consented) return 'course.needsConsent'
  const faulty = more.questions.map((each) => whyNotAsked(each, draft.seconds)).find(Boolean)
  return faulty ?? null
}

/** Why a course can't be described so. */
export function whyNotDescribed(
  input: { strandCode: string; topics: readonly string[]; speakerId?: string | undefined },
  known: {
    strands: readonly { code: string }[]
    topics: readonly { code: string }[]
    speakers: readonly { id: string }[]
  },
): CourseReason | null {
  if (!known.strands.some(({ code }) => code === input.strandCode)) return 'course.unknownStrand'
  if (!input.topics.every((code) => known.topics.some((topic) => topic.code === code)))
    return 'course.unknownTopic'
  const { speakerId } = input
  if (speakerId !== undefined && !known.speakers.some(({ id }) => id === speakerId))
    return 'course.unknownSpeaker'
  return null
}

export function whyNotRetired(course: { retiredAt: Date | null }): CourseReason | null {
  return course.retiredAt ? 'course.alreadyRetired' : null
}

/** Why a question of a published course can't be taken out or put right. */
export function whyNotSettled(
  question: { retiredAt: Date | null },
  left: number,
  wanted: 'corrected' | 'retired' | 'kept',
): CourseReason | null {
  if (question.retiredAt) return 'question.retired'
  return wanted === 'retired' && left < fewestQuestions ? 'course.tooFewLeft' : null
}

/** A place in a clip as people say it, 1:05. */
export function sayPlace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** A place in a clip as it is typed, 1:05 or 65; undefined for anything else. */
export function placeTyped(typed: string): number | undefined {
  const match = /^(?:(\d{1,2})[:：])?(\d{1,3})$/.exec(typed.trim())
  return match ? Number(match[1] ?? 0) * 60 + Number(match[2]) : undefined
}

/** A text in the reader's language; Chinese where it has no English one. */
export function textIn(language: Language, chinese: string, english: string): string {
  return titleIn(language, { title: chinese, titleEn: english })
}

/** The options of a question in the order they are shown, each under the number that answers tell it by. */
export function optionsOf(
  question: Pick<Question, 'kind' | 'choices'>,
  language: Language,
  truth: { true: string; false: string },
): { value: string; label: string }[] {
  if (question.kind === 'truth')
    return Object.entries(truth).map(([value, label]) => ({ value, label }))
  const numbered = question.choices.map((choice, at) => ({ choice, at }))
  const shown = question.kind === 'order' ? shuffled(question.choices) : numbered
  return shown.map(({ choice, at }) => ({
    value: String(at),
    label: textIn(language, choice.zh, choice.en),
  }))
}

/** The right answer in words: the choices that are right, an order in its order, a short text's first. */
export function rightWords(
  question: Pick<Question, 'kind' | 'choices' | 'correct'>,
  language: Language,
  truth: { true: string; false: string },
): string[] {
  const line = ({ zh, en }: Line) => textIn(language, zh, en)
  if (question.kind === 'order') return question.choices.map(line)
  if (question.kind === 'truth') return [truth[question.correct[0] as 'true' | 'false']]
  if (question.kind === 'short') return question.correct.slice(0, 1)
  return question.choices.filter((_, at) => question.correct.includes(String(at))).map(line)
}
