import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyPlan } from '#test/brute-force.ts'
import { anOrder, aSeason, aSpeaker, at } from '#test/make-planner.ts'
import { smallSeason } from '#test/small-seasons.ts'
import { servicePoints } from './goals.ts'
import { planSeason } from './plan-season.ts'
import { openPrices } from './prices.ts'
import { explainPlan, reasonsOf } from './reasons.ts'

const knows = (strength: 1 | 2 | 3) => [{ skill: 'fraud', strength }]

test('a booking stands beside the two next best speakers, part by part', async () => {
  const season = aSeason({
    speakers: [
      aSpeaker({ id: 'good', skills: knows(2) }),
      aSpeaker({ id: 'able', skills: knows(1) }),
      aSpeaker({ id: 'best', skills: knows(3) }),
      aSpeaker({ id: 'loaded', skills: knows(2), given: 3 }),
      aSpeaker({ id: 'elsewhere', skills: [{ skill: 'herbs', strength: 3 }] }),
    ],
    orders: [anOrder({ wants: [{ skill: 'fraud', worth: 1 }] })],
  })
  const { bookings } = await planSeason(season)
  const why = reasonsOf(season, bookings)(0)
  if (why.kind !== 'served') throw new Error('it is served')
  expect(why.chosen).toMatchObject({ subject: 50, wish: 30, time: 20, load: 0 })
  expect(why.next.map(({ speaker }) => speaker)).toEqual(['good', 'able'])
  const [good, able] = why.next
  expect(good!.parts.subject).toBe(33)
  expect(why.chosen.total - good!.parts.total).toBeCloseTo(17, 1)
  expect(good!.parts.total - able!.parts.total).toBeCloseTo(16, 1)
})

test('an order that two want at once is told what it costs to serve it anyway', async () => {
  const options = [{ stretch: { from: at(0, 9), until: at(0, 10) }, venue: 0, choice: 0 }]
  const wants = [{ skill: 'fraud', worth: 1 }]
  const season = aSeason({
    speakers: [aSpeaker({ id: 'one', skills: knows(2), languages: ['dialect'] })],
    orders: [
      anOrder({ id: 'pressing', options, wants, priority: 3, language: 'dialect', minutes: 60 }),
      anOrder({ id: 'usual', options, wants, priority: 1, language: 'dialect', minutes: 60 }),
      anOrder({ id: 'other', options, wants, priority: 1, language: 'mandarin', minutes: 60 }),
    ],
  })
  const plan = await planSeason(season)
  const [, usual, other] = await explainPlan(season, plan)
  expect(usual).toMatchObject({ kind: 'unserved', price: { service: 10, dropped: ['pressing'] } })
  expect(other).toMatchObject({ kind: 'unserved', price: null, funnel: { left: 0 } })
})

test('the price in service is the exact one, against every plan there is', async () => {
  await fc.assert(
    fc.asyncProperty(smallSeason, async (season) => {
      const best = season.orders.map(() => -1)
      let most = 0
      everyPlan(season, (plan) => {
        const service = plan.reduce(
          (sum, { order }) => sum + servicePoints(season.orders[order]!),
          0,
        )
        most = Math.max(most, service)
        for (const { order } of plan) best[order] = Math.max(best[order]!, service)
      })
      const prices = await openPrices(season)
      for (const [order, service] of best.entries()) {
        const price = await prices.priceOf(order)
        expect(price?.service ?? null).toBe(service < 0 ? null : most - service)
      }
      prices.close()
    }),
    { seed: 6, numRuns: 15, endOnFailure: true },
  )
})
