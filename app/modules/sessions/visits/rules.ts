import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import type { SessionStatus } from '../rules.ts'

export type VisitResult = NonNullable<Tables['visit']['result']>
export const visitResults = [
  'visited',
  'away',
  'declined',
] as const satisfies readonly VisitResult[]

export type VisitReason =
  | 'visit.notARound'
  | 'visit.sessionOver'
  | 'visit.notPublished'
  | 'visit.tooEarly'
  | 'visit.oneself'
  | 'visit.lastOne'
  | 'visit_once'

type Session = { format: string; status: SessionStatus; during: Span }

/** Who is to be visited is said of a round, until it is over. */
function whyNotListed(session: Session): VisitReason | null {
  if (session.format !== 'door') return 'visit.notARound'
  return ['held', 'cancelled'].includes(session.status) ? 'visit.sessionOver' : null
}

/** Why a round can't have these people: nobody visits themselves, and an announced one visits somebody. */
export function whyNotThese(
  session: Session,
  personIds: readonly string[],
  visitorId: string,
): VisitReason | null {
  const refused = whyNotListed(session)
  if (refused) return refused
  if (personIds.includes(visitorId)) return 'visit.oneself'
  return session.status === 'scheduled' && personIds.length === 0 ? 'visit.lastOne' : null
}

/** Why what was found at a door can't be written down: from the morning of the day on, until it is closed. */
export function whyNotRecorded(
  session: Session,
  visit: { personId: string },
  recorderId: string | null,
  now: Date,
): VisitReason | null {
  const refused = whyNotListed(session)
  if (refused) return refused
  if (session.status === 'draft') return 'visit.notPublished'
  if (dayOf(now) < dayOf(session.during.start)) return 'visit.tooEarly'
  return visit.personId === recorderId ? 'visit.oneself' : null
}

export type Door = {
  communityName: string | null
  unitName: string | null
  place: string
  namePinyin: string
}

// Numbers as people count doors: building 3 before building 12.
const byName = new Intl.Collator('zh', { numeric: true })

// not a sentence: how building numbers are written out
const digits = '零一二三四五六七八九'
// not a sentence: ten, and what a number of a house stands before
const [ten, written] = ['十', /([零一二三四五六七八九十]{1,3})(?=[幢栋座号楼单层室组弄巷排队])/g]

/** What a number up to ninety-nine written out comes to. */
function countOf(word: string): number {
  if (!word.includes(ten)) return Number([...word].map((digit) => digits.indexOf(digit)).join(''))
  const [tens, ones] = word.split(ten)
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)
}

/**
 * Where a door is, as someone walks to it: the estate or lane by its name, then the numbers of building,
 * staircase and flat, however they are written: 3幢2单元401, ３号楼２单元４０１室 and 3-2-401 are one door.
 */
export function doorOf(place: string): { estate: string; numbers: number[] } {
  const plain = place.normalize('NFKC').replace(written, (_, word: string) => String(countOf(word)))
  const [estate = ''] = plain.split(/\d/, 1)
  return { estate: estate.trim(), numbers: (plain.match(/\d+/g) ?? []).map(Number) }
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index])
  if (at === -1) return a.length - b.length
  return at < b.length ? a[at]! - b[at]! : 1
}

/**
 * The doors in the order in which one walks: community by community, unit by unit, estate by estate, then
 * building, staircase and flat as they are counted. A door nobody has written down comes last of its unit.
 */
export function walkingOrder<D extends Door>(doors: readonly D[]): D[] {
  return doors
    .map((door) => ({ door, at: doorOf(door.place) }))
    .toSorted(
      (a, b) =>
        byName.compare(a.door.communityName ?? '', b.door.communityName ?? '') ||
        byName.compare(a.door.unitName ?? '', b.door.unitName ?? '') ||
        Number(a.door.place === '') - Number(b.door.place === '') ||
        byName.compare(a.at.estate, b.at.estate) ||
        compareNumbers(a.at.numbers, b.at.numbers) ||
        byName.compare(a.door.namePinyin, b.door.namePinyin),
    )
    .map(({ door }) => door)
}

/** How far a round is. */
export function roundCounts(visits: readonly { result: VisitResult | null; pieces: number }[]) {
  const of = (result: VisitResult) => visits.filter((visit) => visit.result === result).length
  return {
    all: visits.length,
    left: visits.filter((visit) => visit.result === null).length,
    visited: of('visited'),
    away: of('away'),
    declined: of('declined'),
    pieces: visits.reduce((sum, visit) => sum + visit.pieces, 0),
  }
}
