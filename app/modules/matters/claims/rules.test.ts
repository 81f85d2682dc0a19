import { describe, expect, test } from 'vitest'
import { type Actor, nobody } from '#app/platform/context.ts'
import { calendarOf } from '#app/platform/working-days.ts'
import {
  askDue,
  callBackDue,
  contactDue,
  sharedParts,
  showsResident,
  statusOf,
  whyNotABranch,
  whyNotAssigned,
  whyNotClaimable,
  whyNotEnded,
  whyNotJudged,
} from './rules.ts'

const open = { status: 'open', parts: [''] } as const
const parted = { status: 'open', parts: ['灯', '线'] } as const
const none = new Set<number>()

test.each([
  ['a whole one', open, none, 0, null, null],
  ['one that is taken', open, new Set([0]), 0, null, 'claim_taken'],
  ['the other part', parted, new Set([0]), 1, null, null],
  ['a part that is not there', parted, none, 2, null, 'claim.noSuchPart'],
  ['one that is done', { ...open, status: 'done' as const }, none, 0, null, 'matter.over'],
  [
    'one that is withdrawn',
    { ...open, status: 'withdrawn' as const },
    none,
    0,
    null,
    'matter.over',
  ],
  ['one to share', open, none, 0, ['灯', '线'], null],
  ['one to share that is in parts already', parted, none, 0, ['a', 'b'], 'claim.notToBeShared'],
  ['one to share with nothing for others', open, none, 0, ['灯'], 'claim.notToBeShared'],
  ['one to share without an own part', open, none, 0, ['', '线'], 'claim.notToBeShared'],
  ['one to share in equal names', open, none, 0, ['灯', '灯'], 'matter.partsAlike'],
  ['one to share in five', open, none, 0, ['a', 'b', 'c', 'd', 'e'], 'matter.tooManyParts'],
])('claiming %s', (_, matter, taken, part, shared, reason) => {
  expect(whyNotClaimable(matter, taken, part, shared)).toBe(reason)
})

test('what a branch types names the parts, its own first', () => {
  expect(sharedParts('', ' \n')).toBe(null)
  expect(sharedParts('灯', '线\n 开关 ')).toEqual(['灯', '线', '开关'])
})

test('branches claim, while they stand', () => {
  expect(whyNotABranch({ kind: 'branch', closedAt: null })).toBe(null)
  expect(whyNotABranch({ kind: 'branch', closedAt: new Date('2022-01-12T10:00:00+08:00') })).toBe(
    'claim.unitClosed',
  )
  expect(whyNotABranch({ kind: 'community', closedAt: null })).toBe('claim.notABranch')
})

const person = (role: 'member' | 'office' | 'organiser', unitId: string, id = 'p'): Actor => ({
  kind: 'person',
  personId: id,
  name: '李',
  appointments: [{ role, unitId, reach: new Set([unitId]) }],
})

test('who speaks with the resident is of the branch', () => {
  expect(whyNotAssigned(person('member', 'b'), 'b')).toBe(null)
  expect(whyNotAssigned(person('member', 'other'), 'b')).toBe('claim.notOfBranch')
  expect(whyNotAssigned(person('office', 'b'), 'b')).toBe('claim.notOfBranch')
  expect(whyNotAssigned(nobody, 'b')).toBe('claim.notOfBranch')
})

test.each([
  [1, [], 'open'],
  [1, [null], 'claimed'],
  [2, [null], 'open'],
  [2, [null, 'x'], 'claimed'],
  [2, ['x', 'x'], 'done'],
  [2, ['x'], 'open'],
] as const)('%s parts, claims %j: %s', (parts, live, status) => {
  const claims = live.map((done) => ({ doneAt: done && new Date('2022-01-12T10:00:00+08:00') }))
  expect(statusOf(parts, claims)).toBe(status)
})

describe('ending a claim of 1 January', () => {
  const claim = {
    claimedAt: new Date('2022-01-01T10:00:00+08:00'),
    contactedAt: null,
    warnedAt: new Date('2022-01-06T11:00:00+08:00'),
    doneAt: null,
    endedAt: null,
  }
  const eighth = new Date('2022-01-08T11:00:00+08:00')
  test.each([
    ['lapsed', {}, null],
    ['lapsed', { warnedAt: null }, 'claim.inTime'],
    ['lapsed', { warnedAt: new Date('2022-01-07T12:00:00+08:00') }, 'claim.inTime'],
    ['lapsed', { contactedAt: new Date('2022-01-07T12:00:00+08:00') }, 'claim.inTime'],
    ['lapsed', { claimedAt: new Date('2022-01-01T11:30:00+08:00') }, 'claim.inTime'],
    ['lapsed', { endedAt: eighth }, 'claim.over'],
    ['handedBack', {}, null],
    ['handedBack', { doneAt: eighth }, 'claim.saidDone'],
    ['withdrawn', { doneAt: eighth }, null],
  ] as const)('%s with %j: %s', (how, more, reason) => {
    expect(whyNotEnded({ ...claim, ...more }, how, eighth)).toBe(reason)
  })

  test('the resident hears by the seventh day after', () => {
    expect(contactDue(claim)).toBe('2022-01-08')
  })
})

describe('saying whether it is solved', () => {
  const matter = { id: 'm', status: 'done' } as const
  const need = { matterId: 'm', phone: '10000000001' }
  const claimer = {
    unitId: 'b',
    claimedBy: 'c',
    assignedTo: 'a',
    doneBy: 'd',
    phones: ['10000000002'],
  }
  test.each([
    ['the resident', need, nobody, matter, null],
    ['of another matter', { ...need, matterId: 'x' }, nobody, matter, 'verdict.otherNeed'],
    ['too early', need, nobody, { ...matter, status: 'claimed' as const }, 'verdict.notDone'],
    ['who claimed', need, person('office', 's', 'c'), matter, 'verdict.byClaimer'],
    ['who was assigned', need, person('office', 's', 'a'), matter, 'verdict.byClaimer'],
    ['who said it was done', need, person('office', 's', 'd'), matter, 'verdict.byClaimer'],
    ['who runs the branch', need, person('organiser', 'b'), matter, 'verdict.byClaimer'],
    ['another of the office', need, person('office', 'b'), matter, null],
    [
      'with a claimer’s phone',
      { ...need, phone: '10000000002' },
      nobody,
      matter,
      'verdict.byClaimer',
    ],
  ])('%s', (_, of, giver, about, reason) => {
    expect(whyNotJudged({ need: of, giver }, about, [claimer])).toBe(reason)
  })
})

test('a call back is due the next working day, and asking after three', () => {
  const calendar = calendarOf([
    { day: '2022-01-29', kind: 'work' },
    { day: '2022-01-31', kind: 'off' },
  ])
  const friday = new Date('2022-01-28T15:00:00+08:00')
  expect(callBackDue({ at: friday }, calendar)).toEqual({ day: '2022-01-29' })
  expect(askDue({ doneAt: friday }, calendar)).toEqual({ day: '2022-02-02' })
})

test('the resident’s number is for who is assigned, for thirty days after the end', () => {
  const now = new Date('2022-03-01T10:00:00+08:00')
  const claim = { assignedTo: 'p', endedAt: null, ending: null }
  const ended = (day: string, ending = 'confirmed') =>
    showsResident(
      { ...claim, endedAt: new Date(`2022-${day}T10:00:00+08:00`), ending },
      person('member', 'b'),
      now,
    )
  expect(showsResident(claim, person('member', 'b'), now)).toBe(true)
  expect(showsResident(claim, person('member', 'b', 'other'), now)).toBe(false)
  expect([ended('01-31'), ended('01-29'), ended('02-27', 'handedBack')]).toEqual([
    true,
    false,
    false,
  ])
})
