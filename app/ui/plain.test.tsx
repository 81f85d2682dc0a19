import { expect, test } from 'vitest'
import { Time } from './dates.tsx'
import { Badge, Tags } from './lists.tsx'
import { plainOf } from './plain.tsx'
import type { Speech } from './speech.tsx'

const now = new Date('2022-01-12T06:30:00Z')
const speech: Speech = {
  language: 'zh',
  large: false,
  reason: (key) => key,
  fact: (key) => key,
  notice: (key) => key,
  code: (_table, _column, value) => value,
}

test.each<[string, Parameters<typeof plainOf>[0], unknown]>([
  ['nothing', null, null],
  ['a condition that is not met', false, null],
  ['a number', 21.5, 21.5],
  ['words', ' 费桥村\u2060党支部 ', '费桥村党支部'],
  ['a number in a link', <a href="/x">{12}</a>, 12],
  ['a badge', <Badge tone="good">已接单</Badge>, '已接单'],
  ['several words', <Tags tags={['防诈骗', 'A & B']} />, '防诈骗; A & B'],
  ['a part left out beside a link', [false, <a href="/x">红</a>], '红'],
  ['words and a number', ['第 ', 3, ' 期'], '第 3 期'],
  ['an instant', <Time at={now} now={now} />, now],
  ['the day of an instant', <Time at={now} now={now} show="day" />, { day: '2022-01-12' }],
  ['a day', <Time at="2022-01-12" now={now} />, { day: '2022-01-12' }],
  ['a time of day', <Time at={now} now={now} show="time" />, '14:30'],
])('%s', (_, drawn, value) => {
  expect(plainOf(drawn, speech)).toEqual(value)
})
