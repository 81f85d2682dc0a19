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

const wholeDay = (day: number) => ({ from: day * minutesOfDay, until: (day + 1) * minutesOfDay })

/** The season in which one thing is otherwise. */
function relaxed(season: Season, order: number, asked: Relaxation): Season {
  switch (asked.kind) {
    case 'speaker':
      return withSomeone(season, order, asked.skill)
    case 'opening': {
      const open = (stretches: readonly Stretch[]) => inOrder([...stretches, wholeDay(asked.day)])
      const venues = season.venues.map((each) =>
        each.id === asked.venue ? { ...each, open: open(each.open) } : each,
      )
      return { ...season, venues }
    }
    case 'seats':
    case 'venue':
      return withRoomNextDoor(season, order)
    default: {
      const speakers = season.speakers.map((each) =>
        each.id === asked.speaker ? { ...each, ...moreOf(each, asked) } : each,
      )
      return { ...season, speakers }
    }
  }
}

function moreOf(
  { free, mostPerDay, mostPerWeek, mostPerSeason }: Speaker,
  asked: Extract<Relaxation, { speaker: string }>,
): Partial<Speaker> {
  switch (asked.kind) {
    case 'hours':
      return { free: inOrder([...free, wholeDay(asked.day)]) }
    case 'moreThatDay':
      return { mostPerDay: mostPerDay + 1 }
    case 'moreThatWeek':
      return { mostPerWeek: (mostPerWeek ?? 9) + 1 }
    case 'moreThatSeason':
      return { mostPerSeason: (mostPerSeason ?? 9) + 1 }
    case 'range':
      return { range: asked.kilometres }
    case 'audience':
      return { audiences: [] }
    case 'format':
      return { formats: [] }
    case 'length':
      return { minutes: [] }
  }
}

/** One more speaker, who lives where the order is, knows it and can always come. */
function withSomeone(season: Season, order: number, skill: string): Season {
  const place = season.venues[season.orders[order]!.options[0]!.venue]!.place
  const someone: Speaker = {
    ...season.speakers[0]!,
    id: 'someone',
    place,
    skills: [{ skill, strength: 2 }],
    languages: [],
    mostGuests: null,
    homeVenue: null,
    range: null,
    mostPerSeason: null,
    free: [{ from: 0, until: season.days * minutesOfDay }],
    booked: [],
    given: 0,
  }
  return { ...season, speakers: [...season.speakers, someone] }
}

/** Next door to each of the venues there is always room, for this one order. */
function withRoomNextDoor(season: Season, order: number): Season {
  const always = [{ from: 0, until: season.days * minutesOfDay }]
  const doors = season.venues.map((each) => ({
    ...each,
    id: `beside ${each.id}`,
    booked: [],
    seats: 99,
    open: always,
  }))
  const orders = season.orders.map((each, at) => {
    const beside = each.options.map((option) => ({
      ...option,
      venue: option.venue + season.venues.length,
    }))
    return at === order ? { ...each, options: [...each.options, ...beside] } : each
  })
  return { ...season, venues: [...season.venues, ...doors], orders }
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
    { ...always, numRuns: 100 },
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
