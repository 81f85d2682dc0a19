import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Asked,
  nextShown,
  resultsOf,
  sizeOf,
  type Way,
  whyNotAnswered,
  whyNotCounted,
} from './rules.ts'

const open = { over: false, askedInTheRoom: false }

test.each([
  ['a first answer', false, open, ['yes'], null],
  ['a second one', true, open, ['yes'], 'taps.alreadyAnswered'],
  ['a second one, late', true, { ...open, over: true }, ['yes'], 'taps.alreadyAnswered'],
  ['a late one', false, { ...open, over: true }, ['yes'], 'taps.linkOver'],
  ['after hands', false, { ...open, askedInTheRoom: true }, ['yes'], 'taps.askedInTheRoom'],
  ['all four left out', false, open, [], 'taps.nothingSaid'],
] as const)('by link: %s', (_, answered, link, said, expected) => {
  expect(whyNotAnswered({ answered }, link, said)).toBe(expected)
})

const of = (yes: number, no: number) => ({ understood: { yes, no } })
const held: Asked = { status: 'held', headCount: 20, links: 12, answered: 0 }

test.each([
  ['strips of those without a link', held, 'paper', { paper: of(6, 2), hands: {} }, null],
  ['one more', held, 'paper', { paper: of(6, 3), hands: {} }, 'taps.moreThanCame'],
  ['hands of all', held, 'hands', { paper: {}, hands: of(18, 2) }, null],
  ['hands and strips of all', held, 'paper', { paper: of(2, 0), hands: of(18, 0) }, null],
  ['and one more', held, 'paper', { paper: of(3, 0), hands: of(18, 0) }, 'taps.moreThanCame'],
  ['more hands than people', held, 'hands', { paper: {}, hands: of(18, 3) }, 'taps.moreHands'],
  [
    'hands after an answer by link',
    { ...held, answered: 1 },
    'hands',
    { paper: {}, hands: of(1, 0) },
    'taps.answeredByLink',
  ],
  [
    'before it was held',
    { ...held, status: 'scheduled' },
    'hands',
    { paper: {}, hands: of(1, 0) },
    'taps.notHeld',
  ],
] as const)('typed in: %s', (_, asked, way, typed, expected) => {
  expect(whyNotCounted(asked, way, typed)).toBe(expected)
})

const none = { yes: 0, no: 0 }
const nothing = { link: none, paper: none, hands: none }
const together = (shown: Record<Way, { yes: number; no: number }>) =>
  (['yes', 'no'] as const).map((say) => shown.link[say] + shown.paper[say] + shown.hands[say])

test.each([
  ['four by link', { ...nothing, link: { yes: 4, no: 0 } }, nothing, [0, 0]],
  ['five by link', { ...nothing, link: { yes: 4, no: 1 } }, nothing, [4, 1]],
  [
    'six on paper, four by link',
    { ...nothing, link: { yes: 4, no: 0 }, paper: { yes: 5, no: 1 } },
    nothing,
    [5, 1],
  ],
  [
    'three on paper, five by link',
    { ...nothing, link: { yes: 5, no: 0 }, paper: { yes: 3, no: 0 } },
    nothing,
    [8, 0],
  ],
  [
    'three more on paper',
    { ...nothing, paper: { yes: 9, no: 0 } },
    { ...nothing, paper: { yes: 5, no: 1 } },
    [5, 1],
  ],
  [
    'the same put right',
    { ...nothing, paper: { yes: 4, no: 2 } },
    { ...nothing, paper: { yes: 5, no: 1 } },
    [4, 2],
  ],
])('what is shown of %s', (_, counted, shown, expected) => {
  expect(together(nextShown(counted, shown))).toEqual(expected)
})

test('under five answers to one of the four, nothing is shown of it', () => {
  const shown = [
    { tap: 'understood', yes: 3, no: 1 },
    { tap: 'understood', yes: 1, no: 0 },
    { tap: 'will_use', yes: 4, no: 0 },
  ] as const
  expect(resultsOf(shown)).toEqual([
    { tap: 'understood', counts: { yes: 4, no: 1 } },
    { tap: 'worth_hearing', counts: null },
    { tap: 'will_remember', counts: null },
    { tap: 'will_use', counts: null },
  ])
})

test('however answers come, what is new by link is shown by five or more, and none is lost', () => {
  const ballot = fc.constantFrom('yes', 'no')
  const typed = fc.record({ yes: fc.nat(12), no: fc.nat(12) })
  fc.assert(
    fc.property(fc.array(fc.oneof(ballot, typed), { maxLength: 60 }), (steps) => {
      let counted: Parameters<typeof nextShown>[0] = nothing
      let shown = counted
      for (const said of steps) {
        counted =
          typeof said === 'string'
            ? { ...counted, link: { ...counted.link, [said]: counted.link[said as 'yes'] + 1 } }
            : { ...counted, paper: said }
        const after = nextShown(counted, shown)
        const more = sizeOf(after.link) - sizeOf(shown.link)
        expect(more === 0 || more >= 5).toBe(true)
        expect(sizeOf(counted.link) - sizeOf(after.link)).toBeLessThan(5)
        const total = more + sizeOf(after.paper) - sizeOf(shown.paper)
        // Putting right what was typed says nothing of who answered.
        expect(total === 0 || total >= 5 || sizeOf(after.paper) <= sizeOf(shown.paper)).toBe(true)
        shown = after
      }
    }),
  )
})
