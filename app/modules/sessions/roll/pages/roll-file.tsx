import { useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { RollLine } from '../queries.ts'

const words = { zh, en }

/** The roll as a table to keep: the names of the list, and whether each came. */
export function RollFile({ lines }: { lines: readonly RollLine[] }) {
  const t = useWords(words)
  return (
    <TableFile
      caption={t.roll.title}
      rows={lines}
      columns={[
        {
          label: t.file.name,
          // A child's name is not taken away.
          value: ({ name, minor }: RollLine) => (minor ? t.file.aChild : name),
        },
        { label: t.file.unit, value: ({ unitName }) => unitName },
        {
          label: t.file.presence,
          value: ({ presence }) => (presence === null ? t.file.notMarked : t.presences[presence]),
        },
      ]}
    />
  )
}
