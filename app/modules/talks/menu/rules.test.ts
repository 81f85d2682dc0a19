import { expect, test } from 'vitest'
import { facetCounts, fitsChoice, lengthOf, type MenuTalk, whyNotOnMenu } from './rules.ts'

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
