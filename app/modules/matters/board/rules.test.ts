import { expect, test } from 'vitest'
import { partsIn, suggestedFor, whyNotJoined, whyNotPublished, whyNotWithdrawn } from './rules.ts'

test.each([
  ['', ['']],
  ['\n换灯\n', ['']],
  ['换灯\n接线', ['换灯', '接线']],
])('parts typed as %j', (lines, parts) => {
  expect(partsIn(lines)).toEqual(parts)
})

test.each([
  ['2022-01-12', [''], null],
  ['2022-01-11', [''], 'matter.dayPast'],
  ['2022-01-12', ['a', 'b', 'c', 'd', 'e'], 'matter.tooManyParts'],
  ['2022-01-12', ['a', 'a'], 'matter.partsAlike'],
])('to be done by %s in %j: %s', (byOn, parts, reason) => {
  expect(whyNotPublished({ byOn, parts }, '2022-01-12')).toBe(reason)
})

test.each([
  ['open', null, null],
  ['claimed', null, null],
  ['done', 'matter.takesNoMore', null],
  ['confirmed', 'matter.takesNoMore', 'matter.over'],
  ['withdrawn', 'matter.takesNoMore', 'matter.over'],
  ['expired', 'matter.takesNoMore', 'matter.over'],
] as const)('a matter that is %s', (status, joined, withdrawn) => {
  expect([whyNotJoined({ status }), whyNotWithdrawn({ status })]).toEqual([joined, withdrawn])
})

test('a branch is shown what is near or what it has heard of, with the reasons', () => {
  const talk = { title: '守住养老钱', titleEn: '' }
  const branch = { ancestors: ['street', 'here', 'branch'], heard: new Map([['fraud', talk]]) }
  const here = { communityId: 'here', topics: [] }
  const heard = { communityId: 'there', topics: ['fraud', 'law'] }
  const both = { communityId: 'here', topics: ['fraud'] }
  const neither = { communityId: 'there', topics: ['law'] }
  expect(suggestedFor([here, heard, neither, both], branch, 3)).toEqual([
    { matter: both, why: [{ near: true }, { near: false, topic: 'fraud', talk }] },
    { matter: here, why: [{ near: true }] },
    { matter: heard, why: [{ near: false, topic: 'fraud', talk }] },
  ])
  expect(suggestedFor([here, both], branch, 1)).toHaveLength(1)
})
