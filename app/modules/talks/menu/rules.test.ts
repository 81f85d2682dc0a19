import { expect, test } from 'vitest'
import {
  facetCounts,
  fitsChoice,
  lengthOf,
  type MenuTalk,
  stateOf,
  whyNoMoreMaterial,
  whyNotOffered,
  whyNotOnMenu,
} from './rules.ts'

const talk = (more: Partial<MenuTalk>): MenuTalk => ({
  strandCode: 'pioneer',
  topics: ['fraud'],
  audiences: ['elders'],
  formats: ['talk'],
  languages: ['mandarin'],
  minutes: 60,
  ...more,
})
const talks = [
  talk({}),
  talk({ topics: ['fraud', 'law'], minutes: 30 }),
  talk({ topics: ['health'], audiences: ['elders', 'youth'], minutes: 120 }),
]

test('a facet counts what each of its values would leave, the other choices kept', () => {
  expect([...facetCounts(talks, {}, 'topic')]).toEqual([
    ['fraud', 2],
    ['law', 1],
    ['health', 1],
  ])
  expect([...facetCounts(talks, { minutes: '30' }, 'topic')]).toEqual([
    ['fraud', 1],
    ['law', 1],
  ])
  expect([...facetCounts(talks, { topic: 'health' }, 'topic')]).toEqual([
    ['fraud', 2],
    ['law', 1],
    ['health', 1],
  ])
  expect([...facetCounts(talks, { topic: 'health' }, 'minutes')]).toEqual([['longer', 1]])
})

test.each([
  [5, '10'],
  [10, '10'],
  [11, '30'],
  [60, '60'],
  [90, '90'],
  [91, 'longer'],
])('%i minutes stand under %s', (minutes, expected) => {
  expect(lengthOf(minutes)).toBe(expected)
})

test('a choice that nothing has leaves nothing', () => {
  expect(talks.filter((each) => fitsChoice(each, { topic: 'no such topic' }))).toEqual([])
})

const known = {
  topics: [{ code: 'fraud' }],
  strands: [{ code: 'pioneer' }],
  speakers: [
    { id: 'a', leftAt: null },
    { id: 'b', leftAt: new Date(0) },
  ],
}
test.each([
  ['all known', null, {}],
  ['a topic that is none', 'talk.unknownTopic', { topics: ['fraud', 'other'] }],
  ['a strand that is none', 'talk.unknownStrand', { strandCode: 'other' }],
  ['a speaker who is none', 'talk.unknownSpeaker', { speakerIds: ['c'] }],
  ['a speaker who left', 'talk.speakerLeft', { speakerIds: ['a', 'b'] }],
])('on the menu: %s', (_, expected, more) => {
  expect(
    whyNotOnMenu({ topics: ['fraud'], strandCode: 'pioneer', speakerIds: ['a'], ...more }, known),
  ).toBe(expected)
})

const standing = {
  putOnMenuAt: new Date(0),
  retiredAt: null,
  offeredFrom: null,
  offeredUntil: null,
}
const january = { ...standing, offeredFrom: '2022-01-10', offeredUntil: '2022-01-31' }
test.each([
  ['all year', standing, ['2022-07-01'], 'published', null],
  ['in its time', january, ['2022-01-10', '2022-01-31'], 'seasonal', null],
  ['one day too early', january, ['2022-01-09'], 'seasonal', 'talk.outOfSeason'],
  ['one of two too late', january, ['2022-01-31', '2022-02-01'], 'seasonal', 'talk.outOfSeason'],
  ['on no day in particular', january, [], 'seasonal', null],
  ['with an open end', { ...january, offeredUntil: null }, ['2030-01-01'], 'seasonal', null],
  ['a draft', { ...standing, putOnMenuAt: null }, [], 'draft', 'talk.stillPrepared'],
  ['off the menu', { ...january, retiredAt: new Date(1) }, [], 'retired', 'talk.alreadyRetired'],
])('offered: %s', (_, talk, days, state, why) => {
  expect([stateOf(talk), whyNotOffered(talk, days)]).toEqual([state, why])
})

test.each([
  [11, null],
  [12, 'talk.tooManyMaterials'],
])('with %i materials there: %s', (count, expected) => {
  expect(whyNoMoreMaterial({ retiredAt: null }, count)).toBe(expected)
})
