import type { Span } from '#app/platform/database/spans.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.ts'

const daysOnPoster = 14

/** What a poster of coming sessions shows: today and the thirteen days after, or all that a series has left. */
export function spanOnPoster(kind: string, now: Date): Span {
  const end = addDays(dayOf(now), kind === 'series' ? 400 : daysOnPoster)
  return { start: now, end: instantAt(end, '00:00') }
}

/**
 * Letters for those who came in together, in the order of the list: a family sits together, and the
 * host sees at the door who belongs to whom. Who comes alone has none.
 */
export function partyLetters(
  people: readonly { id: string; partyId: string | null }[],
): Map<string, string> {
  const parties = Map.groupBy(people, (person) => person.partyId ?? person.id)
  const together = [...parties.values()].filter((party) => party.length > 1)
  return new Map(
    together.flatMap((party, at) => party.map(({ id }) => [id, letterOf(at)] as const)),
  )
}

/** A to Z, then AA. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}
