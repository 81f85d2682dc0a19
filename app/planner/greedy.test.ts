import { describe, expect, test } from 'vitest'
import { anOrder, aSeason, aSpeaker, at } from '#test/make-planner.ts'
import { bookingOf, columnsOf } from './columns.ts'
import { byPriority, firstCome, scarcestFirst } from './greedy.ts'

const speaker = (id: string, strength: number, skills: readonly string[]) =>
  aSpeaker({ id, mostPerDay: 1, skills: skills.map((skill) => ({ skill, strength })) })

const order = (id: string, venue: number, waited: number, priority: 1 | 3, skill: string) => {
  const options = [{ stretch: { from: at(0, 9), until: at(0, 10) }, venue, choice: 0 }]
  return anOrder({ id, waited, priority, wants: [{ skill, worth: 1 }], options })
}

// Ma speaks of tea and silk, and better; Lu of tea only. All want the same morning, and the third
// order the hall of the first.
const season = aSeason({
  speakers: [speaker('Lu', 1, ['tea']), speaker('Ma', 3, ['silk', 'tea'])],
  orders: [
    order('long waited', 0, 9, 1, 'tea'),
    order('silk', 1, 1, 1, 'silk'),
    order('pressing', 0, 0, 3, 'tea'),
  ],
})
const columns = columnsOf(season)
const planned = (chosen: readonly number[]) =>
  chosen.map((column) => {
    const { order: wanted, speaker: by } = bookingOf(columns, column)
    return [season.orders[wanted]!.id, season.speakers[by]!.id]
  })

describe('plans as offices make them', () => {
  test('who waited longest takes the best speaker, and nobody is left for the second', () => {
    expect(planned(firstCome(season, columns))).toEqual([['long waited', 'Ma']])
  })

  test('what presses comes before who waited', () => {
    expect(planned(byPriority(season, columns))).toEqual([['pressing', 'Ma']])
  })

  test('whom only one can serve comes first, and others take whom nobody else needs', () => {
    expect(planned(scarcestFirst(season, columns))).toEqual([
      ['silk', 'Ma'],
      ['long waited', 'Lu'],
    ])
  })
})
