import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeBranch } from '#test/make.ts'
import { makeResource } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { bookResource } from './book-resource.ts'
import { lockResource } from './queries.ts'

const database = await ownDatabase()

test('of eight who want the same days exactly one has them, and the others hear who', async () => {
  const made = await committed(database, async (ctx) => {
    const branch = await makeBranch(ctx)
    const resource = await makeResource(ctx)
    return { ...resource, unitId: branch.id }
  })
  const input = {
    resourceId: made.id,
    unitId: made.unitId,
    from: { date: '2022-01-20', from: '09:00' },
    until: { date: '2022-01-22', from: '17:00' },
  }
  const { actor } = made.office
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockResource(ctx, made.id),
    Array.from(
      { length: 8 },
      () => () => committed(database, (ctx) => bookResource(ctx, input), { actor }),
    ),
  )
  expect(outcomes.toSorted()).toEqual(['done', ...Array(7).fill('resource.taken')])
})
