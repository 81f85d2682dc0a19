import { expect, test } from 'vitest'
import { nobody } from '#app/platform/context.ts'
import { signLink } from '#app/platform/signing.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { lockOrder } from '../orders/queries.ts'
import { answerInvitation } from './answer-invitation.ts'
import { answering } from './queries.ts'

const database = await ownDatabase()

// Run with the lock taken out of lockDispatch(), it failed: all eight were taken.
test('of eight answers by one link at once one counts', async () => {
  const { order, dispatch, link } = await committed(database, async (ctx) => {
    const made = await makeDispatch(ctx, 'proposed')
    const { during } = (await findDispatch(ctx, made.dispatch.id))!
    return { ...made, link: await signLink(ctx, answering, made.dispatch.id, during.start) }
  })
  const answer = (says: 'yes' | 'no') => () =>
    committed(database, (ctx) => answerInvitation(ctx, { link, says, why: '' }), { actor: nobody })
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockOrder(ctx, order.id),
    (['yes', 'no', 'yes', 'no', 'yes', 'no', 'yes', 'no'] as const).map(answer),
  )
  const rest = Array<string>(7).fill('dispatch.alreadyAnswered')
  expect(outcomes.toSorted()).toEqual([...rest, 'done'])
  const { status, orderStatus } = (await committed(database, (ctx) =>
    findDispatch(ctx, dispatch.id),
  ))!
  const first = outcomes.indexOf('done') % 2 === 0
  expect([status, orderStatus]).toEqual(first ? ['accepted', 'accepted'] : ['declined', 'vetted'])
})
