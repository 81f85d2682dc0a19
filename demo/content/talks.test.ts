import { expect, test } from 'vitest'
import { speakers } from './speakers.ts'
import { talkNumbered, talks } from './talks.ts'
import { audiences, formats, strands, topics } from './vocabulary.ts'

const used = (codes: readonly (readonly string[])[]) => new Set(codes.flat())

test('the menu has sixty talks, numbered in order, each with titles of its own', () => {
  expect(talks.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
  expect(new Set(talks.map(({ title }) => title.zh)).size).toBe(60)
  expect(new Set(talks.map(({ title }) => title.en)).size).toBe(60)
  expect(talkNumbered(23).title.en).toBe('Spring Couplets: Writing Them, Reading Them')
  expect(() => talkNumbered(61)).toThrow(RangeError)
})

test('the three strands share the menu', () => {
  const count = (strand: string) => talks.filter((talk) => talk.strand === strand).length
  expect(Object.fromEntries(Object.keys(strands).map((strand) => [strand, count(strand)]))).toEqual(
    { pioneer: 20, arts: 17, practice: 23 },
  )
})

test('every topic, audience and format is on the menu', () => {
  expect(used(talks.map((talk) => talk.topics))).toEqual(new Set(Object.keys(topics)))
  expect(used(talks.map((talk) => talk.audiences))).toEqual(new Set(Object.keys(audiences)))
  expect(used(talks.map((talk) => talk.formats))).toEqual(new Set(Object.keys(formats)))
})

test('every talk lasts one of the usual lengths', () => {
  expect(new Set(talks.map(({ minutes }) => minutes))).toEqual(new Set([10, 30, 45, 60, 90, 120]))
})

test('every speaker has a talk, and every talk one to four speakers', () => {
  const giving = new Set(talks.flatMap((talk) => talk.speakers))
  expect(giving).toEqual(new Set(speakers.map((_, number) => number)))
  const counts = talks.map((talk) => new Set(talk.speakers).size)
  expect(Math.min(...counts)).toBe(1)
  expect(Math.max(...counts)).toBeLessThanOrEqual(4)
})

test('speakers speak a language of the talk, and each of its languages has a speaker', () => {
  const wrong = talks.flatMap((talk) => {
    const dialects = talk.speakers.map((number) => speakers[number]?.dialects ?? [])
    const mute = dialects.some((own) => !own.some((language) => talk.languages.includes(language)))
    const unspoken = talk.languages.some((language) => !dialects.flat().includes(language))
    return mute || unspoken ? [talk.title.en] : []
  })
  expect(wrong).toEqual([])
})

test('what is told at home is told only there, and only by those who receive', () => {
  const atHome = talks.filter((talk) => talk.formats.includes('home'))
  expect(atHome.map(({ number }) => number)).toEqual([1])
  const receiving = speakers.flatMap((speaker, number) => (speaker.receivesAtHome ? [number] : []))
  expect(atHome[0]?.speakers).toEqual(receiving)
  const elsewhere = talks.filter((talk) => !talk.formats.includes('home'))
  expect(elsewhere.filter((talk) => talk.speakers.some((n) => receiving.includes(n)))).toEqual([])
})

test('a talk several people can give names none of them', () => {
  const naming = talks.filter(
    ({ speakers: givenBy, description }) =>
      givenBy.length > 1 &&
      givenBy.some((number) => description.zh.includes(speakers[number]?.name ?? '')),
  )
  expect(naming.map(({ number }) => number)).toEqual([])
})

test.each(talks)('talk $number reads like one in both languages', ({ title, description }) => {
  expect(title.zh).toMatch(/^[\p{Script=Han}，：、（）“”0-9]{4,16}$/u)
  expect(title.en).toMatch(/^[\p{L}0-9 ,:’?-]{10,55}$/u)
  expect(description.zh.length).toBeGreaterThanOrEqual(60)
  expect(description.zh.length).toBeLessThanOrEqual(125)
  expect(description.zh).toMatch(/[。？]$/)
  expect(description.zh).not.toMatch(/[,;:?!！()]|[a-z]/)
  expect(description.en.length).toBeGreaterThanOrEqual(150)
  expect(description.en.length).toBeLessThanOrEqual(380)
  expect(description.en).toMatch(/\.$/)
  expect(description.en).not.toMatch(/\p{Script=Han}|[!'"]/u)
})

test('no two descriptions begin alike', () => {
  expect(new Set(talks.map(({ description }) => description.zh.slice(0, 3))).size).toBe(60)
  const openings = talks.map(({ description }) => description.en.split(' ').slice(0, 3).join(' '))
  expect(new Set(openings).size).toBe(60)
})
