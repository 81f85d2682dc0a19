import { z } from 'zod'
import { namesOf } from '#app/platform/http/page.ts'
import { type RollChoice, RollLine } from '#app/ui/roll.tsx'
import { useWords } from '#app/ui/speech.tsx'
import { CallRoll } from '../call-roll.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { RollLine as Line } from '../queries.ts'
import type { Presence } from '../rules.ts'

const words = { zh, en }
const { marks } = CallRoll.shape
const name = namesOf(z.strictObject({ marks, found: marks }))

type LinesProps = {
  session: { unitName: string }
  callerId: string | null
  under: 'marks' | 'found'
  lines: readonly Line[]
  values: Record<string, string | string[]>
}

/** The people of a list, each with a mark to give. */
export function Lines({ session, under, lines, callerId, values }: LinesProps) {
  const t = useWords(words)
  const times = Map.groupBy(lines, (line) => line.name)
  const fromOf = (line: Line) => {
    const shared = (times.get(line.name)?.length ?? 0) > 1
    const unit = line.unitName !== session.unitName ? line.unitName : null
    return [unit, shared && line.tail !== null && t.roll.tail(line.tail)]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <>
      {lines.map((line) => {
        if (line.id === callerId) return <p key={line.id}>{`${line.name} · ${t.roll.oneself}`}</p>
        const presence = name(`${under}.${line.id}.presence`)
        const kept = values[presence]
        return (
          <div key={line.id}>
            <input
              type="hidden"
              name={name(`${under}.${line.id}.seen`)}
              value={line.presence ?? ''}
            />
            <RollLine
              name={presence}
              person={line.name}
              from={fromOf(line) || undefined}
              choices={choicesOf(t)}
              chosen={typeof kept === 'string' ? kept : (line.presence ?? undefined)}
              note={noteOf(line, t)}
            />
          </div>
        )
      })}
    </>
  )
}

/** What was recorded before and by whom, where marks differed. */
export function noteOf(line: Line, t: typeof zh): string | undefined {
  const earlier = line.earlier ?? []
  if (earlier.length === 0) return undefined
  return earlier
    .map((mark) => t.roll.earlier(t.presences[mark.presence as Presence], mark.by))
    .join(' · ')
}

/** A line without a person, for the script to fill in. */
export function EmptyLine() {
  const t = useWords(words)
  return <RollLine name="marks" person="" from=" " choices={choicesOf(t)} chosen={undefined} />
}

function choicesOf({ presences, shortPresences }: typeof zh): [RollChoice, ...RollChoice[]] {
  return [
    { value: 'came', label: presences.came },
    { value: 'left_early', label: presences.left_early, short: shortPresences.left_early },
    { value: 'absent', label: presences.absent, short: shortPresences.absent },
  ]
}
