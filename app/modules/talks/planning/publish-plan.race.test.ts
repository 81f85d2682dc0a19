import { expect, test } from 'vitest'
import { committed, ownDatabase, reasonOf } from '#test/database.ts'
import { makeSmallStreet, solveNow } from '#test/make-plans.ts'
import { publishPlan } from './publish-plan.ts'
import { planOrdersOf } from './queries.ts'
import { startPlan } from './start-plan.ts'

test('of two dispatchers who publish at once one wins, and the other hears what changed', async () => {
  const database = await ownDatabase()
  const { byOffice, plans } = await committed(database, async (ctx) => {
    const made = await makeSmallStreet(ctx)
    const one = await startPlan(made.byOffice, {})
    const other = await startPlan(made.byOffice, { withoutSpeakerIds: [made.ann.id] })
    await solveNow(ctx, one.id)
    await solveNow(ctx, other.id)
    return { byOffice: made.byOffice.actor, plans: [one.id, other.id] }
  })
  const ends = await Promise.all(
    plans.map((planId) =>
      committed(database, (ctx) => publishPlan(ctx, { planId }), { actor: byOffice }).then(
        () => 'published',
        reasonOf,
      ),
    ),
  )
  expect(ends.toSorted()).toEqual(['plan.changedMeanwhile', 'published'])
  const lost = plans[ends.indexOf('plan.changedMeanwhile')]!
  const asked = await committed(database, (ctx) => planOrdersOf(ctx, lost))
  expect(asked.every(({ dispatchId }) => dispatchId === null)).toBe(true)
})
