import { expect, test } from 'vitest'
import type { RollAnswer, RollState } from '../rules.ts'
import {
  emptyOutbox,
  notCounted,
  onAnswer,
  onFailure,
  restored,
  shownGuests,
  shownMarks,
  shownOf,
  shownWalkIns,
  summaryOf,
  tap,
  toSend,
  withRoll,
} from './outbox.ts'

const now = new Date('2022-01-13T06:00:00Z')
const empty = emptyOutbox('s', 'token', null)
const came = (personId: string) => ({ kind: 'mark', personId, presence: 'came' }) as const
const absent = (personId: string) => ({ kind: 'mark', personId, presence: 'absent' }) as const
const roll = (more: Partial<RollState>): RollState => ({
  revision: 1,
  standing: 'open',
  marks: [],
  disputed: [],
  walkIns: [],
  guests: 0,
  guestEntries: [],
  ...more,
})
const answer = (ids: string[], state: RollState | null = null): RollAnswer => ({
  now: now.toISOString(),
  results: ids.map((id) => ({ id, result: 'applied', personId: null })),
  roll: state,
})

test('nothing is called sent before the server has answered for it', () => {
  const tapped = tap(tap(empty, came('p'), { id: '1', now }), came('q'), { id: '2', now })
  expect(summaryOf(tapped)).toEqual({ waiting: 2, sent: 0, failed: 0 })
  const { outbox, batch } = toSend(tapped, now)
  expect(batch.entries.map(({ id }) => id)).toEqual(['1', '2'])
  expect(summaryOf(outbox)).toEqual({ waiting: 2, sent: 0, failed: 0 })
  expect(summaryOf(onFailure(outbox, null))).toEqual({ waiting: 2, sent: 0, failed: 0 })
  expect(summaryOf(onFailure(outbox, '请登录'))).toEqual({ waiting: 0, sent: 0, failed: 2 })
  const half = onAnswer(outbox, answer(['1']))
  expect(summaryOf(half)).toEqual({ waiting: 1, sent: 1, failed: 0 })
  expect(toSend(half, now).batch.entries.map(({ id }) => id)).toEqual(['2'])
})

test('what was on its way when the phone went out goes again, in its order', () => {
  const { outbox } = toSend(tap(empty, came('p'), { id: '1', now }), now)
  const back = tap(restored(JSON.parse(JSON.stringify(outbox))), came('q'), { id: '2', now })
  expect(toSend(back, now).batch.entries.map(({ id }) => id)).toEqual(['1', '2'])
})

test('a batch takes the oldest hundred', () => {
  let outbox = empty
  for (let at = 0; at < 130; at += 1) outbox = tap(outbox, came(`p${at}`), { id: String(at), now })
  const first = toSend(outbox, now)
  expect(first.batch.entries.map(({ id }) => id)).toEqual(
    Array.from({ length: 100 }, (_, at) => String(at)),
  )
  const rest = toSend(onAnswer(first.outbox, answer(first.batch.entries.map(({ id }) => id))), now)
  expect(rest.batch.entries.length).toBe(30)
})

test('a tap knows what is shown: one’s own waiting word over the server’s', () => {
  const known = withRoll(
    empty,
    roll({ marks: [{ personId: 'p', presence: 'came', by: '李', at: '' }] }),
  )
  expect(tap(known, came('p'), { id: '1', now })).toBe(known)
  const once = tap(known, absent('p'), { id: '1', now })
  const twice = tap(once, came('p'), { id: '2', now })
  expect(twice.kept.map(({ entry }) => entry.seen)).toEqual(['came', 'absent'])
  expect(shownOf(twice, 'p')).toEqual({ presence: 'came', state: 'waiting', disputed: [] })
  expect([...shownMarks(twice).keys()]).toEqual(['p'])
})

test('a person whom others dispute can be agreed on by tapping what stands', () => {
  const other = { id: 'x', personId: 'p', presence: 'absent', by: '李', at: '' } as const
  const marks = [{ personId: 'p', presence: 'came', by: '王', at: '' }] as const
  const known = withRoll(empty, roll({ marks: [...marks], disputed: [other] }))
  expect(tap(known, came('p'), { id: '1', now }).kept.length).toBe(1)
})

test('guests and walk-ins that the server counts already are not counted again', () => {
  const said = tap(
    tap(empty, { kind: 'guests', guests: 2 }, { id: '1', now }),
    { kind: 'walk_in', words: ' 王大爷\u0000 ' },
    { id: '2', now },
  )
  expect(shownGuests(said)).toBe(2)
  expect(shownWalkIns(said)).toEqual([{ id: '2', words: '王大爷', state: 'waiting' }])
  // The answer was lost, and the page brings the roll that has both.
  const state = roll({
    guests: 5,
    guestEntries: ['1', 'z'],
    walkIns: [{ id: '2', words: '王大爷', by: '', at: '' }],
  })
  const told = withRoll(said, state)
  expect([shownGuests(told), shownWalkIns(told).length]).toEqual([5, 1])
})

test('an older roll does not replace a newer one, and an answer may come twice', () => {
  const newer = withRoll(empty, roll({ revision: 7, guests: 4 }))
  expect(withRoll(newer, roll({ revision: 6 }))).toBe(newer)
  const { outbox } = toSend(tap(newer, came('p'), { id: '1', now }), now)
  const once = onAnswer(outbox, answer(['1'], roll({ revision: 8 })))
  expect(onAnswer(once, answer(['1'], roll({ revision: 5 })))).toEqual(once)
  expect(notCounted(once)).toEqual([])
})

test('empty words, no guests and halves of signs say nothing', () => {
  expect(tap(empty, { kind: 'note', words: ' \n ' }, { id: '1', now })).toBe(empty)
  expect(tap(empty, { kind: 'guests', guests: 0 }, { id: '1', now })).toBe(empty)
  const long = tap(empty, { kind: 'note', words: `\ud83d${'𠮷'.repeat(400)}` }, { id: '1', now })
  expect(long.kept[0]?.entry.words).toBe('𠮷'.repeat(300))
})
