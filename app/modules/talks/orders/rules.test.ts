import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  type OrderReason,
  whyNotDispatchable,
  whyNotOrderable,
  whyNotWithdrawable,
} from './rules.ts'

const now = instantAt('2022-01-12', '10:00')
const hour = (date: string, from: string, to: string) => ({
  start: instantAt(date, from),
  end: instantAt(date, to),
})
const talk = { retiredAt: null, audiences: ['elders'], languages: ['nantong'] }
const order = {
  audience: 'elders',
  language: 'nantong',
  headCount: 20,
  times: [hour('2022-01-20', '14:00', '15:00')],
}
const venue = { seats: 40 }
const season = { startsOn: '2021-12-01', endsOn: '2022-03-15' }

test.each<[string, OrderReason | null, object, object, object]>([
  ['an order that suits', null, {}, {}, {}],
  ['a talk off the menu', 'order.talkRetired', { retiredAt: now }, {}, {}],
  ['another audience', 'order.notForAudience', {}, { audience: 'youth' }, {}],
  ['another language', 'order.languageNotOffered', {}, { language: 'qihai' }, {}],
  ['as many as the venue seats', null, {}, { headCount: 40 }, {}],
  ['one more than the venue seats', 'order.venueTooSmall', {}, { headCount: 41 }, {}],
  [
    'a time that begins now',
    'order.timePast',
    {},
    { times: [{ start: now, end: instantAt('2022-01-12', '11:00') }] },
    {},
  ],
  ['a day before the season', 'order.outsideSeason', {}, {}, { startsOn: '2022-01-21' }],
  ['the season’s last day', null, {}, { times: [hour('2022-03-15', '14:00', '15:00')] }, {}],
  [
    'the day after',
    'order.outsideSeason',
    {},
    { times: [hour('2022-03-16', '14:00', '15:00')] },
    {},
  ],
  [
    'times that touch',
    null,
    {},
    { times: [hour('2022-01-20', '14:00', '15:00'), hour('2022-01-20', '15:00', '16:00')] },
    {},
  ],
  [
    'times that overlap',
    'order.timesOverlap',
    {},
    { times: [hour('2022-01-20', '14:00', '15:00'), hour('2022-01-20', '14:30', '15:30')] },
    {},
  ],
])('ordering: %s', (_, expected, itsTalk, itsOrder, itsSeason) => {
  expect(
    whyNotOrderable(
      { ...talk, ...itsTalk },
      { ...order, ...itsOrder },
      venue,
      { ...season, ...itsSeason },
      now,
    ),
  ).toBe(expected)
})

test.each([
  ['submitted', null, null],
  ['proposed', null, 'order.alreadyDispatched'],
  ['accepted', null, 'order.alreadyDispatched'],
  ['held', 'order.alreadyHeld', 'order.alreadyHeld'],
  ['withdrawn', 'order.alreadyWithdrawn', 'order.alreadyWithdrawn'],
] as const)('an order that is %s: withdraw %s, dispatch %s', (status, withdraw, dispatch) => {
  expect(whyNotWithdrawable({ status })).toBe(withdraw)
  expect(whyNotDispatchable({ status })).toBe(dispatch)
})
