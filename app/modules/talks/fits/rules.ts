// Why a talk might fit a branch. Only what people declared is used: topics ordered, the dialect that
// members told, the place, and what is needed; nobody's opinions, nothing watched.

export type Why =
  | { name: 'topicMissing'; topic: string }
  | { name: 'dialect'; language: string }
  | { name: 'near'; speaker: string }
  | { name: 'pavilion' }

export type Branch = {
  communityId: string | null
  /** The topics that the branch has ordered or heard this season. */
  topicsCovered: readonly string[]
  /** Talks that the branch has ordered this season already. */
  talksOrdered: readonly string[]
  /** What members say they speak, with how many; members who told nothing are left out. */
  dialects: readonly { language: string; members: number }[]
  hasPavilion: boolean
}

export type OfferedTalk = {
  id: string
  number: number
  topics: readonly string[]
  languages: readonly string[]
  formats: readonly string[]
  speakers: readonly { name: string; communityId: string | null }[]
}

/** Fewer than five say too much about each of them. */
const leastMembers = 5

/** The dialect most members of a branch told, where that says nothing about any one of them. */
export function dialectOf(branch: Pick<Branch, 'dialects'>): string | null {
  const told = branch.dialects.filter(({ language }) => language !== 'mandarin')
  const [most] = told.toSorted(
    (a, b) => b.members - a.members || a.language.localeCompare(b.language),
  )
  return most && most.members >= leastMembers ? most.language : null
}

/** Why a talk fits a branch, the strongest reason first; nothing for one it has ordered. */
export function whysOf(branch: Branch, talk: OfferedTalk): Why[] {
  if (branch.talksOrdered.includes(talk.id)) return []
  const missing = talk.topics.find((topic) => !branch.topicsCovered.includes(topic))
  const dialect = dialectOf(branch)
  const near = talk.speakers.find(
    (speaker) => branch.communityId !== null && speaker.communityId === branch.communityId,
  )
  const whys: (Why | false)[] = [
    missing !== undefined && { name: 'topicMissing', topic: missing },
    dialect !== null && talk.languages.includes(dialect) && { name: 'dialect', language: dialect },
    near !== undefined && { name: 'near', speaker: near.name },
    branch.hasPavilion && talk.formats.includes('pavilion') && { name: 'pavilion' },
  ]
  return whys.filter((why) => why !== false)
}

const mostFits = 3

/** The few talks that fit a branch best: those with the most reasons, then by number. */
export function fitsOf(
  branch: Branch,
  talks: readonly OfferedTalk[],
): { talkId: string; whys: Why[] }[] {
  return talks
    .map((talk) => ({ talk, whys: whysOf(branch, talk) }))
    .filter(({ whys }) => whys.length > 1)
    .toSorted((a, b) => b.whys.length - a.whys.length || a.talk.number - b.talk.number)
    .slice(0, mostFits)
    .map(({ talk, whys }) => ({ talkId: talk.id, whys }))
}
