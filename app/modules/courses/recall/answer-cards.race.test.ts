import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeCourse, takeCourse } from '#test/make-courses.ts'
import { allAtOnce } from '#test/race.ts'
import { answerCards } from './answer-cards.ts'
import { dealCards } from './deal-cards.ts'
import { answeredOn } from './queries.ts'

const database = await ownDatabase()
const contenders = 8

// Run five times with lockRecall() taken out, it failed each time: all eight counted nought answers,
// took the first turn, and one was kept.
test('eight answers at once are five answers', async () => {
  const now = later(testNow, 4 * day)
  const { person, cards } = await committed(database, async (ctx) => {
    const learner = await makePerson(ctx)
    for (let course = 0; course < 3; course += 1) {
      const { id } = await makeCourse(ctx)
      await takeCourse(ctx, id, learner)
      await dealCards(ctx, { courseId: id, personId: learner.id })
    }
    const rows = await ctx.tx
      .selectFrom('recallCard')
      .select('id')
      .where('streetId', '=', ctx.street)
      .limit(contenders)
      .execute()
    return { person: (await as(ctx, learner)).actor, cards: rows }
  })
  const answer = (cardId: string) => () =>
    committed(database, (ctx) => answerCards(ctx, { answers: [{ cardId, answer: ['0'] }] }), {
      actor: person,
      now,
    })
  const outcomes = await allAtOnce(
    database,
    (ctx: Context) =>
      ctx.tx
        .selectFrom('recallCard')
        .select('id')
        .where('streetId', '=', ctx.street)
        .forUpdate()
        .execute(),
    cards.map(({ id }) => answer(id)),
  )
  expect(outcomes.toSorted()).toEqual([
    ...Array<string>(5).fill('done'),
    ...Array<string>(contenders - 5).fill('recall.enoughToday'),
  ])
  const day5 = '2022-01-16'
  expect(await committed(database, (ctx) => answeredOn(ctx, person.personId!, day5))).toBe(5)
})
