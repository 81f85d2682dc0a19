import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeCourse, takeCourse } from '#test/make-courses.ts'
import { dealCards } from '../recall/deal-cards.ts'
import { flagQuestion } from '../recall/flag-question.ts'
import { cardsToday } from '../recall/queries.ts'
import { findCourse, flagsWaiting, questionsOf, wordingsOf } from './queries.ts'
import { removeQuestion } from './remove-question.ts'
import { reviseCourse } from './revise-course.ts'
import { settleQuestion } from './settle-question.ts'

/** A course of so many questions, taken by someone who says that the first is wrong. */
async function makeFlagged(ctx: Context, questions = 4) {
  const course = await makeCourse(ctx, { questions })
  const person = await makePerson(ctx)
  await takeCourse(ctx, course.id, person)
  await dealCards(ctx, { courseId: course.id, personId: person.id })
  const then = { ...ctx, now: later(ctx.now, 4 * day) }
  const { cards } = await cardsToday(then, person.id)
  const [first] = course.questions
  const card = cards.find(({ question }) => question.id === first!.id)!
  const flag = { cardId: card.id, kind: 'wrong', words: '110 也要写' } as const
  await flagQuestion(await as(then, person), flag)
  const today = async () =>
    (await cardsToday(then, person.id)).cards.map(({ question }) => question.words)
  const asked = async () => {
    const { publishedId } = (await findCourse(ctx, course.id))!
    return (await questionsOf(ctx, publishedId!)).map(({ words }) => words)
  }
  return { ...course, question: first!, person, today, asked }
}

const better = {
  kind: 'truth',
  words: '孙子打来要钱，先挂断。',
  wordsEn: '',
  choices: [],
  correct: ['true'],
  feedback: '对。',
  feedbackEn: '',
  at: '',
} as const

test('a question put right is a new wording in a new version, and asked again so', () =>
  rolledBack(async (ctx) => {
    const { id, byAuthor, question, versionId, today, asked, author } = await makeFlagged(ctx)
    const before = await questionsOf(ctx, versionId)
    expect(await today()).toHaveLength(3)
    expect(await flagsWaiting(ctx, author.id)).toMatchObject([
      { questionId: question.id, wrong: 1, neverLearned: 0, said: ['110 也要写'] },
    ])
    const { id: draftId } = await reviseCourse(byAuthor, { courseId: id })
    const settled = {
      questionId: question.id,
      reason: '说法改准',
      question: { ...better, choices: [], correct: ['true'] },
    }
    await settleQuestion(byAuthor, { ...settled, outcome: 'corrected' })
    expect(await asked()).toEqual([better.words, ...before.slice(1).map(({ words }) => words)])
    expect(await questionsOf(ctx, versionId)).toEqual(before)
    expect((await questionsOf(ctx, draftId)).map(({ words }) => words)).toEqual(await asked())
    expect(await today()).toContain(better.words)
    expect(await flagsWaiting(ctx, null)).toEqual([])
    const history = await wordingsOf(ctx, question.id)
    expect(history.map(({ version, words, reason }) => [version, words, reason])).toEqual([
      [2, better.words, '说法改准'],
      [1, question.words, ''],
    ])
  }))

test('a question taken out is asked no more; one that is kept comes back', () =>
  rolledBack(async (ctx) => {
    const out = await makeFlagged(ctx)
    const why = { reason: '过时了' }
    await settleQuestion(out.byAuthor, { ...why, questionId: out.question.id, outcome: 'retired' })
    expect(await out.asked()).toHaveLength(3)
    expect(await out.today()).toHaveLength(3)
    const again = { ...why, questionId: out.question.id, outcome: 'kept' } as const
    expect(await failureOf(ctx, () => settleQuestion(out.byAuthor, again))).toBe('question.retired')

    const kept = await makeFlagged(ctx, 3)
    const { id: questionId, words } = kept.question
    const settle = (outcome: 'retired' | 'kept', by = kept.byAuthor) =>
      failureOf(ctx, () => settleQuestion(by, { ...why, questionId, outcome }))
    expect(await settle('kept', await as(ctx, await makeAppointed(ctx, 'organiser')))).toBe(
      'forbidden',
    )
    expect(await settle('retired')).toBe('course.tooFewLeft')
    expect(await settle('kept')).toBe(undefined)
    expect(await kept.today()).toContain(words)
    const stranger = { courseId: kept.id, questionId: out.question.id }
    expect(await failureOf(ctx, () => removeQuestion(kept.byAuthor, stranger))).toBe('notFound')
  }))
