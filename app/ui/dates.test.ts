import { describe, expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  instantOf,
  isoInChina,
  sayDay,
  sayDays,
  sayMinutes,
  sayMoment,
  sayMonth,
  sayNearDay,
  saySpan,
  sayTime,
  sayWeekday,
  sayWeekdayAndDay,
} from './dates.ts'

const now = new Date('2022-01-10T02:00:00Z')
const from = new Date('2022-01-12T06:00:00Z')
const to = new Date('2022-01-12T07:30:00Z')

describe('a moment as people say it', () => {
  test('span of one day', () => {
    expect(saySpan(from, to, 'zh', now)).toBe('1月12日 周三 14:00–15:30')
    expect(saySpan(from, to, 'en', now)).toBe('Wed 12 Jan, 14:00–15:30')
  })

  test('span over midnight names both days', () => {
    const late = new Date('2022-01-12T17:00:00Z')
    expect(saySpan(from, late, 'zh', now)).toBe('1月12日 周三 14:00 – 1月13日 周四 01:00')
    expect(saySpan(from, late, 'en', now)).toBe('Wed 12 Jan, 14:00 – Thu 13 Jan, 01:00')
  })

  test('the year is said when it is not this one', () => {
    const later = new Date('2023-03-01T00:00:00Z')
    expect(sayDay('2022-01-12', 'zh', later)).toBe('2022年1月12日')
    expect(sayDay('2022-01-12', 'en', later)).toBe('12 Jan 2022')
    expect(saySpan(from, to, 'zh', later)).toBe('2022年1月12日 周三 14:00–15:30')
    expect(saySpan(from, to, 'en', later)).toBe('Wed 12 Jan 2022, 14:00–15:30')
  })

  test('New Year comes at midnight in China, eight hours before UTC', () => {
    const eve = new Date('2021-12-31T15:59:59Z')
    const newYear = new Date('2021-12-31T16:00:00Z')
    expect(sayMoment(newYear, 'zh', newYear)).toBe('1月1日 周六 00:00')
    expect(sayMoment(eve, 'zh', newYear)).toBe('2021年12月31日 周五 23:59')
    expect(sayMoment(eve, 'en', eve)).toBe('Fri 31 Dec, 23:59')
  })

  test.each([
    ['2022-01-09', '昨天', 'yesterday'],
    ['2022-01-08', '前天', 'Sat 8 Jan'],
    ['2022-01-10', '今天', 'today'],
    ['2022-01-11', '明天', 'tomorrow'],
    ['2022-01-12', '后天', 'Wed 12 Jan'],
    ['2022-01-13', '1月13日 周四', 'Thu 13 Jan'],
    ['2022-01-07', '1月7日 周五', 'Fri 7 Jan'],
  ])('%s is near by name', (day, zh, en) => {
    expect(sayNearDay(day, 'zh', now)).toBe(zh)
    expect(sayNearDay(day, 'en', now)).toBe(en)
  })

  test('an instant late in the evening UTC is already tomorrow in China', () => {
    expect(sayNearDay(new Date('2022-01-10T16:30:00Z'), 'zh', now)).toBe('明天')
  })

  test('days, weekdays, times, months and seasons', () => {
    expect(sayWeekdayAndDay('2022-02-01', 'zh', now)).toBe('2月1日 周二')
    expect(sayWeekdayAndDay('2022-02-01', 'en', now)).toBe('Tue 1 Feb')
    expect(sayWeekday(from, 'zh')).toBe('周三')
    expect(sayWeekday('2022-02-06', 'en')).toBe('Sun')
    expect(sayTime(new Date('2022-01-12T01:05:00Z'))).toBe('09:05')
    expect(sayMonth('2022-01', 'zh')).toBe('2022年1月')
    expect(sayMonth('2022-12', 'en')).toBe('December 2022')
    expect(sayDays('2021-12-06', '2022-02-28', 'zh', now)).toBe('2021年12月6日至2月28日')
    expect(sayDays('2021-12-06', '2022-02-28', 'en', now)).toBe('6 Dec 2021 – 28 Feb')
  })

  test.each([
    [90, '1小时30分钟', '1 h 30 min'],
    [120, '2小时', '2 h'],
    [45, '45分钟', '45 min'],
    [0, '0分钟', '0 min'],
  ])('%i minutes', (minutes, zh, en) => {
    expect(sayMinutes(minutes, 'zh')).toBe(zh)
    expect(sayMinutes(minutes, 'en')).toBe(en)
  })
})

describe('days in China', () => {
  test('an instant, its day and its clock time', () => {
    expect(dayOf(new Date('2022-01-12T15:59:59Z'))).toBe('2022-01-12')
    expect(dayOf(new Date('2022-01-12T16:00:00Z'))).toBe('2022-01-13')
    expect(instantOf('2022-01-12', '14:00')).toEqual(from)
    expect(instantOf('2022-01-12')).toEqual(new Date('2022-01-11T16:00:00Z'))
    expect(isoInChina(from)).toBe('2022-01-12T14:00+08:00')
  })

  test('counting days over months and leap days', () => {
    expect(addDays('2022-01-31', 1)).toBe('2022-02-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2022-01-01', -1)).toBe('2021-12-31')
    expect(daysBetween('2021-12-30', '2022-01-02')).toBe(3)
    expect(daysBetween('2022-01-02', '2021-12-30')).toBe(-3)
  })
})
