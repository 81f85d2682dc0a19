import { expect, test } from 'vitest'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { system } from '#app/platform/context.ts'
import { committed, failureOf, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { makeDraft } from '#test/make-sessions.ts'
import { planSeries } from './plan-series.ts'

const everyWeek = { weekdays: [], untilOn: '2022-02-17', onHolidays: 'skip' as const }

test('two who let one session come again at once make one series', async () => {
  const database = await ownDatabase()
  const { id: sessionId, by } = await committed(database, async (ctx) => {
    await fillHolidays({ ...ctx, actor: system })
    const { id, office } = await makeDraft(ctx)
    return { id, by: { id: office.actor.personId! } }
  })
  const plan = () =>
    committed(database, async (ctx) => {
      const office = await as(ctx, by)
      return failureOf(ctx, () => planSeries(office, { sessionId, ...everyWeek }))
    })
  const answers = await Promise.all([plan(), plan(), plan()])
  expect(answers.filter((answer) => answer === undefined).length).toBe(1)
  expect(answers.filter((answer) => answer === 'series.already').length).toBe(2)
  const { made } = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('session')
      .select((row) => row.fn.countAll<number>().as('made'))
      .executeTakeFirstOrThrow(),
  )
  expect(made).toBe(4)
})

test('two series for one room and hour: one has it, the other is told', async () => {
  const database = await ownDatabase()
  const { ids, by } = await committed(database, async (ctx) => {
    await fillHolidays({ ...ctx, actor: system })
    const first = await makeDraft(ctx)
    const { unitId, venueId, office } = first
    const friday = { date: '2022-01-21', from: '14:30', to: '15:30' }
    const second = await makeDraft(ctx, { unitId, venueId, when: friday })
    return { ids: [first.id, second.id], by: { id: office.actor.personId! } }
  })
  const answers = await Promise.all(
    ids.map((sessionId) =>
      committed(database, async (ctx) => {
        const office = await as(ctx, by)
        // Both want the Thursdays after the first one.
        const thursdays = { ...everyWeek, weekdays: ['4' as const] }
        return (
          (await failureOf(ctx, () => planSeries(office, { sessionId, ...thursdays }))) ?? 'made'
        )
      }),
    ),
  )
  expect(new Set(answers)).toEqual(new Set(['made', 'venue_taken']))
})
