import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallSeason } from '#test/small-seasons.ts'
import { planSeason } from './plan-season.ts'
import { reasonsOf } from './reasons.ts'
import type { Relaxation } from './relaxations.ts'
import { minutesOfDay, type Season, type Speaker, type Stretch } from './season.ts'

// The same seasons at each run, so that a failure is a change of the program.
const always = { seed: 5, numRuns: 40, endOnFailure: true }

const inOrder = (stretches: Stretch[]) => stretches.toSorted((a, b) => a.from - b.from)

/** The season in which one thing is otherwise. */
function relaxed(season: Season, order: number, asked: Relaxation): Season {
  const wanted = season.orders[order]!
  const change = (more: (speaker: Speaker) => Partial<Speaker>): Season => ({
    ...season,
    speakers: season.speakers.map((each) =>
      'speaker' in asked && each.id === asked.speaker ? { ...each, ...more(each) } : each,
    ),
  })
  const wholeDay = (day: number) => ({ from: day * minutesOfDay, until: (day + 1) * minutesOfDay })
  switch (asked.kind) {
    case 'speaker': {
      const place = season.venues[wanted.options[0]!.venue]!.place
      const free = [{ from: 0, until: season.days * minutesOfDay }]
      const someone = { ...season.speakers[0]!, id: 'someone', place, free, booked: [], given: 0 }
      const able = { skills: [{ skill: asked.skill, strength: 2 as const }], languages: [] }
      const anywhere = { mostGuests: null, homeVenue: null, range: null, mostPerSeason: null }
      return { ...season, speakers: [...season.speakers, { ...someone, ...able, ...anywhere }] }
    }
    case 'hours':
      return change(({ free }) => ({
        free: inOrder([...free, wholeDay(asked.day)]),
      }))
    case 'moreThatDay':
      return change(({ mostPerDay }) => ({ mostPerDay: mostPerDay + 1 }))
    case 'moreThatWeek':
      return change(({ mostPerWeek }) => ({ mostPerWeek: (mostPerWeek ?? 9) + 1 }))
    case 'moreThatSeason':
      return change(({ mostPerSeason }) => ({ mostPerSeason: (mostPerSeason ?? 9) + 1 }))
    case 'range':
      return change(() => ({ range: asked.kilometres }))
    case 'audience':
      return change(() => ({ audiences: [] }))
    case 'format':
      return change(() => ({ formats: [] }))
    case 'length':
      return change(() => ({ minutes: [] }))
    case 'opening':
      return {
        ...season,
        venues: season.venues.map((each) =>
          each.id === asked.venue
            ? { ...each, open: inOrder([...each.open, wholeDay(asked.day)]) }
            : each,
        ),
      }
    case 'seats':
    case 'venue': {
      // Next door to each of the venues there is room for this one order.
      const doors = season.venues.map((each) => ({
        ...each,
        id: `beside ${each.id}`,
        booked: [],
        seats: 99,
        open: [{ from: 0, until: season.days * minutesOfDay }],
      }))
      const options = wanted.options.flatMap((option) => [
        option,
        { ...option, venue: option.venue + season.venues.length },
      ])
      return {
        ...season,
        venues: [...season.venues, ...doors],
        orders: season.orders.map((each, at) => (at === order ? { ...each, options } : each)),
      }
    }
  }
}

/** Whether there is a plan that serves all of these orders. */
async function canServe(season: Season, orders: readonly number[]): Promise<boolean> {
  const only = { ...season, orders: orders.map((order) => season.orders[order]!) }
  return (await planSeason(only)).unserved.length === 0
}

test('each way that is said serves the order with nobody else going without', async () => {
  let ways = 0
  await fc.assert(
    fc.asyncProperty(smallSeason, async (season) => {
      const { bookings, unserved } = await planSeason(season)
      const reasonOf = reasonsOf(season, bookings)
      for (const order of unserved) {
        const why = reasonOf(order)
        if (why.kind !== 'unserved') throw new Error('said to be served')
        expect(new Set(why.ways.map((way) => way.length)).size).toBeLessThanOrEqual(1)
        for (const way of why.ways) {
          const otherwise = way.reduce((now, asked) => relaxed(now, order, asked), season)
          const all = [...bookings.map((booking) => booking.order), order]
          expect([way, await canServe(otherwise, all)]).toEqual([way, true])
          ways += 1
        }
      }
    }),
    always,
  )
  expect(ways).toBeGreaterThan(50)
})

test('where two things are said to be needed, hardly ever would a single one do', async () => {
  let [two, single] = [0, 0]
  await fc.assert(
    fc.asyncProperty(smallSeason, async (season) => {
      const { bookings, unserved } = await planSeason(season)
      const reasonOf = reasonsOf(season, bookings)
      for (const order of unserved) {
        const why = reasonOf(order)
        if (why.kind !== 'unserved' || (why.ways[0]?.length ?? 0) < 2) continue
        two += 1
        const all = [...bookings.map((booking) => booking.order), order]
        for (const asked of singles(season, order)) {
          if (!(await canServe(relaxed(season, order, asked), all))) continue
          single += 1
          break
        }
      }
    }),
    always,
  )
  expect(two).toBeGreaterThan(10)
  expect(single / two).toBeLessThan(0.05)
})

/** Every single thing that could be relaxed. */
function singles(season: Season, order: number): Relaxation[] {
  const { wants, language, audience, headCount, options } = season.orders[order]!
  const days = [...new Set(options.map(({ stretch }) => Math.floor(stretch.from / minutesOfDay)))]
  const skill = wants[0]!.skill
  return [
    { kind: 'speaker', skill, language, audience },
    { kind: 'seats', headCount },
    ...days.flatMap((day): Relaxation[] => [
      { kind: 'venue', day },
      ...season.venues.map(({ id }): Relaxation => ({ kind: 'opening', venue: id, day })),
    ]),
    ...season.speakers.flatMap(({ id: speaker }): Relaxation[] => [
      ...days.flatMap(
        (day): Relaxation[] =>
          [
            { kind: 'hours', speaker, day, evening: false },
            { kind: 'moreThatDay', speaker, day },
            { kind: 'moreThatWeek', speaker, day },
          ] as Relaxation[],
      ),
      { kind: 'moreThatSeason', speaker },
      { kind: 'range', speaker, kilometres: 99 },
    ]),
  ]
}
