import fc from 'fast-check'
import { expect, test } from 'vitest'
import { liesWithin } from '#app/modules/organisation/rules.ts'
import { addDays, instantAt, later, minute, mondayOf, weekdayOf } from '#app/platform/time.ts'
import {
  type AskedTalk,
  type Availability,
  faultsOfTimes,
  freeStretches,
  type ListedSpeaker,
  speakerCounts,
  speakerFits,
  vettingState,
  whyNotAvailable,
  whyNotCorrected,
  whyNotRegistered,
} from './rules.ts'

test.each([
  ['2024-01-01', 1, '2024-01-01'],
  ['2022-01-20', 4, '2022-01-17'],
  ['2022-01-23', 7, '2022-01-17'],
  ['2021-12-31', 5, '2021-12-27'],
])('%s is day %i of the week of %s', (day, weekday, monday) => {
  expect([weekdayOf(day), mondayOf(day)]).toEqual([weekday, monday])
})

const thursday = '2022-01-20'
const time = (from: string, until: string, day = thursday) => ({
  start: instantAt(day, from),
  end: instantAt(day, until),
})
const always: Availability = {
  hours: [],
  extra: [],
  away: [],
  onHolidays: false,
  weeklyLimit: null,
  seasonLimit: null,
  restDays: 0,
  rangeKm: null,
  vettedUntil: null,
  homeVenueId: null,
  home: { x: 0, y: 0 },
  booked: [],
}
const asked: AskedTalk = {
  orderId: 'o',
  seasonId: 's',
  venueId: 'v',
  at: { x: 3, y: 4 },
  time: time('09:00', '10:00'),
}
const hours = (weekday: number, fromTime: string, untilTime: string) => ({
  weekday,
  fromTime,
  untilTime,
})
const thursdays = { hours: [hours(4, '09:00', '11:30'), hours(4, '14:00', '17:00')] }
const at = (from: string, until: string, day = thursday, more: object = {}) => ({
  booked: [
    {
      orderId: 'b',
      seasonId: 's',
      venueId: 'w',
      at: { x: 3, y: 2 },
      time: time(from, until, day),
      ...more,
    },
  ],
})
const extra = { extra: [{ day: thursday, fromTime: '08:00', untilTime: '10:00' }] }
const off = new Map([[thursday, 'off' as const]])

test.each<[string, string | null, Partial<Availability>, Partial<AskedTalk>]>([
  ['someone who said nothing', null, {}, {}],
  ['within the hours', null, thursdays, {}],
  ['within the later hours', null, thursdays, { time: time('15:00', '17:00') }],
  ['before the hours', 'dispatch.notThatHour', thursdays, { time: time('08:30', '09:30') }],
  ['past the hours', 'dispatch.notThatHour', thursdays, { time: time('11:00', '12:00') }],
  ['over the noon', 'dispatch.notThatHour', thursdays, { time: time('11:00', '14:30') }],
  ['Friday', 'dispatch.notThatHour', thursdays, { time: time('09:00', '10:00', '2022-01-21') }],
  [
    'hours that touch',
    null,
    { hours: [hours(4, '09:00', '09:30'), hours(4, '09:30', '10:00')] },
    {},
  ],
  ['an extra day', null, { hours: [hours(1, '09:00', '10:00')], ...extra }, {}],
  [
    'past midnight',
    null,
    {},
    { time: { ...time('23:00', '24:00'), end: instantAt('2022-01-21', '01:00') } },
  ],
  ['away', 'dispatch.awayThatDay', { away: [{ fromOn: '2022-01-18', untilOn: thursday }] }, {}],
  ['back again', null, { away: [{ fromOn: '2022-01-18', untilOn: '2022-01-19' }] }, {}],
  [
    'away on an extra day',
    'dispatch.awayThatDay',
    { ...extra, away: [{ fromOn: thursday, untilOn: thursday }] },
    {},
  ],
  ['the last vetted day', null, { vettedUntil: thursday }, {}],
  ['vetted too short', 'dispatch.vettingOver', { vettedUntil: '2022-01-19' }, {}],
  ['as far as they go', null, { rangeKm: 5 }, {}],
  ['further', 'dispatch.tooFar', { rangeKm: 4 }, {}],
  ['nobody knows how far', null, { rangeKm: 4, home: null }, {}],
  ['at home', null, { homeVenueId: 'v' }, {}],
  ['elsewhere', 'dispatch.receivesAtHome', { homeVenueId: 'home' }, {}],
  ['taken', 'speaker_taken', at('09:30', '10:30'), {}],
  ['the same order', null, at('09:30', '10:30', thursday, { orderId: 'o' }), {}],
  ['time for the way and a rest', null, at('10:50', '11:30'), {}],
  ['a minute less', 'dispatch.noTimeBetween', at('10:49', '11:30'), {}],
  ['a minute less before', 'dispatch.noTimeBetween', at('07:00', '08:11'), {}],
  ['the same house, a rest between', null, at('10:30', '11:30', thursday, { venueId: 'v' }), {}],
  ['a day of rest', null, { restDays: 1, ...at('09:00', '10:00', '2022-01-18') }, {}],
  ['none', 'dispatch.needsRest', { restDays: 1, ...at('09:00', '10:00', '2022-01-19') }, {}],
  ['none after', 'dispatch.needsRest', { restDays: 2, ...at('09:00', '10:00', '2022-01-22') }, {}],
  ['a talk left in the week', null, { weeklyLimit: 2, ...at('09:00', '10:00', '2022-01-17') }, {}],
  [
    'a full week',
    'dispatch.enoughThatWeek',
    { weeklyLimit: 1, ...at('09:00', '10:00', '2022-01-23') },
    {},
  ],
  ['last week', null, { weeklyLimit: 1, ...at('09:00', '10:00', '2022-01-16') }, {}],
  [
    'a full season',
    'dispatch.enoughThatSeason',
    { seasonLimit: 1, ...at('09:00', '10:00', '2021-12-20') },
    {},
  ],
  [
    'another season',
    null,
    { seasonLimit: 1, ...at('09:00', '10:00', '2021-12-20', { seasonId: 'before' }) },
    {},
  ],
])('coming: %s', (_, expected, said, talk) => {
  expect(whyNotAvailable({ ...always, ...said }, { ...asked, ...talk }, new Map())).toBe(expected)
})

test.each<[string, string | null, Partial<Availability>]>([
  ['stays home', 'dispatch.notOnHolidays', {}],
  ['comes', null, { onHolidays: true }],
  ['comes on this one', null, extra],
])('a holiday: who %s', (_, expected, said) => {
  expect(whyNotAvailable({ ...always, ...said }, asked, off)).toBe(expected)
})

test('free time is in order, apart, and all of it can be asked for', () => {
  const said = {
    ...always,
    hours: [hours(4, '09:00', '10:00'), hours(4, '09:30', '11:00'), hours(5, '00:00', '24:00')],
    extra: [{ day: '2022-01-22', fromTime: '00:00', untilTime: '08:00' }],
  }
  expect(freeStretches(said, '2022-01-17', '2022-01-30', off)).toEqual([
    { start: instantAt('2022-01-21', '00:00'), end: instantAt('2022-01-22', '08:00') },
    time('09:00', '11:00', '2022-01-27'),
    time('00:00', '24:00', '2022-01-28'),
  ])
})

const clock = fc.integer({ min: 0, max: 96 }).map((quarter) => {
  const [hour, rest] = [Math.floor(quarter / 4), (quarter % 4) * 15]
  return `${String(hour).padStart(2, '0')}:${String(rest).padStart(2, '0')}`
})
const spans = fc.tuple(clock, clock).filter(([from, until]) => from < until)
const days = fc.integer({ min: 0, max: 13 }).map((days) => addDays('2022-01-17', days))

test('the rule and the expanded calendar agree on every time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), spans), { maxLength: 6 }),
      fc.array(fc.tuple(days, spans), { maxLength: 3 }),
      fc.array(days, { maxLength: 2 }),
      fc.boolean(),
      days,
      spans,
      (week, single, awayOn, onHolidays, day, [from, until]) => {
        const said: Availability = {
          ...always,
          onHolidays,
          hours: week.map(([weekday, [fromTime, untilTime]]) =>
            hours(weekday, fromTime, untilTime),
          ),
          extra: single.map(([of, [fromTime, untilTime]]) => ({ day: of, fromTime, untilTime })),
          away: awayOn.map((of) => ({ fromOn: of, untilOn: of })),
        }
        const talk = time(from, until, day)
        const free = freeStretches(said, '2022-01-17', '2022-01-30', off)
        expect(whyNotAvailable(said, { ...asked, time: talk }, off) === null).toBe(
          liesWithin(free, talk),
        )
        free.forEach((one, next) => {
          expect(one.start < one.end).toBe(true)
          expect(free[next + 1] === undefined || one.end < free[next + 1]!.start).toBe(true)
          const last = { start: later(one.end, -minute), end: one.end }
          expect(whyNotAvailable(said, { ...asked, time: last }, off)).toBe(null)
        })
      },
    ),
  )
})

const span = (from?: string, until?: string) => ({ from, until })
test.each<[string, Record<string, string>, Partial<Parameters<typeof faultsOfTimes>[0]>]>([
  ['nothing', {}, {}],
  ['two spans a day', {}, { hours: [[span('08:00', '10:00'), span('10:00', '11:00')]] }],
  [
    'spans that overlap',
    { 'hours.1.2.from': 'speaker_hours_overlap' },
    { hours: [[], [span('08:00', '10:00'), span(), span('09:59', '11:00')]] },
  ],
  ['half a span', { 'hours.0.0.until': 'speaker.timeMissing' }, { hours: [[span('08:00')]] }],
  [
    'an end before its beginning',
    { 'hours.0.0.until': 'speaker_hours_order' },
    { hours: [[span('08:00', '08:00')]] },
  ],
  ['a single day away', {}, { away: [span('2022-01-20'), span('2022-01-21', '2022-01-22')] }],
  [
    'days away that overlap',
    { 'away.1.from': 'speaker_away_overlap' },
    { away: [span('2022-01-20', '2022-01-21'), span('2022-01-21')] },
  ],
  [
    'extra hours that overlap',
    { 'extra.2.from': 'speaker_hours_overlap' },
    {
      extra: [
        { day: '2022-01-20', ...span('08:00', '10:00') },
        { day: '2022-01-21', ...span('08:00', '10:00') },
        { day: '2022-01-20', ...span('09:00', '10:00') },
      ],
    },
  ],
  [
    'an extra day while away',
    { 'extra.0.day': 'speaker.extraWhileAway' },
    { away: [span('2022-01-20')], extra: [{ day: '2022-01-20', ...span('08:00', '10:00') }] },
  ],
  [
    'an extra day without a day',
    { 'extra.0.day': 'speaker.timeMissing' },
    { extra: [span('08:00', '10:00')] },
  ],
])('filling in %s', (_, faults, given) => {
  expect(faultsOfTimes({ hours: [], away: [], ...given })).toEqual(faults)
})

const topics = (...codes: string[]) => codes.map((code) => ({ code, strength: 2 }))
test.each([
  ['as it is', null, { leftAt: null }, 'home', topics('fraud')],
  ['who has left', 'speaker.alreadyLeft', { leftAt: new Date(0) }, 'home', []],
  ['a hall to receive at', 'speaker.notAHome', { leftAt: null }, 'hall', []],
  ['a topic nobody knows', 'speaker.unknownTopic', { leftAt: null }, 'home', topics('golf')],
])('correcting: %s', (_, expected, speaker, kind, said) => {
  const known = { topics: [{ code: 'fraud' }], home: { kind } }
  expect(whyNotCorrected(speaker, { topics: said }, known)).toBe(expected)
})

test.each([
  [undefined, null, 'never'],
  ['2022-01-19', 'speaker.vettingDay', 'over'],
  ['2022-01-20', 'speaker.vettingDay', 'soon'],
  ['2022-02-19', null, 'soon'],
  ['2022-02-20', null, 'valid'],
  ['2025-01-19', null, 'valid'],
  ['2025-01-20', 'speaker.vettingDay', 'valid'],
])('vetted until %s on 20 January: entered %s, later %s', (vettedUntil, refused, state) => {
  const known = { topics: [], home: null, today: thursday, before: undefined }
  expect(whyNotRegistered({ vettedUntil }, known)).toBe(refused)
  expect(vettingState(vettedUntil ?? null, thursday)).toBe(state)
})

const listed = (more: Partial<ListedSpeaker>): ListedSpeaker => ({
  kind: 'citizen',
  topics: ['fraud'],
  languages: ['nantong'],
  formats: ['talk'],
  audiences: ['elders'],
  communityId: 'a',
  vetting: 'valid',
  ...more,
})

test.each([
  [undefined, null],
  [{ leftAt: null }, 'speaker_person'],
  [{ leftAt: new Date(0) }, null],
])('entering someone whose entry is %o: %s', (before, expected) => {
  const known = { topics: [], home: null, today: thursday, before }
  expect(whyNotRegistered({}, known)).toBe(expected)
})

test('the database narrows by every facet, and counts keep the others', () => {
  const all = [
    listed({}),
    listed({ kind: 'expert', topics: ['health', 'fraud'] }),
    listed({ communityId: null }),
  ]
  expect(all.map((speaker) => speakerFits(speaker, { kind: 'expert', topic: 'fraud' }))).toEqual([
    false,
    true,
    false,
  ])
  expect(speakerCounts(all, { kind: 'citizen' }, 'topic')).toEqual(new Map([['fraud', 2]]))
  expect(speakerCounts(all, { kind: 'citizen' }, 'kind')).toEqual(
    new Map([
      ['citizen', 2],
      ['expert', 1],
    ]),
  )
  expect(speakerCounts(all, {}, 'community')).toEqual(new Map([['a', 2]]))
  expect(speakerCounts([listed({ audiences: [] })], {}, 'audience').get('youth')).toBe(1)
})
