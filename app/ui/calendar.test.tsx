import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { daysOf, type Entry, lanesOf, Month, Week } from './calendar.tsx'

test('a month has its own days', () => {
  expect(daysOf('2024-02').length).toBe(29)
  expect(daysOf('2022-12').at(-1)).toBe('2022-12-31')
})

const nothing = { chosen: null, today: '2022-01-10', entries: [], marks: [] }

// 1 January 2022 was a Saturday, 1 August 2022 a Monday, 1 May 2022 a Sunday.
test.each([
  ['2022-01', 'starts-5'],
  ['2022-08', 'starts-0'],
  ['2022-05', 'starts-6'],
])('%s begins under its weekday, weeks from Monday', (month, column) => {
  const html = renderToString(<Month {...nothing} month={month} hrefOf={(day) => `/${day}`} />)
  expect(/class="month (starts-\d)"/.exec(html)?.[1]).toBe(column)
})

const entry = (key: string, from: string, until: string, day = '2022-01-12'): Entry => ({
  key,
  day,
  from,
  until,
  title: key,
  href: `#${key}`,
  tone: 'plain',
})

test('what overlaps stands side by side, what follows in the same lane', () => {
  const lanes = lanesOf([
    entry('c', '15:30', '16:00'),
    entry('a', '14:00', '15:30'),
    entry('b', '14:30', '16:00'),
    // In the same half hour as another ends: they would touch on the page.
    entry('d', '15:50', '16:20'),
  ])
  expect(lanes.map((lane) => lane.map(({ key }) => key))).toEqual([['a', 'c'], ['b'], ['d']])
  expect(lanesOf([])).toEqual([[]])
})

test('a week’s hours reach as far as what is in it', () => {
  const days = ['2022-01-10', '2022-01-11', '2022-01-12']
  const draw = (entries: Entry[]) =>
    renderToString(
      <Week days={days} today="2022-01-10" marks={[]} caption="Week" entries={entries} />,
    )
  const hours = (html: string) =>
    [...html.matchAll(/>(\d+):00<\/th>/g)].map(([, hour]) => Number(hour))
  expect([hours(draw([])).at(0), hours(draw([])).at(-1)]).toEqual([8, 19])
  const long = draw([entry('a', '06:30', '07:00'), entry('b', '22:00', '24:00')])
  expect([hours(long).at(0), hours(long).at(-1)]).toEqual([6, 23])
  // What overlaps shares its day's column, each as long as its half hours.
  const afternoon = draw([entry('a', '14:00', '15:30'), entry('b', '14:00', '16:10')])
  expect(afternoon).toContain('colspan="2"')
  expect([...afternoon.matchAll(/rowspan="([35])"/g)].map(([, rows]) => rows)).toEqual(['3', '5'])
})
