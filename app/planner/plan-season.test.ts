import { describe, expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker, at, aVenue } from '#test/make-planner.ts'
import { planSeason } from './plan-season.ts'
import type { Order, Plan, Season } from './season.ts'

const option = (day: number, hour: number, venue = 0, choice = 0) => ({
  stretch: { from: at(day, hour), until: at(day, hour + 1) },
  venue,
  choice,
})

async function served(season: Season): Promise<(string | undefined)[]> {
  const { bookings, proof } = await planSeason(season)
  expect(proof).toBe('optimal')
  return season.orders.map((_, order) => {
    const booking = bookings.find((each) => each.order === order)
    return booking && season.speakers[booking.speaker]!.id
  })
}

const expert = aSpeaker({ id: 'expert' })
const novice = aSpeaker({ id: 'novice', skills: [{ skill: 'fraud', strength: 1 }] })

describe('the goals are in a strict order', () => {
  test('what presses goes first where only one can be served', async () => {
    const season = aSeason({
      speakers: [novice],
      orders: [anOrder({ waited: 8 }), anOrder({ id: 'presses', priority: 2 })],
    })
    expect(await served(season)).toEqual([undefined, 'novice'])
  })

  test('what has waited long goes before what presses a little more', async () => {
    const orders = [anOrder({ waited: 20 }), anOrder({ id: 'presses', priority: 2, waited: 0 })]
    const waiting = aSeason({ speakers: [novice], orders: [...orders, anOrder({ id: 'new' })] })
    expect((await served(waiting)).filter(Boolean)).toEqual(['novice'])
    expect((await served(waiting))[2]).toBeUndefined()
  })

  test('an order more outweighs the best fit of all others', async () => {
    const season = aSeason({
      speakers: [
        { ...expert, languages: ['dialect', 'mandarin'] },
        { ...novice, languages: ['dialect'] },
      ],
      orders: [
        anOrder(),
        anOrder({ id: 'hard', language: 'mandarin', options: [option(0, 9, 1, 5)] }),
      ],
    })
    expect(await served(season)).toEqual(['novice', 'expert'])
  })

  test('of speakers with an equal load the one who fits better', async () => {
    expect(await served(aSeason({ speakers: [novice, expert] }))).toEqual(['expert'])
  })

  test('of speakers who fit alike the one with the smaller load', async () => {
    const busy = { ...expert, id: 'busy', given: 3 }
    expect(await served(aSeason({ speakers: [busy, expert] }))).toEqual(['expert'])
  })

  test('fairness may not cost more than its part of the fit', async () => {
    const busy = { ...expert, id: 'busy', given: 3 }
    expect(await served(aSeason({ speakers: [busy, novice] }))).toEqual(['busy'])
  })

  test('of speakers who fit alike with no load the one who lives nearer', async () => {
    const far = { ...expert, id: 'far', place: 1 }
    expect(await served(aSeason({ speakers: [far, expert] }))).toEqual(['expert'])
  })

  test('the largest load is lowered while service stays whole', async () => {
    const orders = Array.from({ length: 4 }, (_, day) =>
      anOrder({ id: `order ${day}`, options: [option(day, 9)] }),
    )
    const near = aSpeaker({ id: 'near' })
    const far = aSpeaker({ id: 'far', place: 1 })
    const plan = await served(aSeason({ speakers: [near, far], orders }))
    expect(plan.filter((each) => each === 'far')).toHaveLength(2)
  })
})

test('what is locked stays, whatever it costs, and is part of the plan', async () => {
  const locked = { order: 0, speaker: 0, venue: 0, start: at(0, 9) }
  const season = aSeason({
    speakers: [novice],
    orders: [anOrder({ locked }), anOrder({ id: 'presses', priority: 3, waited: 20 })],
  })
  const plan = await planSeason(season)
  expect(plan.bookings).toEqual([locked])
  expect(plan.unserved).toEqual([1])
  expect(plan.worth.served).toBe(1)
})

test('a season with nothing to plan has an empty plan', async () => {
  const season = aSeason({ speakers: [], orders: [anOrder()] })
  const plan = await planSeason(season)
  expect([plan.bookings, plan.unserved, plan.proof]).toEqual([[], [0], 'optimal'])
  expect((await planSeason({ ...season, orders: [] })).unserved).toEqual([])
})

/** A season with many plans of equal worth. */
function even(): Season {
  const orders: Order[] = Array.from({ length: 12 }, (_, index) =>
    anOrder({ id: `order ${index}`, options: [option(index % 3, 9), option(index % 3, 14, 1)] }),
  )
  const speakers = Array.from({ length: 5 }, (_, index) => aSpeaker({ id: `speaker ${index}` }))
  return aSeason({ orders, speakers, venues: [aVenue(), aVenue({ id: 'other' })] })
}

test('the same season has the same plans, told in the same order', async () => {
  const told: Plan[][] = [[], []]
  for (const plans of told) plans.push(await planSeason(even(), (plan) => plans.push(plan)))
  expect(told[1]).toEqual(told[0])
})

test('plans that are told get better, and none is above its bound', async () => {
  const told: Plan[] = []
  told.push(await planSeason(even(), (plan) => told.push(plan)))
  expect(told.map(({ proof }) => proof)).toEqual(['greedy', 'within', 'within', 'optimal'])
  for (const { objective, bound } of told) expect(objective).toBeLessThanOrEqual(bound)
  // The last one gives up a little of the sum for a smaller largest load.
  const objectives = told.slice(0, -1).map(({ objective }) => objective)
  expect(objectives).toEqual(objectives.toSorted((a, b) => a - b))
})
