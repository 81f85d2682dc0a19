import { publishCourse } from '#app/modules/courses/making/publish-course.ts'
import { findCourse, questionsOf } from '#app/modules/courses/making/queries.ts'
import type { Question } from '#app/modules/courses/making/rules.ts'
import { saveCourse } from '#app/modules/courses/making/save-course.ts'
import { saveQuestion } from '#app/modules/courses/making/save-question.ts'
import { startCourse } from '#app/modules/courses/making/start-course.ts'
import { answerQuestions } from '#app/modules/courses/taking/answer-questions.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { addTopic } from '#app/modules/talks/menu/add-topic.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { another, as, makeAppointed } from './make.ts'
import { makeSeason } from './make-talks.ts'

/** One question of each kind but the last, all with right answers that `rightAnswer` knows. */
const someQuestions: readonly Parameters<typeof saveQuestion>[1][] = [
  {
    courseId: '',
    questionId: undefined,
    kind: 'single',
    words: '电话里说“我是你孙子”，先做什么？',
    wordsEn: 'Someone on the phone says “I am your grandson”. What comes first?',
    choices: [
      { zh: '挂断，打他原来的号码', en: 'Hang up and call his own number' },
      { zh: '问他要多少钱', en: 'Ask how much he needs' },
    ],
    correct: ['0'],
    feedback: '先挂断，再打原来的号码。',
    feedbackEn: 'Hang up first, then call the number you have always had.',
    at: '1:05',
  },
  {
    courseId: '',
    questionId: undefined,
    kind: 'truth',
    words: '警察会在电话里要求转账。',
    wordsEn: 'The police ask for transfers on the phone.',
    choices: [],
    correct: ['false'],
    feedback: '不会。',
    feedbackEn: 'They never do.',
    at: '',
  },
  {
    courseId: '',
    questionId: undefined,
    kind: 'short',
    words: '报警打什么号码？',
    wordsEn: 'Which number do you call?',
    choices: [],
    correct: ['110', '一一〇'],
    feedback: '110。',
    feedbackEn: '110.',
    at: '',
  },
]

/** A right answer to a question. */
export function rightAnswer(question: Question): string[] {
  if (question.kind === 'order') return question.choices.map((_, at) => String(at + 1))
  return question.kind === 'several' ? [...question.correct] : [question.correct[0]!]
}

type More = {
  author?: { id: string }
  sessionId?: string
  speakerId?: string
  /** How many questions it asks: three, or five of them. */
  questions?: number
}

/** A draft of an illustrated text on fraud with its key points and questions, by an organiser. */
export async function makeDraft(ctx: Context, more: More = {}) {
  await makeSeason(ctx)
  if ((await topicsOf(ctx)).length === 0)
    await addTopic(ctx, { code: 'fraud', name: '防诈骗', nameEn: 'Fraud' })
  const author = more.author ?? (await makeAppointed(ctx, 'organiser'))
  const byAuthor = await as(ctx, author)
  const head = {
    title: `先挂断 ${another()}`,
    titleEn: 'Hang up first',
    strandCode: 'pioneer',
    topics: ['fraud'],
    speakerId: more.speakerId,
    kind: 'text' as const,
  }
  const { id } = await startCourse(byAuthor, { ...head, sessionId: more.sessionId })
  await saveCourse(byAuthor, {
    courseId: id,
    ...head,
    body: '电话里有人叫您爷爷，要钱。先挂断。',
    bodyEn: 'Someone on the phone calls you grandpa and asks for money. Hang up.',
    transcript: '',
    transcriptEn: '',
    captions: '',
    captionsEn: '',
    note: '',
    keyPoints: [
      { zh: '先挂断', en: 'Hang up first' },
      { zh: '打原来的号码', en: 'Call the old number' },
      { zh: '不转账', en: 'Transfer nothing' },
    ],
  })
  for (let at = 0; at < (more.questions ?? 3); at += 1)
    await saveQuestion(byAuthor, { ...someQuestions[at % 3]!, courseId: id })
  return { id, author, byAuthor }
}

/** A published course. */
export async function makeCourse(ctx: Context, more: More = {}) {
  const draft = await makeDraft(ctx, more)
  const { versionId } = await publishCourse(draft.byAuthor, { courseId: draft.id })
  return { ...draft, versionId, questions: await questionsOf(ctx, versionId) }
}

/** A person answers every question of a course, each right or wrong as said. */
export async function takeCourse(
  ctx: Context,
  courseId: string,
  person: { id: string },
  right: readonly boolean[] = [],
) {
  const { publishedId } = (await findCourse(ctx, courseId))!
  const questions = await questionsOf(ctx, publishedId!)
  return answerQuestions(await as(ctx, person), {
    courseId,
    answers: questions.map((question, at) => ({
      questionId: question.id,
      answer: (right[at] ?? true) ? rightAnswer(question) : ['9'],
    })),
  })
}

/** A speaker's consent to a course, on paper kept by the office. */
export async function consentToCourse(ctx: Context, courseId: string, personId: string) {
  const office = await as(ctx, await makeAppointed(ctx, 'office'))
  return giveConsent(office, {
    personId,
    purpose: 'recording',
    subjectId: courseId,
    signedBy: personId,
  })
}
