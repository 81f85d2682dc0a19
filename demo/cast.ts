import type { CommunityCode } from './content/places.ts'

/** Who and what a season is played with, by their places in the content; all are ids. */
export type Cast = {
  seasonId: string
  office: readonly string[]
  correspondent: string
  proofreader: string
  communities: ReadonlyMap<CommunityCode, Community>
  branches: ReadonlyMap<number, BranchCast>
  venues: ReadonlyMap<number, string>
  speakers: ReadonlyMap<number, { speakerId: string; personId: string }>
  talks: ReadonlyMap<number, string>
}

export type Community = {
  unitId: string
  staff: readonly string[]
  residents: readonly string[]
  volunteers: readonly string[]
  youth: readonly { childId: string; guardianId: string }[]
}

export type BranchCast = {
  unitId: string
  organiser: string
  secretary: string
  /** Members who can go out; the organiser is not among them. */
  members: readonly string[]
}

/** What the content names, or an error that says what is missing. */
export function the<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const found = map.get(key)
  if (found === undefined) throw new RangeError(`the cast has no ${String(key)}`)
  return found
}
