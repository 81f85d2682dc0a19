import type { Tables } from '#app/platform/tables.ts'
import { type SessionReason, type Standing, whyNotCancelled, whyNotStanding } from '../rules.ts'

export type QuestionKind = Tables['sessionQuestion']['kind']

export const questionKinds = [
  'text',
  'yes_no',
  'number',
  'choice',
] as const satisfies readonly QuestionKind[]

/** Why something about an organiser's questions can't be done. Each is the key of its sentence. */
export type QuestionReason =
  | 'asking.answered'
  | 'asking.closed'
  | 'asking.fewChoices'
  | 'asking.notAChoice'
  | 'asking.notANumber'
  | 'asking.required'
  | 'asking.sameChoice'
  | 'asking.unknown'
  | 'asking.unequalChoices'
  | 'asking.unanswered'
  | 'session.started'

export const mostQuestions = 5

/** What an organiser asks of who signs up; English where it was written. */
export type Question = {
  position: number
  kind: QuestionKind
  label: string
  labelEn: string
  choices: readonly string[]
  choicesEn: readonly string[]
  required: boolean
}

/** The field of a question's answer, and of its faults. */
export function answerKey(position: number) {
  return `q${position}` as AnswerKey
}
type AnswerKey = 'q1' | 'q2' | 'q3' | 'q4' | 'q5'

/** Answers by the question's key; an empty one is none. */
export type Answers = { [K in AnswerKey]?: string | undefined }

/** Until when answers are taken: sign-up closes, or the session begins. */
export function answersUntil(session: Standing & { closesAt: Date | null }): Date {
  const { closesAt, during } = session
  return closesAt !== null && closesAt < during.start ? closesAt : during.start
}

type Counted = Question & { answers: number }

/** Why the list can't be asked like this: whoever has answered has answered what stood there. */
export function whyNotAsked(
  session: Standing,
  before: readonly Counted[],
  wanted: readonly Question[],
  now: Date,
): QuestionReason | SessionReason | null {
  const refused = whyNotCancelled(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  const changed = before.some(
    (old) =>
      old.answers > 0 &&
      !isOnlyReworded(
        old,
        wanted.find((each) => each.position === old.position),
      ),
  )
  return changed ? 'asking.answered' : null
}

/** Whether an answer to the one still answers the other: the words may differ, and it may be left free. */
function isOnlyReworded(old: Question, wanted: Question | undefined): boolean {
  if (!wanted || wanted.kind !== old.kind || (wanted.required && !old.required)) return false
  return old.choices.every((choice, at) => wanted.choices[at] === choice)
}

/** What is wrong with each question as it is asked, by the field that needs another look. */
export function faultsOfQuestions(wanted: readonly Question[]): Record<string, QuestionReason> {
  const faults: Record<string, QuestionReason> = {}
  for (const { position, kind, choices, choicesEn } of wanted) {
    if (kind !== 'choice') continue
    const at = `questions.${position - 1}`
    if (choices.length < 2) faults[`${at}.choices`] = 'asking.fewChoices'
    else if (new Set(choices).size < choices.length) faults[`${at}.choices`] = 'asking.sameChoice'
    else if (choicesEn.length > 0 && choicesEn.length !== choices.length)
      faults[`${at}.choicesEn`] = 'asking.unequalChoices'
  }
  return faults
}

/** What is wrong with someone's answers, by field; without any they can be taken. */
export function faultsOfAnswers(
  questions: readonly Question[],
  answers: Answers,
): Record<string, QuestionReason> {
  const faults: Record<string, QuestionReason> = {}
  for (const question of questions) {
    const fault = faultOf(question, answers[answerKey(question.position)] ?? '')
    if (fault) faults[`answers.${answerKey(question.position)}`] = fault
  }
  const known = new Set(questions.map(({ position }) => answerKey(position)))
  for (const [key, answer] of Object.entries(answers))
    if (answer && !known.has(key as AnswerKey)) faults[`answers.${key}`] = 'asking.unknown'
  return faults
}

function faultOf(question: Question, answer: string): QuestionReason | null {
  if (answer === '') return question.required ? 'asking.required' : null
  if (question.kind === 'number') return /^\d{1,6}$/.test(answer) ? null : 'asking.notANumber'
  const choices = question.kind === 'yes_no' ? ['yes', 'no'] : question.choices
  if (question.kind === 'text' || choices.includes(answer)) return null
  return 'asking.notAChoice'
}

/** Why answers aren't taken: who runs the session may still note them after sign-up has closed. */
export function whyNotAnswered(
  session: Standing & { closesAt: Date | null },
  runs: boolean,
  now: Date,
): QuestionReason | SessionReason | null {
  const refused = whyNotStanding(session)
  if (refused) return refused
  if (session.during.start <= now) return 'session.started'
  return !runs && answersUntil(session) <= now ? 'asking.closed' : null
}

/** Why nobody can sign up yet for themselves or their child: something that has to be answered is not. */
export function whyNotYetAnswered(unanswered: number): QuestionReason | null {
  return unanswered > 0 ? 'asking.unanswered' : null
}
