import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeCourse, makeDraft, rightAnswer, takeCourse } from '#test/make-courses.ts'
import { factsOf } from '#test/make-sessions.ts'
import { retireCourse } from '../making/retire-course.ts'
import { answerQuestions } from './answer-questions.ts'
import { answersOf, coursesTakenBy, resultsOf, takenBy } from './queries.ts'
import { whyNotTaken } from './rules.ts'

test('first answers count, later ones are practice, and the course is taken once', () =>
  rolledBack(async (ctx) => {
    const { id, questions } = await makeCourse(ctx)
    const person = await makePerson(ctx)
    const by = await as(ctx, person)
    const [first, second, third] = questions.map((question) => ({
      questionId: question.id,
      answer: rightAnswer(question),
    }))
    const wrong = { questionId: first!.questionId, answer: ['1'] }
    const answer = (...answers: (typeof wrong)[]) => answerQuestions(by, { courseId: id, answers })
    expect(await answer(wrong)).toEqual([{ questionId: wrong.questionId, correct: false }])
    await answer(first!)
    expect(await takenBy(ctx, id, person.id)).toMatchObject({ completedAt: null })
    await answer(second!, third!)
    await answer(wrong, second!)
    expect(await takenBy(ctx, id, person.id)).toMatchObject({ completedAt: ctx.now })
    expect(await coursesTakenBy(ctx, person.id)).toEqual(new Set([id]))
    const results = await resultsOf(ctx, id)
    expect(new Map(results.questions.map((row) => [row.questionId, row.correct]))).toEqual(
      new Map([
        [first!.questionId, 0],
        [second!.questionId, 1],
        [third!.questionId, 1],
      ]),
    )
    expect([results.started, results.completed]).toEqual([1, 1])
    const last = (await answersOf(ctx, id, person.id)).find(
      (row) => row.questionId === first!.questionId,
    )
    expect(last).toMatchObject({ answer: ['1'], correct: false })
    const completed = (await factsOf(ctx, id)).filter(({ name }) => name === 'course.completed')
    expect(completed.map(({ details }) => details)).toEqual([{ personId: person.id }])
  }))

test('whoever looks after a person fills in for them; the record says so', () =>
  rolledBack(async (ctx) => {
    const { id, questions } = await makeCourse(ctx)
    const branch = await makeBranch(ctx)
    const person = await makePerson(ctx, branch.id)
    const answers = questions.map((question) => ({ questionId: question.id, answer: ['0'] }))
    const input = { courseId: id, personId: person.id, answers }
    const elsewhere = await as(
      ctx,
      await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id),
    )
    expect(await failureOf(ctx, () => answerQuestions(elsewhere, input))).toBe('forbidden')
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    await answerQuestions(await as(ctx, organiser), input)
    const completed = (await factsOf(ctx, id)).filter(({ name }) => name === 'course.completed')
    expect(completed).toMatchObject([{ actorId: organiser.id, onBehalfOf: person.id }])
  }))

test('only what is out can be answered, and only its own questions, by someone known', () =>
  rolledBack(async (ctx) => {
    const course = await makeCourse(ctx)
    const other = await makeCourse(ctx)
    const draft = await makeDraft(ctx)
    const by = await as(ctx, await makePerson(ctx))
    const answer = (courseId: string, questionId: string, who = by) =>
      failureOf(ctx, () =>
        answerQuestions(who, { courseId, answers: [{ questionId, answer: ['0'] }] }),
      )
    const [own] = course.questions
    expect(await answer(draft.id, own!.id)).toBe('course.notOut')
    expect(await answer(course.id, other.questions[0]!.id)).toBe('course.otherQuestion')
    expect(await answer(course.id, own!.id, { ...by, actor: nobody })).toBe('forbidden')
    await retireCourse(course.byAuthor, { courseId: course.id, reason: '' })
    expect(await answer(course.id, own!.id)).toBe('course.notOut')
    expect(await failureOf(ctx, () => takeCourse(ctx, course.id, course.author))).toBe(
      'course.notOut',
    )
    expect(whyNotTaken({ publishedId: 'x', retiredAt: null }, [{ id: 'a' }], [])).toBe(null)
  }))
