import { branchNumber } from './branches.ts'
import { addDays, daysBetween, replayedSeason } from './calendar.ts'
import { coupletsOffered } from './formats.ts'
import { placeNumber } from './places.ts'
import { orderedSessions } from './season-orders.ts'
import type { SeasonSession } from './season-session.ts'
import { speakerNumber } from './speakers.ts'
import type { StrandCode } from './vocabulary.ts'

/** Days counted from the season's first: New Year's Day of the old calendar, 1 February 2022. */
export const springFestivalDay = 62

/** Nothing is held from New Year's Eve to the sixth of the first month. */
export const springFestivalHolidays = { from: 61, until: 67 }

/** The veteran who can't go out has guests: members, neighbourhood staff and children, eight in all. */
export const homeSession: SeasonSession = {
  talk: 1,
  branch: branchNumber('苏阳社区第三网格党支部'),
  place: placeNumber('顾守田家的堂屋'),
  speaker: speakerNumber('guShoutian'),
  format: 'home',
  orderedOn: 26,
  alternatives: [
    { day: 45, time: '09:00' },
    { day: 46, time: '09:00' },
  ],
  chosen: 0,
  declined: null,
  headCount: 8,
  seats: 8,
  childSeats: 3,
  signedUp: 8,
  attended: { members: 3, staff: 2, youth: 3, residents: 0 },
  given: null,
  note: '顾老从油灯下的夜校一直讲到今天的堂屋，一个小时没歇。三个孩子翻着老账本问了十几个问题，临走时说好春天再来。',
}

/** A calligrapher’s afternoon at 费桥村: 46 couplets, five of them taken to people who can’t go out. */
export const coupletAfternoon: SeasonSession = {
  talk: 23,
  branch: branchNumber('费桥村中片党支部'),
  place: placeNumber('费桥村新时代文明实践站'),
  speaker: speakerNumber('miaoBoyan'),
  format: 'workshop',
  orderedOn: 35,
  alternatives: [
    { day: 52, time: '13:30' },
    { day: 53, time: '13:30' },
  ],
  chosen: 0,
  declined: null,
  headCount: 45,
  seats: 60,
  signedUp: 44,
  attended: { members: 12, staff: 3, youth: 9, residents: 17 },
  given: { thing: 'couplets', count: 46 },
  offered: coupletsOffered,
  note: '一下午写出四十六副，其中五副由网格员送到行动不便的老人家里。缪老师写到太阳落山，有三副是孩子自己写的。',
}

/** Everything the season held, in the order it was held. */
export const seasonSessions: readonly SeasonSession[] = [
  homeSession,
  coupletAfternoon,
  ...orderedSessions,
].toSorted((a, b) => heldAt(a).day - heldAt(b).day)

/** When a session was held: the alternative that was taken. */
export function heldAt(session: SeasonSession) {
  return session.alternatives[session.chosen]
}

/** The date of a day of the season, for a season that begins on this day. */
export function dateInSeason(firstDay: string, day: number): string {
  return addDays(firstDay, day)
}

/** Today stands at least this many days into a moved season: the home session is over. */
const todayAtLeast = 46

/**
 * The first day of the same season moved to the present: by whole weeks, so that weekdays hold, to
 * where today is day 46 to 52, with the couplets and two orders still to come.
 */
export function firstDayFor(today: string): string {
  const passed = daysBetween(replayedSeason.firstDay, today)
  return addDays(replayedSeason.firstDay, Math.floor((passed - todayAtLeast) / 7) * 7)
}

/** What the replay must come to, added up by hand from the sessions as told. */
export const expected = {
  sessionsHeld: 14,
  talksOrderedFromTheMenu: 12,
  dispatches: 16,
  declined: 2,
  signUps: 404,
  attendances: 372,
  attended: { members: 257, staff: 17, youth: 32, residents: 66 },
  /** Each member's presence in full minutes of the talk: 258 and a half hours. */
  memberMinutes: 15_510,
  sessionsByStrand: { pioneer: 5, arts: 3, practice: 6 } satisfies Record<StrandCode, number>,
  branchesReached: 14,
  communitiesReached: 10,
  couplets: 46,
  thingsGiven: 295,
}
