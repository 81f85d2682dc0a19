import { describe, expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker, at } from '#test/make-planner.ts'
import { changesOf, repairLocally, repairPlan } from './repair.ts'
import type { Booking, Plan, Season } from './season.ts'

const option = (hour: number, venue = 0, choice = 0) => ({
  stretch: { from: at(0, hour), until: at(0, hour + 1) },
  venue,
  choice,
})
const booked = (order: number, speaker: number, hour: number, venue = 0): Booking => ({
  order,
  speaker,
  venue,
  start: at(0, hour),
})

/** What becomes of each order: the speaker's id and the hour. */
function lines(season: Season, { bookings }: Plan) {
  return season.orders.map((_, order) => {
    const found = bookings.find((booking) => booking.order === order)
    return found && `${season.speakers[found.speaker]!.id} ${found.start / 60}`
  })
}

describe('a repair', () => {
  test('keeps promises that are not the best there could be', async () => {
    const weak = aSpeaker({ id: 'weak', skills: [{ skill: 'fraud', strength: 1 }] })
    const season = aSeason({
      speakers: [weak, aSpeaker({ id: 'strong' })],
      orders: [anOrder({ current: booked(0, 0, 9) })],
    })
    expect(lines(season, repairLocally(season))).toEqual(['weak 9'])
    expect(lines(season, await repairPlan(season))).toEqual(['weak 9'])
  })

  test('gives a declined order to another', async () => {
    const season = aSeason({
      speakers: [aSpeaker({ id: 'ill', free: [] }), aSpeaker({ id: 'well' })],
      orders: [anOrder({ current: booked(0, 0, 9) })],
    })
    const plan = await repairPlan(season)
    expect(lines(season, plan)).toEqual(['well 9'])
    expect(changesOf(season, plan)).toEqual([
      { order: 0, from: booked(0, 0, 9), to: booked(0, 1, 9) },
    ])
  })

  test('moves one booking to serve an order more, and two along a chain', async () => {
    const chain = aSeason({
      speakers: [aSpeaker({ id: 'only' })],
      orders: [
        anOrder({ options: [option(9)] }),
        anOrder({ options: [option(9), option(10)], current: booked(1, 0, 9) }),
        anOrder({ options: [option(10), option(11)], current: booked(2, 0, 10) }),
      ],
    })
    const healed = ['only 9', 'only 10', 'only 11']
    expect(lines(chain, repairLocally(chain))).toEqual(healed)
    const plan = await repairPlan(chain)
    expect(lines(chain, plan)).toEqual(healed)
    expect(plan.proof).toBe('optimal')
    expect(changesOf(chain, plan).map(({ order }) => order)).toEqual([1, 2])
  })

  test('never moves what is locked, even for what presses', async () => {
    const season = aSeason({
      orders: [
        anOrder({ priority: 3, waited: 20 }),
        anOrder({ locked: booked(1, 0, 9), options: [option(9), option(10)] }),
      ],
    })
    expect(lines(season, await repairPlan(season))).toEqual([undefined, 'speaker 9'])
  })

  test('is told at once, and then at its best', async () => {
    const season = aSeason({
      orders: [anOrder({ priority: 3 }), anOrder({ current: booked(1, 0, 9) })],
    })
    const told: Plan[] = []
    const best = await repairPlan(season, (plan) => told.push(plan))
    expect(told.map((plan) => lines(season, plan))).toEqual([[undefined, 'speaker 9']])
    // Twenty points are more than ten and a promise.
    expect(lines(season, best)).toEqual(['speaker 9', undefined])
    expect(changesOf(season, best)).toEqual([{ order: 1, from: booked(1, 0, 9), to: null }])
  })

  test('leaves a promise be that is worth as much as what would take its place', async () => {
    const season = aSeason({
      orders: [anOrder(), anOrder({ current: booked(1, 0, 9) })],
    })
    expect(lines(season, await repairPlan(season))).toEqual([undefined, 'speaker 9'])
  })
})
