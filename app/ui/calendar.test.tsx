import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Calendar, daysOf, monthAway } from './calendar.tsx'

test('a month has its own days', () => {
  expect(daysOf('2024-02').length).toBe(29)
  expect(daysOf('2022-12').at(-1)).toBe('2022-12-31')
})

test('months away cross the year', () => {
  expect(monthAway('2022-01', -1)).toBe('2021-12')
  expect(monthAway('2021-12', 1)).toBe('2022-01')
  expect(monthAway('2022-09', 1)).toBe('2022-10')
})

// 1 January 2022 was a Saturday, 1 August 2022 a Monday, 1 May 2022 a Sunday.
test.each([
  ['2022-01', 'starts-5'],
  ['2022-08', 'starts-0'],
  ['2022-05', 'starts-6'],
])('%s begins under its weekday, weeks from Monday', (month, column) => {
  const html = renderToString(
    <Calendar month={month} today="2022-01-10" entries={[]} hrefOf={(one) => `/${one}`} />,
  )
  expect(/class="month (starts-\d)"/.exec(html)?.[1]).toBe(column)
})
