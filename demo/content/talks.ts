import { speakerNumber } from './speakers.ts'
import type { Talk } from './talk.ts'
import { arts } from './talks-arts.ts'
import { pioneerPolicy } from './talks-pioneer-policy.ts'
import { pioneerStories } from './talks-pioneer-stories.ts'
import { practiceDaily } from './talks-practice-daily.ts'
import { practiceHealth } from './talks-practice-health.ts'

const entries = [...pioneerStories, ...pioneerPolicy, ...arts, ...practiceHealth, ...practiceDaily]

/** The season's menu: sixty talks in three strands, numbered from 1 in the order printed. */
export const talks: readonly Talk[] = entries.map((entry) => ({
  ...entry,
  speakers: entry.speakers.map(speakerNumber),
}))

/** The talk that bears this number on the menu. */
export function talkNumbered(number: number): Talk {
  const talk = talks[number - 1]
  if (!talk) throw new RangeError(`no talk numbered ${number}`)
  return talk
}
