import { expect, test } from 'vitest'
import { ageOn } from './calendar.ts'
import { makePeople } from './people.ts'
import { speakerAsPerson, speakerNumber, speakers } from './speakers.ts'
import { speakerKinds } from './vocabulary.ts'

const day = '2021-12-01'

test('there are forty speakers of every kind, each with a name of their own', () => {
  expect(speakers.length).toBe(40)
  expect(new Set(speakers.map(({ name }) => name)).size).toBe(40)
  expect(new Set(speakers.map(({ key }) => key)).size).toBe(40)
  expect(new Set(speakers.map(({ kind }) => kind))).toEqual(new Set(Object.keys(speakerKinds)))
})

test('one veteran of 85, 62 years in the Party, has at most eight guests, in the morning', () => {
  const atHome = speakers.filter(({ receivesAtHome }) => receivesAtHome)
  expect(atHome).toEqual([speakers[speakerNumber('guShoutian')]])
  expect(atHome[0]).toMatchObject({ age: 85, partyYears: 62, kind: 'veteran' })
  expect(atHome[0]?.receivesAtHome).toEqual({ from: '08:30', until: '11:00', guests: 8 })
})

test.each(speakers)('the bio of $name is two or three sentences in both languages', ({ bio }) => {
  expect(bio.zh).toMatch(/^\p{Script=Han}[^a-zA-Z]+[。？”]$/u)
  expect(bio.zh.length).toBeGreaterThanOrEqual(40)
  expect(bio.zh.length).toBeLessThanOrEqual(110)
  expect(bio.zh.match(/[。？]/g)?.length).toBeGreaterThanOrEqual(2)
  expect(bio.en).toMatch(/^[A-Z][^\p{Script=Han}]+[.”]$/u)
  expect(bio.en.length).toBeGreaterThanOrEqual(120)
  expect(bio.en.length).toBeLessThanOrEqual(360)
})

test('no two bios begin alike', () => {
  const openings = speakers.map(({ bio }) => bio.en.split(' ').slice(0, 3).join(' '))
  expect(new Set(openings).size).toBe(40)
  expect(new Set(speakers.map(({ bio }) => bio.zh.slice(0, 4))).size).toBe(40)
})

test('as people, speakers are as old and as long in the Party as the register says', () => {
  const phones = new Set(makePeople(7, 3_000).map(({ phone }) => phone))
  speakers.forEach((speaker, number) => {
    const person = speakerAsPerson(number, 7, day)
    expect(ageOn(person.bornOn, day)).toBe(speaker.age)
    expect(person.joinedPartyOn && ageOn(person.joinedPartyOn, day)).toBe(speaker.partyYears)
    expect(phones).not.toContain(person.phone)
  })
  const tooYoung = speakers.filter(({ age, partyYears }) => partyYears && age - partyYears < 18)
  expect(tooYoung).toEqual([])
  const gu = speakerAsPerson(speakerNumber('guShoutian'), 7, day)
  expect(ageOn(gu.bornOn, gu.joinedPartyOn ?? '')).toBe(23)
  expect(speakerAsPerson(0, 7, day)).toEqual(speakerAsPerson(0, 7, day))
  expect(() => speakerAsPerson(40, 7, day)).toThrow(RangeError)
})
