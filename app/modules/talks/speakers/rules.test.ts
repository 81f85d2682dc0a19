import { expect, test } from 'vitest'
import { instantAt } from '#app/platform/time.ts'
import {
  type Availability,
  type ListedSpeaker,
  mondayOf,
  speakerCounts,
  speakerFits,
  weekdayOf,
  whyNotAvailable,
  whyNotCorrected,
} from './rules.ts'

test.each([
  ['2024-01-01', 1, '2024-01-01'],
  ['2022-01-20', 4, '2022-01-17'],
  ['2022-01-23', 7, '2022-01-17'],
  ['2021-12-31', 5, '2021-12-27'],
])('%s is day %i of the week of %s', (day, weekday, monday) => {
  expect([weekdayOf(day), mondayOf(day)]).toEqual([weekday, monday])
})

const time = (from: string, until: string, day = '2022-01-20') => ({
  start: instantAt(day, from),
  end: instantAt(day, until),
})
const always: Availability = { hours: [], away: [], weeklyLimit: null, homeVenueId: null }
const thursdays = { hours: [{ weekday: 4, fromTime: '09:00', untilTime: '11:30' }] }

test.each<[string, string | null, Partial<Availability>, object]>([
  ['someone who said nothing', null, {}, {}],
  ['within the hours', null, thursdays, {}],
  ['before the hours', 'dispatch.notThatHour', thursdays, { time: time('08:30', '09:30') }],
  ['past the hours', 'dispatch.notThatHour', thursdays, { time: time('11:00', '12:00') }],
  [
    'another day',
    'dispatch.notThatHour',
    thursdays,
    { time: time('09:00', '10:00', '2022-01-21') },
  ],
  ['away', 'dispatch.awayThatDay', { away: [{ fromOn: '2022-01-18', untilOn: '2022-01-20' }] }, {}],
  ['back again', null, { away: [{ fromOn: '2022-01-18', untilOn: '2022-01-19' }] }, {}],
  ['a talk left in the week', null, { weeklyLimit: 2 }, { talksThatWeek: 1 }],
  ['a full week', 'dispatch.enoughThatWeek', { weeklyLimit: 2 }, { talksThatWeek: 2 }],
  ['at home', null, { homeVenueId: 'v' }, {}],
  ['elsewhere', 'dispatch.receivesAtHome', { homeVenueId: 'home' }, {}],
])('coming: %s', (_, expected, said, asked) => {
  const of = { time: time('09:00', '10:00'), venueId: 'v', talksThatWeek: 0, ...asked }
  expect(whyNotAvailable({ ...always, ...said }, of)).toBe(expected)
})

test.each([
  ['as it is', null, { leftAt: null }, 'home', ['fraud']],
  ['who has left', 'speaker.alreadyLeft', { leftAt: new Date(0) }, 'home', []],
  ['a hall to receive at', 'speaker.notAHome', { leftAt: null }, 'hall', []],
  ['a topic nobody knows', 'speaker.unknownTopic', { leftAt: null }, 'home', ['golf']],
])('correcting: %s', (_, expected, speaker, kind, topics) => {
  const known = { topics: [{ code: 'fraud' }], home: { kind } }
  expect(whyNotCorrected(speaker, { topics }, known)).toBe(expected)
})

const listed = (more: Partial<ListedSpeaker>): ListedSpeaker => ({
  kind: 'citizen',
  topics: ['fraud'],
  languages: ['nantong'],
  formats: ['talk'],
  communityId: 'a',
  ...more,
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
})
