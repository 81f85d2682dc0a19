// Why a talk might fit a branch. Only what people declared is used: topics ordered, the dialect that
// members told, their years of birth, the place, and what units said of a talk after they had heard
// it; nobody's opinions, nothing watched, and nothing of fewer than five.

export type Why =
  | { name: 'topicMissing'; topic: string }
  | { name: 'dialect'; language: string }
  | { name: 'age'; audience: 'elders' | 'workers' }
  | { name: 'understood'; well: number; said: number; held: number }
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
  /** Of the members whose day of birth is known: how many, and how many are 60 or older. */
  ages: { known: number; elders: number }
  hasPavilion: boolean
}

export type OfferedTalk = {
  id: string
  number: number
  topics: readonly string[]
  languages: readonly string[]
  formats: readonly string[]
  audiences: readonly string[]
  speakers: readonly { name: string; communityId: string | null }[]
  /** How often it was held, how many other units said how it was, and how many of them: well. */
  heard: { held: number; said: number; well: number }
}

/** Fewer than five say too much about each of them. */
const leastMembers = 5
/** From how many in five a talk is called well understood. */
const mostSaidWell = 4 / 5

/** The dialect most members of a branch told, where that says nothing about any one of them. */
export function dialectOf(branch: Pick<Branch, 'dialects'>): string | null {
  const told = branch.dialects.filter(({ language }) => language !== 'mandarin')
  const [most] = told.toSorted(
    (a, b) => b.members - a.members || a.language.localeCompare(b.language),
  )
  return most && most.members >= leastMembers ? most.language : null
}

/** For whom most members are by their age, where that says nothing about any one of them. */
export function ageOf({ ages }: Pick<Branch, 'ages'>): 'elders' | 'workers' | null {
  if (ages.known < leastMembers || ages.elders * 2 === ages.known) return null
  return ages.elders * 2 > ages.known ? 'elders' : 'workers'
}

function wellUnderstood({ heard }: OfferedTalk): boolean {
  return heard.said >= leastMembers && heard.well >= heard.said * mostSaidWell
}

/** Why a talk fits a branch, the strongest reason first; nothing for one it has ordered. */
export function whysOf(branch: Branch, talk: OfferedTalk): Why[] {
  if (branch.talksOrdered.includes(talk.id)) return []
  const missing = talk.topics.find((topic) => !branch.topicsCovered.includes(topic))
  const [dialect, age] = [dialectOf(branch), ageOf(branch)]
  const near = talk.speakers.find(
    (speaker) => branch.communityId !== null && speaker.communityId === branch.communityId,
  )
  const whys: (Why | false)[] = [
    missing !== undefined && { name: 'topicMissing', topic: missing },
    dialect !== null && talk.languages.includes(dialect) && { name: 'dialect', language: dialect },
    age !== null && talk.audiences.includes(age) && { name: 'age', audience: age },
    wellUnderstood(talk) && { name: 'understood', ...talk.heard },
    near !== undefined && { name: 'near', speaker: near.name },
    branch.hasPavilion && talk.formats.includes('pavilion') && { name: 'pavilion' },
  ]
  return whys.filter((why) => why !== false)
}

const mostFits = 3
/** More would be an argument, not a hint. */
const mostWhys = 3

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
    .map(({ talk, whys }) => ({ talkId: talk.id, whys: whys.slice(0, mostWhys) }))
}
