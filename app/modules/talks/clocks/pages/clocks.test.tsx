import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makeSeason } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  await makeSeason(ctx)
  return {
    office: await makeAppointed(ctx, 'office'),
    organiser: await makeAppointed(ctx, 'organiser'),
  }
})
const days = { vet: '3', dispatch: '2', accept: '4' }

test('the office says how long each step may take', async () => {
  const office = await visitor(database, made.office)
  expect(textOf((await office.get('/order-clocks')).html)).toContain('现在没有单子在等')
  const none = await office.post('/order-clocks?do=set', { ...days, vet: '0' })
  expect([none.status, none.html.includes('name="dispatch"')]).toEqual([422, true])
  const { location } = await office.post('/order-clocks?do=set', days)
  expect(location).toBe('/order-clocks?done=clocks.set')
  const { html } = await office.get(location!)
  const kept = Object.keys(days).map((name) => valueOf(html, name))
  expect(kept).toEqual(Object.values(days))
})

test('a branch does not', async () => {
  const organiser = await visitor(database, made.organiser)
  expect((await organiser.get('/order-clocks')).status).toBe(403)
  expect((await organiser.post('/order-clocks?do=set', days)).status).toBe(403)
})

function valueOf(html: string, name: string): string | undefined {
  const [input] = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)!
  return / value="([^"]*)"/.exec(input)?.[1]
}
