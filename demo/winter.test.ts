import { expect, test } from 'vitest'
import { holdersOf } from '#app/modules/people/queries.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { expected } from './content/season.ts'
import { linesOfWinter, replayWinter } from './winter.ts'

const database = await ownDatabase()

test('the winter of 2021–22 comes to what it was told to come to', {
  timeout: 120_000,
}, async () => {
  const lines = await replayWinter(database, linesOfWinter)
  expect(lines.map(({ figure, actual }) => [figure.trim(), actual])).toEqual(
    lines.map((line) => [line.figure.trim(), line.expected]),
  )
  expect(lines.map((line) => line.expected)).toContain(expected.memberMinutes)

  // A record that is taken away shows in the figures.
  const without = await committed(database, async (ctx) => {
    const { id } = await ctx.tx
      .selectFrom('session')
      .select('id')
      .where('streetId', '=', ctx.street)
      .orderBy('number')
      .executeTakeFirstOrThrow()
    await ctx.tx.updateTable('session').set({ status: 'cancelled' }).where('id', '=', id).execute()
    const [administrator] = await holdersOf(ctx, ['administrator'])
    return linesOfWinter(await as(ctx, { id: administrator! }))
  })
  const wrong = without.filter((line) => line.actual !== line.expected)
  expect(wrong.map(({ figure }) => figure.trim())).toEqual([
    'sessions held',
    'practice',
    'attendances',
    'members',
    'staff',
    'members’ minutes',
    'things given out',
  ])
})
