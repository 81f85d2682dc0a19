import type { Strand } from '#app/modules/seasons/queries.ts'
import { nameIn } from '#app/modules/seasons/rules.ts'
import { titleIn } from '#app/platform/language.ts'
import { dayOf } from '#app/platform/time.ts'
import { useSpeech, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { hoursOf } from '../queries.ts'

const words = { zh, en }

type Own = Awaited<ReturnType<typeof hoursOf>>
type Line = { day: string; what: string; strandCode: string; hours: number; why: string }

/** A person's hours as a table to keep: each with where it comes from. */
export function HoursFile(props: Own & { title: string; strands: readonly Strand[] }) {
  const t = useWords(words)
  const { language } = useSpeech()
  const strands = new Map(props.strands.map((strand) => [strand.code, nameIn(language, strand)]))
  const lines: Line[] = [
    ...props.credits.map((credit) => ({
      day: dayOf(credit.during.start),
      what: titleIn(language, credit),
      strandCode: credit.strandCode,
      hours: credit.hours,
      why: t.because(credit.hours, credit.rule, credit.ruleDetails),
    })),
    ...props.entries
      .filter(({ status, replacedAt }) => status === 'confirmed' && replacedAt === null)
      .map((entry) => ({
        day: entry.onDay,
        what: entry.what,
        strandCode: entry.strandCode,
        hours: entry.hours,
        why: entry.reason,
      })),
  ]
  return (
    <TableFile
      caption={props.title}
      rows={lines}
      columns={[
        { label: t.onDay, value: ({ day }: Line) => ({ day }) },
        { label: t.file.what, value: ({ what }) => what },
        { label: t.strand, value: ({ strandCode }) => strands.get(strandCode) ?? strandCode },
        { label: t.enterHours, value: ({ hours }) => hours },
        { label: t.file.why, value: ({ why }) => why },
      ]}
    />
  )
}
