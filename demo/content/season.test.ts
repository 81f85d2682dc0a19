import { expect, test } from 'vitest'
import { branches } from './branches.ts'
import { daysBetween, replayedSeason } from './calendar.ts'
import { places } from './places.ts'
import {
  coupletAfternoon,
  dateInSeason,
  expected,
  firstDayFor,
  heldAt,
  homeSession,
  seasonSessions,
  springFestivalDay,
  springFestivalHolidays,
} from './season.ts'
import { orderedSessions } from './season-orders.ts'
import type { SeasonSession } from './season-session.ts'
import { speakers } from './speakers.ts'
import { talkNumbered } from './talks.ts'

const sum = (count: (session: SeasonSession) => number) =>
  seasonSessions.reduce((total, session) => total + count(session), 0)
const present = ({ attended: { members, staff, youth, residents } }: SeasonSession) =>
  members + staff + youth + residents
const strandCount = (strand: string) =>
  seasonSessions.filter((session) => talkNumbered(session.talk).strand === strand).length

test('the figures expected are those of the sessions', () => {
  expect(expected).toEqual({
    sessionsHeld: seasonSessions.length,
    talksOrderedFromTheMenu: orderedSessions.length,
    dispatches: sum(({ declined }) => (declined ? 2 : 1)),
    declined: sum(({ declined }) => (declined ? 1 : 0)),
    signUps: sum(({ signedUp }) => signedUp),
    attendances: sum(present),
    attended: {
      members: sum(({ attended }) => attended.members),
      staff: sum(({ attended }) => attended.staff),
      youth: sum(({ attended }) => attended.youth),
      residents: sum(({ attended }) => attended.residents),
    },
    memberMinutes: sum(({ talk, attended }) => talkNumbered(talk).minutes * attended.members),
    sessionsByStrand: {
      pioneer: strandCount('pioneer'),
      arts: strandCount('arts'),
      practice: strandCount('practice'),
    },
    branchesReached: new Set(seasonSessions.map(({ branch }) => branch)).size,
    communitiesReached: new Set(seasonSessions.map(({ branch }) => branches[branch]?.parentCode))
      .size,
    couplets: sum(({ given }) => (given?.thing === 'couplets' ? given.count : 0)),
    thingsGiven: sum(({ given }) => given?.count ?? 0),
  })
})

test('eight guests came to the veteran: members, staff and children, in the morning', () => {
  expect(homeSession.attended).toEqual({ members: 3, staff: 2, youth: 3, residents: 0 })
  const veteran = speakers[homeSession.speaker]
  expect(veteran).toMatchObject({ age: 85, partyYears: 62, receivesAtHome: { guests: 8 } })
  expect(homeSession.seats).toBe(8)
  const latest = veteran?.receivesAtHome?.until ?? ''
  for (const { time } of homeSession.alternatives) {
    expect(time >= '08:30' && time < latest).toBe(true)
  }
})

test('46 couplets were given out at 费桥村’s practice station, before Spring Festival', () => {
  expect(coupletAfternoon.given).toEqual({ thing: 'couplets', count: 46 })
  expect(present(coupletAfternoon)).toBe(41)
  expect(places[coupletAfternoon.place]?.name).toBe('费桥村新时代文明实践站')
  expect(heldAt(coupletAfternoon).day).toBeLessThan(springFestivalDay)
})

test.each(seasonSessions)('talk $talk fits its menu entry, its branch and its room', (session) => {
  const talk = talkNumbered(session.talk)
  const place = places[session.place]
  expect(talk.speakers).toContain(session.speaker)
  expect(talk.speakers).toContain(session.declined?.speaker ?? session.speaker)
  expect(session.declined?.speaker).not.toBe(session.speaker)
  expect(talk.formats).toContain(session.format)
  expect(place?.outdoors).toBe(session.format === 'pavilion')
  const branch = branches[session.branch]
  expect(place?.communityCode).toBe(branch?.parentCode)
  expect(session.attended.members).toBeLessThanOrEqual(branch?.members ?? 0)
  const rising = [present(session), session.signedUp, session.seats, place?.seats ?? 0]
  expect(rising).toEqual(rising.toSorted((a, b) => a - b))
  expect(session.note).toMatch(/^[^a-zA-Z,;:!?]{30,70}。$/)
})

test('orders ask for 12 to 40 people, a week or more ahead', () => {
  const asked = orderedSessions.map(({ headCount }) => headCount)
  expect(Math.min(...asked)).toBe(12)
  expect(Math.max(...asked)).toBe(40)
  const late = seasonSessions.filter(({ orderedOn, alternatives }) =>
    alternatives.some(({ day }) => day - orderedOn < 7),
  )
  expect(late).toEqual([])
})

test('every time offered lies in the season, in the day, and outside the holidays', () => {
  const lastDay = daysBetween(replayedSeason.firstDay, replayedSeason.lastDay)
  const { from, until } = springFestivalHolidays
  const wrong = seasonSessions
    .flatMap(({ alternatives }) => alternatives)
    .filter(
      ({ day, time }) =>
        day > lastDay || (day >= from && day <= until) || time < '08:30' || time > '18:30',
    )
  expect(wrong).toEqual([])
  expect(dateInSeason(replayedSeason.firstDay, springFestivalDay)).toBe('2022-02-01')
})

test('no speaker and no room is taken twice on a day', () => {
  const taken = (key: 'speaker' | 'place') =>
    seasonSessions.map((session) => `${session[key]} on ${heldAt(session).day}`)
  expect(new Set(taken('speaker')).size).toBe(seasonSessions.length)
  expect(new Set(taken('place')).size).toBe(seasonSessions.length)
})

test.each(['2026-11-23', '2026-11-29', '2027-02-28', '2021-12-01'])(
  'moved to %s, the season keeps its weekdays and stands between day 46 and 52',
  (today) => {
    const firstDay = firstDayFor(today)
    expect(Math.abs(daysBetween(replayedSeason.firstDay, firstDay)) % 7).toBe(0)
    expect(daysBetween(firstDay, today)).toBeGreaterThanOrEqual(46)
    expect(daysBetween(firstDay, today)).toBeLessThanOrEqual(52)
  },
)
