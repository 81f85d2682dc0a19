import { expect, test } from 'vitest'
import { ageOn } from './calendar.ts'
import { makeName } from './names.ts'
import { makePeople, makeResidents, makeStaff, makeYoungPeople, type Person } from './people.ts'
import { seeded } from './random.ts'

const day = '2021-12-01'
const members = makePeople(20211201, 3_000)
const young = makeYoungPeople(20211201, 60)
const staff = makeStaff(20211201, 40)
const residents = makeResidents(20211201, 400)
const everyone: Person[] = [
  ...members,
  ...residents,
  ...staff,
  ...young.flatMap(({ child, guardian }) => [child, guardian]),
]

const age = (person: Person) => ageOn(person.bornOn, day)
const share = (people: readonly Person[], holds: (person: Person) => boolean) =>
  people.filter(holds).length / people.length

test('the same seed makes the same people, another seed others', () => {
  expect(makePeople(5, 200)).toEqual(makePeople(5, 200))
  expect(makePeople(5, 200)).not.toEqual(makePeople(6, 200))
  expect(makePeople(5, 300).slice(0, 200)).toEqual(makePeople(5, 200))
  expect(makeYoungPeople(5, 20)).toEqual(makeYoungPeople(5, 20))
  expect(makeStaff(5, 20)).toEqual(makeStaff(5, 20))
  expect(makeResidents(5, 20)).toEqual(makeResidents(5, 20))
})

test('people are as old on another day as on the season’s first', () => {
  const ages = (asOf: string) => makePeople(5, 200, asOf).map(({ bornOn }) => ageOn(bornOn, asOf))
  expect(ages('2027-02-28')).toEqual(ages(day))
})

test('phones are unique and can’t be real', () => {
  const phones = everyone.flatMap(({ phone }) => phone ?? [])
  expect(new Set(phones).size).toBe(phones.length)
  expect(phones.filter((phone) => !/^100\d{8}$/.test(phone))).toEqual([])
})

test('only some of the over-eighties and of the children have no phone', () => {
  const phoneless = [...members, ...residents, ...staff].filter(({ phone }) => phone === null)
  expect(phoneless.filter((person) => age(person) <= 80)).toEqual([])
  expect(phoneless.filter(({ reach }) => reach !== 'call')).toEqual([])
  const overEighty = members.filter((person) => age(person) > 80)
  expect(share(overEighty, ({ phone }) => phone === null)).toBeCloseTo(0.08, 1)
  expect(young.filter(({ guardian }) => guardian.phone === null)).toEqual([])
})

test('the members’ ages are those of a sub-district', () => {
  expect(share(members, (person) => age(person) >= 60)).toBeCloseTo(0.47, 1)
  expect(members.filter((person) => age(person) >= 85).length).toBeGreaterThan(60)
  expect(members.filter((person) => age(person) < 30).length).toBeGreaterThan(120)
  expect(Math.min(...members.map(age))).toBe(20)
  expect(Math.max(...members.map(age))).toBe(96)
})

test('everyone joined the Party at eighteen or later, and before the season', () => {
  expect(members.filter(({ joinedPartyOn }) => joinedPartyOn === null)).toEqual([])
  const wrong = everyone.filter(
    ({ bornOn, joinedPartyOn }) =>
      joinedPartyOn !== null && (ageOn(bornOn, joinedPartyOn) < 18 || joinedPartyOn >= day),
  )
  expect(wrong).toEqual([])
})

test('the homebound are old', () => {
  const homebound = members.filter((person) => person.homebound)
  expect(homebound.length).toBeGreaterThan(40)
  expect(homebound.filter((person) => age(person) < 70)).toEqual([])
})

test('young people are nine to seventeen, with a guardian of full age who may be their elder', () => {
  expect(new Set(young.map(({ child }) => age(child)))).toEqual(
    new Set([9, 10, 11, 12, 13, 14, 15, 16, 17]),
  )
  for (const { child, guardian } of young) {
    const years = age(guardian) - age(child)
    const grand = guardian.relation.startsWith('grand')
    expect(years).toBeGreaterThanOrEqual(grand ? 48 : 23)
    expect(guardian.gender).toBe(guardian.relation.endsWith('mother') ? 'female' : 'male')
  }
  const fathers = young.filter(({ guardian }) => guardian.relation.endsWith('father'))
  expect(fathers.filter(({ child, guardian }) => child.name[0] !== guardian.name[0])).toEqual([])
})

test('names are two or three characters, rarely shared, never a well-known person’s', () => {
  expect(everyone.filter(({ name }) => !/^\p{Script=Han}{2,3}$/u.test(name))).toEqual([])
  const names = members.map(({ name }) => name)
  expect(new Set(names).size).toBeGreaterThan(2_600)
  const random = seeded(1)
  const born1975 = Array.from({ length: 2_000 }, () => makeName(random, 'male', 1975, '胡'))
  expect(born1975).toContain('胡海峰')
  expect(born1975).not.toContain('胡春华')
})
