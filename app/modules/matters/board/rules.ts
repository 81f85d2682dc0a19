import type { Tables } from '#app/platform/tables.ts'

export type MatterStatus = Tables['matter']['status']

/** Why something about a matter can't be done. Each is the key of its sentence. */
export type MatterReason =
  | 'matter.dayPast'
  | 'matter.tooManyParts'
  | 'matter.partsAlike'
  | 'matter.over'
  | 'matter.takesNoMore'

const mostParts = 4
const longestPart = 40

/** The names of parts as they are typed, one a line; a matter in one piece has one without a name. */
export function partsIn(lines: string): string[] {
  const names = lines
    .split('\n')
    .map((line) => line.trim().slice(0, longestPart))
    .filter((line) => line !== '')
  return names.length > 1 ? names : ['']
}

/** Why a matter can't be in these parts. */
export function whyNotParted(parts: readonly string[]): MatterReason | null {
  if (parts.length > mostParts) return 'matter.tooManyParts'
  return new Set(parts).size < parts.length ? 'matter.partsAlike' : null
}

/** Why a matter can't be published like this. */
export function whyNotPublished(
  matter: { byOn: string; parts: readonly string[] },
  today: string,
): MatterReason | null {
  return matter.byOn < today ? 'matter.dayPast' : whyNotParted(matter.parts)
}

/** Why no further need can be joined to a matter. */
export function whyNotJoined(matter: { status: MatterStatus }): MatterReason | null {
  return matter.status === 'open' || matter.status === 'claimed' ? null : 'matter.takesNoMore'
}

/** Why a matter can't be withdrawn: it is over. */
export function whyNotWithdrawn(matter: { status: MatterStatus }): MatterReason | null {
  return ['open', 'claimed', 'done'].includes(matter.status) ? null : 'matter.over'
}

/** A branch as far as a matter can suit it: where it is, and which topics it has heard of, by which talk. */
export type Suiting = {
  ancestors: readonly string[]
  heard: ReadonlyMap<string, { title: string; titleEn: string }>
}
export type Why =
  | { near: true }
  | { near: false; topic: string; talk: { title: string; titleEn: string } }

/** Why a matter suits a branch: it is in its own community, or of a topic that the branch has heard. */
function whyFor(
  matter: { communityId: string; topics: readonly string[] },
  branch: Suiting,
): Why[] {
  const near: Why[] = branch.ancestors.includes(matter.communityId) ? [{ near: true }] : []
  const heard = matter.topics.flatMap((topic): Why[] => {
    const talk = branch.heard.get(topic)
    return talk ? [{ near: false, topic, talk }] : []
  })
  return [...near, ...heard]
}

/** The matters that suit a branch, those with more reasons first; else in the order given. */
export function suggestedFor<M extends { communityId: string; topics: readonly string[] }>(
  matters: readonly M[],
  branch: Suiting,
  most: number,
): { matter: M; why: Why[] }[] {
  return matters
    .map((matter) => ({ matter, why: whyFor(matter, branch) }))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.why.length - a.why.length)
    .slice(0, most)
}
