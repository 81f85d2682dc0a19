import { addDays, ageOn, replayedSeason, yearsBefore } from './calendar.ts'
import { type Gender, makeName, makeSurname } from './names.ts'
import { demoPhone, type PhoneBlock } from './phones.ts'
import { type Random, seeded } from './random.ts'
import type { SpokenLanguage } from './vocabulary.ts'

export type Person = {
  name: string
  gender: Gender
  bornOn: string
  dialect: SpokenLanguage
  phone: string | null
  /** How a notice reaches the person; without a phone of their own it is a call to the household. */
  reach: 'sms' | 'call'
  homebound: boolean
  joinedPartyOn: string | null
}

export type Guardian = Person & { relation: 'mother' | 'father' | 'grandmother' | 'grandfather' }

export type YoungPerson = { child: Person; guardian: Guardian }

type AgeBands = readonly (readonly [band: readonly [least: number, most: number], share: number])[]

/** A sub-district's membership: nearly half past sixty, some over ninety, few under thirty. */
const memberAges: AgeBands = [
  [[20, 29], 7],
  [[30, 39], 14],
  [[40, 49], 14],
  [[50, 59], 18],
  [[60, 69], 22],
  [[70, 79], 16],
  [[80, 84], 5],
  [[85, 90], 3],
  [[91, 96], 1],
]

const residentAges: AgeBands = [
  [[18, 29], 16],
  [[30, 44], 27],
  [[45, 59], 26],
  [[60, 74], 21],
  [[75, 92], 10],
]

const joiningAges: AgeBands = [
  [[18, 22], 20],
  [[23, 28], 42],
  [[29, 35], 22],
  [[36, 45], 12],
  [[46, 55], 4],
]

function ageWithin(random: Random, bands: AgeBands): number {
  return random.int(...random.weighted(bands))
}

/** A birthday that makes the person exactly this old on the day. */
function bornAt(random: Random, age: number, asOf: string): string {
  return addDays(yearsBefore(asOf, age), -random.int(1, 364))
}

/** Someone of eighteen or more, some time before the day; nobody's age allows an earlier one. */
function joinedParty(random: Random, bornOn: string, asOf: string): string {
  const latest = ageOn(bornOn, asOf) - 1
  const at = Math.min(ageWithin(random, joiningAges), latest)
  return addDays(yearsBefore(bornOn, -at), random.int(1, 300))
}

function dialectAt(random: Random, age: number): SpokenLanguage {
  const old = age >= 60
  return random.weighted([
    ['nantong', old ? 79 : 50],
    ['mandarin', old ? 3 : 32],
    ['rugao', 6],
    ['qihai', 6],
    ['tongdong', 6],
  ])
}

function isHomebound(random: Random, age: number): boolean {
  if (age < 70) return false
  return random.chance(age >= 85 ? 0.25 : age >= 80 ? 0.1 : 0.03)
}

function reachAt(random: Random, age: number, phone: string | null): Person['reach'] {
  if (phone === null) return 'call'
  if (age < 60) return 'sms'
  return random.chance(age >= 80 ? 0.5 : age >= 70 ? 0.25 : 0.08) ? 'call' : 'sms'
}

type Sketch = {
  gender: Gender
  age: number
  phone: string | null
  member: boolean
  surname?: string
}

function makePerson(random: Random, asOf: string, sketch: Sketch): Person {
  const { gender, age, phone } = sketch
  const bornOn = bornAt(random, age, asOf)
  return {
    name: makeName(random, gender, Number(bornOn.slice(0, 4)), sketch.surname),
    gender,
    bornOn,
    dialect: dialectAt(random, age),
    phone,
    reach: reachAt(random, age, phone),
    homebound: isHomebound(random, age),
    joinedPartyOn: sketch.member ? joinedParty(random, bornOn, asOf) : null,
  }
}

/** About eight in a hundred of those over eighty have no phone at all. */
function adultPhone(random: Random, block: PhoneBlock, seed: number, index: number, age: number) {
  return age > 80 && random.chance(0.08) ? null : demoPhone(block, seed, index)
}

/**
 * Invented Party members of a Jiangsu sub-district: the same seed makes the same people. Each is
 * drawn on their own, so nobody changes when the street grows. Ages are those on the day given.
 */
export function makePeople(seed: number, count: number, asOf = replayedSeason.firstDay): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const random = seeded(seed, 1, index)
    const age = ageWithin(random, memberAges)
    const gender = random.chance(age >= 60 ? 0.24 : 0.42) ? 'female' : 'male'
    const phone = adultPhone(random, 'members', seed, index, age)
    return makePerson(random, asOf, { gender, age, phone, member: true })
  })
}

/** Invented grown-up residents who are not Party members. */
export function makeResidents(
  seed: number,
  count: number,
  asOf = replayedSeason.firstDay,
): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const random = seeded(seed, 2, index)
    const age = ageWithin(random, residentAges)
    const gender = random.chance(0.53) ? 'female' : 'male'
    const phone = adultPhone(random, 'residents', seed, index, age)
    return makePerson(random, asOf, { gender, age, phone, member: false })
  })
}

/** Invented neighbourhood staff, most of them women, about half of them Party members. */
export function makeStaff(seed: number, count: number, asOf = replayedSeason.firstDay): Person[] {
  return Array.from({ length: count }, (_, index) => {
    const random = seeded(seed, 3, index)
    const age = random.int(23, 56)
    const gender = random.chance(0.68) ? 'female' : 'male'
    const phone = demoPhone('staff', seed, index)
    return makePerson(random, asOf, { gender, age, phone, member: random.chance(0.55) })
  })
}

/** Invented young people of nine to seventeen, each with the guardian who answers for them. */
export function makeYoungPeople(
  seed: number,
  count: number,
  asOf = replayedSeason.firstDay,
): YoungPerson[] {
  return Array.from({ length: count }, (_, index) => makeYoungPerson(seed, index, asOf))
}

function makeYoungPerson(seed: number, index: number, asOf: string): YoungPerson {
  const random = seeded(seed, 4, index)
  const age = random.int(9, 17)
  const surname = makeSurname(random)
  const hasPhone = age >= 12 && random.chance(0.5)
  const child = makePerson(random, asOf, {
    gender: random.chance(0.5) ? 'female' : 'male',
    age,
    phone: hasPhone ? demoPhone('children', seed, index) : null,
    member: false,
    surname,
  })
  const relation = random.weighted<Guardian['relation']>([
    ['mother', 46],
    ['father', 30],
    ['grandmother', 14],
    ['grandfather', 10],
  ])
  const grandparent = relation === 'grandmother' || relation === 'grandfather'
  const sameSurname = relation === 'father' || relation === 'grandfather'
  const guardian = makePerson(random, asOf, {
    gender: relation === 'mother' || relation === 'grandmother' ? 'female' : 'male',
    age: age + (grandparent ? random.int(48, 60) : random.int(23, 36)),
    phone: demoPhone('guardians', seed, index),
    member: random.chance(0.1),
    ...(sameSurname ? { surname } : {}),
  })
  return { child, guardian: { ...guardian, relation } }
}
