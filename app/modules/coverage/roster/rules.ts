import type { OwnRequirement } from '#app/modules/seasons/requirements/rules.ts'

type Studied = {
  hours: number
  sessions: number
  strands: Readonly<Record<string, { sessions: number }>>
  asked: OwnRequirement | null
}

/** Whether someone has done what a season asks, in hours, in sessions and in each strand; null where nothing is asked. */
export function isDone({ hours, sessions, strands, asked }: Studied): boolean | null {
  if (!asked) return null
  const inStrands = Object.entries(asked.strands).every(
    ([code, least]) => (strands[code]?.sessions ?? 0) >= least,
  )
  return hours >= asked.hours && sessions >= asked.sessions && inStrands
}
