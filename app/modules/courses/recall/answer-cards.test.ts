import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Context, nobody, system } from '#app/platform/context.ts'
import { reviewed, unasked } from '#app/platform/fsrs.ts'
import { signLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeCourse, rightAnswer, takeCourse } from '#test/make-courses.ts'
import { retireCourse } from '../making/retire-course.ts'
import { answerCards } from './answer-cards.ts'
import { chooseRecall } from './choose-recall.ts'
import { dealCards } from './deal-cards.ts'
import { flagQuestion } from './flag-question.ts'
import { inviteToRecall } from './invite-to-recall.ts'
import { answeredOn, cardsToday, cardsWaiting } from './queries.ts'

/** A person with cards from so many courses of three questions, all taken now. */
async function makeLearner(ctx: Context, courses = 1) {
  const branch = await makeBranch(ctx)
  const person = await makePerson(ctx, branch.id)
  const made = []
  for (let at = 0; at < courses; at += 1) {
    const course = await makeCourse(ctx)
    await takeCourse(ctx, course.id, person)
    await dealCards(ctx, { courseId: course.id, personId: person.id })
    made.push(course)
  }
  return { person, branch, made, courseId: made[0]!.id }
}

const onDay = (ctx: Context, days: number): Context => ({ ...ctx, now: later(ctx.now, days * day) })

/** What a person says to all of today's cards. */
async function answersToday(ctx: Context, personId: string, right = true) {
  const { cards } = await cardsToday(ctx, personId)
  return cards.map(({ id, question }) => ({
    cardId: id,
    answer: right ? rightAnswer(question) : ['9'],
  }))
}

test('what a course taught is asked again after three days, then later and later', () =>
  rolledBack(async (ctx) => {
    const { person } = await makeLearner(ctx)
    const daysAsked: number[] = []
    for (let days = 0; days < 70; days += 1) {
      const then = onDay(ctx, days)
      const answers = await answersToday(then, person.id)
      if (answers.length === 0) continue
      daysAsked.push(days)
      await answerCards(await as(then, person), { answers })
    }
    expect(daysAsked).toEqual([3, 17])
  }))

test('the rows hold what ts-fsrs would hold in memory', () =>
  rolledBack(async (ctx) => {
    const { person } = await makeLearner(ctx)
    const [card] = (await cardsToday(onDay(ctx, 3), person.id)).cards
    const answers = [true, false, true, true, false, true, true, true]
    let kept = reviewed(unasked(ctx.now), true, ctx.now).state
    let now = ctx.now
    for (const correct of answers) {
      // Late by nought to four days, as people are.
      now = later(kept.dueAt, fc.sample(fc.integer({ min: 0, max: 4 }), 1)[0]! * day)
      const answer = correct ? rightAnswer(card!.question) : ['9']
      const then = await as({ ...ctx, now }, person)
      await answerCards(then, { answers: [{ cardId: card!.id, answer }] })
      kept = reviewed(kept, correct, now).state
      const row = await ctx.tx
        .selectFrom('recallCard')
        .selectAll()
        .where('id', '=', card!.id)
        .executeTakeFirstOrThrow()
      expect(row).toMatchObject(kept)
    }
    const log = await ctx.tx
      .selectFrom('recallReview')
      .select('correct')
      .where('cardId', '=', card!.id)
      .orderBy('madeAt')
      .execute()
    expect(log.map(({ correct }) => correct)).toEqual(answers)
  }))

test('five a day over all courses, the rest another day', () =>
  rolledBack(async (ctx) => {
    const { person } = await makeLearner(ctx, 3)
    const then = onDay(ctx, 3)
    const first = await answersToday(then, person.id)
    expect(first).toHaveLength(5)
    const by = await as(then, person)
    await answerCards(by, { answers: first.slice(0, 3) })
    expect(await cardsToday(then, person.id)).toMatchObject({ answered: 3 })
    const rest = (await cardsToday(onDay(ctx, 4), person.id)).cards
    const three = rest.slice(0, 3).map(({ id, question }) => ({
      cardId: id,
      answer: rightAnswer(question),
    }))
    expect(await failureOf(ctx, () => answerCards(by, { answers: three }))).toBe(
      'recall.enoughToday',
    )
    await answerCards(by, { answers: three.slice(0, 2) })
    expect((await cardsToday(then, person.id)).cards).toEqual([])
    expect(await answeredOn(ctx, person.id, '2022-01-15')).toBe(5)
    expect((await cardsToday(onDay(ctx, 4), person.id)).cards).toHaveLength(4)
  }))

test('a card is asked once a day, when it is due, of its own person', () =>
  rolledBack(async (ctx) => {
    const { person } = await makeLearner(ctx)
    const then = onDay(ctx, 3)
    const [first, second] = await answersToday(then, person.id)
    const by = await as(then, person)
    const answer = (given: typeof first, who = by) =>
      failureOf(ctx, () => answerCards(who, { answers: [given!] }))
    expect(await answer(first, await as(ctx, person))).toBe('recall.notDue')
    expect(await answer(first)).toBe(undefined)
    expect(await answer(first)).toBe('recall.answered')
    expect(await answer(second, await as(then, await makePerson(ctx)))).toBe('notFound')
    await flagQuestion(by, { cardId: second!.cardId, kind: 'never_learned', words: '' })
    expect(await answer(second)).toBe('recall.setAside')
  }))

test('whoever looks after a person asks by phone; a stranger can’t', () =>
  rolledBack(async (ctx) => {
    const { person, branch } = await makeLearner(ctx)
    const then = onDay(ctx, 3)
    const [first] = await answersToday(then, person.id)
    const input = { personId: person.id, answers: [first!] }
    const stranger = await as(then, await makeAppointed(ctx, 'organiser'))
    expect(await failureOf(ctx, () => answerCards({ ...stranger, actor: nobody }, input))).toBe(
      'forbidden',
    )
    const elsewhere = await as(
      then,
      await makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id),
    )
    expect(await failureOf(ctx, () => answerCards(elsewhere, input))).toBe('forbidden')
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    await answerCards(await as(then, organiser), input)
    const reviews = await ctx.tx.selectFrom('recallReview').select(['way', 'madeBy']).execute()
    expect(reviews).toEqual([{ way: 'helper', madeBy: organiser.id }])
  }))

/** The link that a person was sent in the weekly word. */
async function linkTo(ctx: Context, personId: string): Promise<string> {
  const { link } = await ctx.tx
    .selectFrom('notice')
    .select('link')
    .where('personId', '=', personId)
    .where('name', '=', 'recall.due')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return decodeURIComponent(link.replace('/r/', ''))
}

test('a forwarded link answers its own cards, once, and nothing else', () =>
  rolledBack(async (ctx) => {
    const { person } = await makeLearner(ctx, 2)
    const then = { ...onDay(ctx, 3), actor: nobody }
    await inviteToRecall({ ...then, actor: system })
    const link = await linkTo(ctx, person.id)
    const all = await answersToday(onDay(ctx, 3), person.id)
    const { cardIds } = await ctx.tx
      .selectFrom('recallInvite')
      .select('cardIds')
      .executeTakeFirstOrThrow()
    const [own] = all.filter(({ cardId }) => cardIds.includes(cardId))
    const outside = { cardId: await sixthCard(ctx, person.id, cardIds), answer: ['0'] }
    const attempt = (given: typeof own, at = then, by = link) =>
      failureOf(ctx, () => answerCards(at, { link: by, answers: [given!] }))
    expect(await attempt(outside)).toBe('recall.notInLink')
    expect(await attempt(own)).toBe(undefined)
    expect(await attempt(own)).toBe('recall.answered')
    expect(await attempt(own, { ...onDay(ctx, 10), actor: nobody })).toBe('recall.linkOver')
    expect(await attempt(own, then, `${link.slice(0, -4)}AAAA`)).toBe('notFound')
    const forOther = await signLink(ctx, 'other', own!.cardId, later(ctx.now, 9 * day))
    expect(await attempt(own, then, forOther)).toBe('notFound')
    const reviews = await ctx.tx
      .selectFrom('recallReview')
      .select(['way', 'madeBy', 'personId'])
      .execute()
    expect(reviews).toEqual([{ way: 'link', madeBy: null, personId: person.id }])
  }))

async function sixthCard(ctx: Context, personId: string, cardIds: readonly string[]) {
  const rows = await ctx.tx
    .selectFrom('recallCard')
    .select('id')
    .where('personId', '=', personId)
    .execute()
  return rows.find(({ id }) => !cardIds.includes(id))!.id
}

test('one word a week at most, to those who began and have not paused', () =>
  rolledBack(async (ctx) => {
    const { person } = await makeLearner(ctx)
    const paused = (await makeLearner(ctx)).person
    const told = async () =>
      (
        await ctx.tx
          .selectFrom('notice')
          .select('personId')
          .where('name', '=', 'recall.due')
          .execute()
      ).map((row) => row.personId)
    await chooseRecall(await as(ctx, paused), { paused: true, reminders: true })
    await inviteToRecall(ctx)
    expect(await told()).toEqual([])
    await inviteToRecall(onDay(ctx, 3))
    await inviteToRecall(onDay(ctx, 5))
    expect(await told()).toEqual([person.id])
    await inviteToRecall(onDay(ctx, 10))
    expect(await told()).toEqual([person.id, person.id])
    expect(await cardsWaiting(onDay(ctx, 9), paused.id)).toBe(0)
    await chooseRecall(await as(ctx, paused), { paused: false, reminders: false })
    expect(await cardsWaiting(onDay(ctx, 9), paused.id)).toBe(3)
    await inviteToRecall(onDay(ctx, 20))
    expect(await told()).toEqual([person.id, person.id, person.id])
    const other = await as(ctx, await makePerson(ctx))
    const forOther = { paused: true, reminders: true, personId: person.id }
    expect(await failureOf(ctx, () => chooseRecall(other, forOther))).toBe('forbidden')
    expect(await failureOf(ctx, () => inviteToRecall(other))).toBe('forbidden')
  }))

test('a course that is taken back is not asked about', () =>
  rolledBack(async (ctx) => {
    const { person, made } = await makeLearner(ctx)
    const [{ byAuthor, id }] = made as [(typeof made)[0] & object]
    await retireCourse(byAuthor, { courseId: id, reason: '' })
    expect((await cardsToday(onDay(ctx, 9), person.id)).cards).toEqual([])
  }))
