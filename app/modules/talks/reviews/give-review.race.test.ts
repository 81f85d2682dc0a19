import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { signLink } from '#app/platform/signing.ts'
import { day, later } from '#app/platform/time.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeHeld } from '#test/make-reviews.ts'
import { allAtOnce } from '#test/race.ts'
import { lockOrder } from '../orders/queries.ts'
import { giveReview } from './give-review.ts'
import { reviewing } from './queries.ts'

const database = await ownDatabase()

// Run with the unique index review_once taken out, it failed: all eight were kept.
test('a link forwarded to eight people takes one review', async () => {
  const { order, branch, link } = await committed(database, async (ctx) => {
    const made = await makeHeld(ctx)
    const over = later(ctx.now, 30 * day)
    return { ...made, link: await signLink(ctx, reviewing, made.order.id, over) }
  })
  const answer = (level: number) => () =>
    committed(
      database,
      (ctx) =>
        giveReview(ctx, {
          orderId: order.id,
          unitId: branch.id,
          level,
          asOrdered: 'yes',
          words: '',
          way: 'page',
          link,
        }),
      { actor: nobody },
    )
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockOrder(ctx, order.id),
    [5, 4, 3, 2, 1, 5, 4, 3].map(answer),
  )
  expect(outcomes.toSorted()).toEqual(['done', ...Array<string>(7).fill('review_once')])
})
