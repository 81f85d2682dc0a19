import { expect, test } from 'vitest'
import { ageOf, type Branch, dialectOf, fitsOf, type OfferedTalk, whysOf } from './rules.ts'

const branch: Branch = {
  communityId: 'c',
  topicsCovered: ['fraud'],
  talksOrdered: ['ordered'],
  dialects: [
    { language: 'mandarin', members: 30 },
    { language: 'nantong', members: 9 },
  ],
  ages: { known: 9, elders: 2 },
  hasPavilion: true,
}
const talk = (more: Partial<OfferedTalk> = {}): OfferedTalk => ({
  id: 't',
  number: 1,
  topics: ['fraud'],
  languages: ['mandarin'],
  formats: ['talk'],
  audiences: ['elders'],
  speakers: [{ name: '王奶奶', communityId: 'elsewhere' }],
  heard: { held: 9, said: 4, well: 4 },
  ...more,
})

test.each<[string, Partial<OfferedTalk>, unknown[]]>([
  ['nothing fits', {}, []],
  ['a new topic', { topics: ['fraud', 'health'] }, [{ name: 'topicMissing', topic: 'health' }]],
  ['the members’ dialect', { languages: ['nantong'] }, [{ name: 'dialect', language: 'nantong' }]],
  [
    'a neighbour',
    { speakers: [{ name: '王奶奶', communityId: 'c' }] },
    [{ name: 'near', speaker: '王奶奶' }],
  ],
  ['the members’ age', { audiences: ['workers'] }, [{ name: 'age', audience: 'workers' }]],
  [
    'what others said',
    { heard: { held: 9, said: 5, well: 4 } },
    [{ name: 'understood', held: 9, said: 5, well: 4 }],
  ],
  ['what too few of the others said well', { heard: { held: 9, said: 6, well: 4 } }, []],
  ['the pavilion', { formats: ['pavilion'] }, [{ name: 'pavilion' }]],
  ['ordered already', { id: 'ordered', topics: ['health'] }, []],
])('%s', (_, more, expected) => {
  expect(whysOf(branch, talk(more))).toEqual(expected)
})

test.each([
  [4, null],
  [5, 'nantong'],
])('of %i members who told their dialect the menu says %s', (members, expected) => {
  expect(dialectOf({ dialects: [{ language: 'nantong', members }] })).toBe(expected)
})

test.each([
  [4, 4, null],
  [5, 3, 'elders'],
  [5, 2, 'workers'],
  [6, 3, null],
])('of %i members with a day of birth %i are elders: %s', (known, elders, expected) => {
  expect(ageOf({ ages: { known, elders } })).toBe(expected)
})

test('those with most reasons come first, then by number; one reason is too little', () => {
  const two = { topics: ['health'], formats: ['pavilion'] }
  const talks = [
    talk({ id: 'one', number: 1, topics: ['health'] }),
    talk({ id: 'b', number: 3, ...two }),
    talk({ id: 'a', number: 2, ...two }),
    talk({ id: 'c', number: 4, ...two, languages: ['nantong'] }),
    talk({ id: 'd', number: 5, ...two }),
  ]
  expect(fitsOf(branch, talks).map(({ talkId }) => talkId)).toEqual(['c', 'a', 'b'])
})
