import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type BranchKind, branches, branchNumber } from './branches.ts'
import { ageOn } from './calendar.ts'
import { placeMembers } from './membership.ts'
import { makePeople } from './people.ts'
import { communities, placeNumber, places, streetCode } from './places.ts'

const day = '2021-12-01'

test('there are 104 branches in ten communities and the office, with 3,000 members', () => {
  expect(branches.length).toBe(104)
  expect(new Set(branches.map(({ parentCode }) => parentCode))).toEqual(
    new Set([...communities.map(({ code }) => code), streetCode]),
  )
  expect(branches.reduce((sum, branch) => sum + branch.members, 0)).toBe(3_000)
})

test('branch names are unique and sizes those of real branches', () => {
  expect(new Set(branches.map(({ name }) => name)).size).toBe(104)
  for (const { name, members } of branches) {
    expect(name).toMatch(/党支部$/)
    expect(members).toBeGreaterThanOrEqual(10)
    expect(members).toBeLessThanOrEqual(50)
  }
  expect(branches[branchNumber('费桥村老年党支部')]?.kind).toBe('retired')
  expect(() => branchNumber('没有这个党支部')).toThrow(RangeError)
})

test('the communities are those of the divisions file', () => {
  const file = new URL('../data/nantong-divisions.csv', import.meta.url)
  const rows = readFileSync(file, 'utf8').trim().split(/\r?\n/).slice(1)
  const ours = rows
    .map((row) => row.split(','))
    .filter(([, , level, parent]) => level === 'community' && parent === String(streetCode))
    .map(([code, name]) => ({ code: Number(code), name: name?.replace(/居?委会$/, '') }))
  expect(communities.map(({ code, name }) => ({ code, name }))).toEqual(ours)
})

test('every community has its practice station, and place names are unique', () => {
  const stations = places.filter(({ kind }) => kind === 'station')
  expect(stations.map(({ communityCode }) => communityCode)).toEqual(
    communities.map(({ code }) => code),
  )
  expect(new Set(places.map(({ name }) => name)).size).toBe(places.length)
  expect(places[placeNumber('费桥村新时代文明实践站')]?.seats).toBe(60)
  expect(() => placeNumber('没有这个地方')).toThrow(RangeError)
})

test('every member is placed once, at an age that suits the branch', () => {
  const people = makePeople(20211201, 3_000)
  const rosters = placeMembers(people, branches, 20211201, day)
  const placed = rosters.flatMap(({ members }) => members)
  expect(placed.toSorted((a, b) => a - b)).toEqual(people.map((_, index) => index))
  rosters.forEach(({ members, secretary, organiser }, index) => {
    const branch = branches[index]
    expect(members.length).toBe(branch?.members)
    expect(members).toContain(secretary)
    expect(members).toContain(organiser)
    expect(secretary).not.toBe(organiser)
  })
  const agesIn = (kind: BranchKind) =>
    rosters
      .filter((_, index) => branches[index]?.kind === kind)
      .flatMap(({ members }) => members.map((member) => ageOn(people[member]?.bornOn ?? '', day)))
  expect(Math.min(...agesIn('retired'))).toBeGreaterThanOrEqual(60)
  expect(Math.max(...agesIn('company'))).toBeLessThan(60)
  expect(placeMembers(people, branches, 20211201, day)).toEqual(rosters)
})

test('more or fewer members than places are refused', () => {
  expect(() => placeMembers(makePeople(1, 10), branches, 1, day)).toThrow(RangeError)
})
