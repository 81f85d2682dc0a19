import type { Tables } from '#app/platform/tables.ts'
import { day, later } from '#app/platform/time.ts'
import type { SessionStatus } from '../rules.ts'

/** Why an answer, or a count of answers, isn't taken. Each is the key of its sentence. */
export type TapReason =
  | 'taps.alreadyAnswered'
  | 'taps.linkOver'
  | 'taps.askedInTheRoom'
  | 'taps.nothingSaid'
  | 'taps.notHeld'
  | 'taps.moreThanCame'
  | 'taps.moreHands'
  | 'taps.answeredByLink'

/** What is asked after a session: understood, worth hearing, will remember, will use. */
export const taps = ['understood', 'worth_hearing', 'will_remember', 'will_use'] as const
export type Tap = (typeof taps)[number]
export type Way = Tables['outcomeCount']['way']

/** How many said yes, and how many said not quite. */
export type Counts = { yes: number; no: number }
type OfWays = Record<Way, Counts>
/** Some of the four. */
export type PerTap<T> = { [tap in Tap]?: T | undefined }

/** Nothing is shown of fewer answers, and what is shown grows by no fewer. */
export const step = 5
const linkDays = 14

/** Until when a link of today takes the answers. */
export function tapsLinkOver(now: Date): Date {
  return later(now, linkDays * day)
}

/** Since when a slip must have been asked for its link to hold still. */
export function tapsAskedAfter(now: Date): Date {
  return later(now, -linkDays * day)
}

/** Why a link doesn't take these answers: each works once, and any of the four may be left out. */
export function whyNotAnswered(
  slip: { answered: boolean },
  link: { over: boolean; askedInTheRoom: boolean },
  said: readonly unknown[],
): TapReason | null {
  if (slip.answered) return 'taps.alreadyAnswered'
  if (link.over) return 'taps.linkOver'
  if (link.askedInTheRoom) return 'taps.askedInTheRoom'
  return said.length === 0 ? 'taps.nothingSaid' : null
}

/** What is known of a session before counts are typed in. */
export type Asked = {
  status: SessionStatus
  headCount: number
  /** Who was sent a link, and how many of them have answered. */
  links: number
  answered: number
}

/**
 * Why counts can't be typed in: nobody is counted twice. Whoever was sent a link has no strip as well,
 * and hands are raised where nobody has answered by a link.
 */
export function whyNotCounted(
  asked: Asked,
  way: Exclude<Way, 'link'>,
  typed: Record<Exclude<Way, 'link'>, PerTap<Counts>>,
): TapReason | null {
  if (asked.status !== 'held') return 'taps.notHeld'
  if (way === 'hands' && asked.answered > 0) return 'taps.answeredByLink'
  // Once hands were raised, the links that were not used take no answer any more.
  const byHands = taps.some((tap) => sizeOf(typed.hands[tap]) > 0)
  const room = asked.headCount - (byHands ? asked.answered : asked.links)
  const most = Math.max(...taps.map((tap) => sizeOf(typed.paper[tap]) + sizeOf(typed.hands[tap])))
  if (most <= room) return null
  return way === 'hands' ? 'taps.moreHands' : 'taps.moreThanCame'
}

/** How many said something to one of the four. */
export function sizeOf(counts: Counts | undefined): number {
  return counts === undefined ? 0 : counts.yes + counts.no
}

/**
 * What is shown of a tap from what is counted and what was shown so far. Answers by link follow when
 * five or more are new; what was typed in follows with these, or when five or more of its own are new,
 * or where it was put right. Whoever looks before and after, also who typed, never learns of fewer.
 */
export function nextShown(counted: OfWays, shown: OfWays): OfWays {
  if (sizeOf(counted.link) - sizeOf(shown.link) >= step) return counted
  const more = typedIn(counted) - typedIn(shown)
  return more >= step || more <= 0 ? { ...counted, link: shown.link } : shown
}

const typedIn = ({ paper, hands }: OfWays) => sizeOf(paper) + sizeOf(hands)

/** What is counted and shown of one tap that was said one way. */
export type CountRow = { way: Way; tap: Tap; counted: Counts; shown: Counts }

const none: Counts = { yes: 0, no: 0 }

/** The rows of a session as they are once some taps of one way are counted anew; the others stay. */
export function countedAnew(rows: readonly CountRow[], way: Way, anew: PerTap<Counts>): CountRow[] {
  return taps.flatMap((tap) => {
    const counts = anew[tap]
    if (counts === undefined) return []
    const own = rows.filter((row) => row.tap === tap && row.way !== way)
    const before = rows.find((row) => row.tap === tap && row.way === way)
    const all = [...own, { way, tap, counted: counts, shown: before?.shown ?? none }]
    const of = (what: 'counted' | 'shown') =>
      ({
        link: none,
        paper: none,
        hands: none,
        ...Object.fromEntries(all.map((row) => [row.way, row[what]])),
      }) satisfies OfWays
    const shown = nextShown(of('counted'), of('shown'))
    return all.map((row) => ({ ...row, shown: shown[row.way] }))
  })
}

/** What one answer adds to what was counted by link before it. */
export function withAnswer(rows: readonly CountRow[], said: PerTap<'yes' | 'no'>): CountRow[] {
  const anew: PerTap<Counts> = {}
  for (const tap of taps) {
    const answer = said[tap]
    const before = rows.find((row) => row.tap === tap && row.way === 'link')?.counted ?? none
    if (answer) anew[tap] = { ...before, [answer]: before[answer] + 1 }
  }
  return countedAnew(rows, 'link', anew)
}

/** A tap as it is shown: null under five answers. */
export type TapResult = { tap: Tap; counts: Counts | null }

/** All four as they are shown, from what is shown of each way. */
export function resultsOf(shown: readonly ({ tap: Tap } & Counts)[]): TapResult[] {
  return taps.map((tap) => {
    const own = shown.filter((row) => row.tap === tap)
    const sum = (of: 'yes' | 'no') => own.reduce((total, row) => total + row[of], 0)
    const counts = { yes: sum('yes'), no: sum('no') }
    return { tap, counts: sizeOf(counts) < step ? null : counts }
  })
}

type ResultWords = {
  taps: Readonly<Record<Tap, string>>
  few: string
  said(yes: number, answers: number, came: number): string
}

/** The four in words: how many of those who answered said yes, always beside how many answered. */
export function sharesOf(results: readonly TapResult[], came: number, t: ResultWords) {
  return results.map(({ tap, counts }) => {
    if (counts === null) return { label: t.taps[tap], said: t.few, share: null }
    const share = counts.yes / sizeOf(counts)
    return {
      label: t.taps[tap],
      said: t.said(counts.yes, sizeOf(counts), came),
      share: { share, low: share, high: share },
    }
  })
}
