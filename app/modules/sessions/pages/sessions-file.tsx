import { useTitle, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SessionRow } from '../queries.ts'

const words = { zh, en }

/** Sessions as a table to keep: when, where, by whom and for how many. */
export function SessionsFile({ sessions }: { sessions: readonly SessionRow[] }) {
  const t = useWords(words)
  const titleOf = useTitle()
  return (
    <TableFile
      caption={t.list.title}
      rows={sessions}
      columns={[
        { label: t.file.number, value: ({ number }: SessionRow) => number },
        { label: t.file.title, value: titleOf },
        { label: t.file.start, value: ({ during }) => during.start },
        { label: t.file.end, value: ({ during }) => during.end },
        {
          label: t.facets.strand,
          value: (row) => titleOf({ title: row.strandName, titleEn: row.strandNameEn }),
        },
        { label: t.session.by, value: ({ unitName }) => unitName },
        { label: t.facets.community, value: ({ communityName }) => communityName },
        { label: t.session.where, value: ({ venueName }) => venueName },
        { label: t.session.speaker, value: ({ speakerName }) => speakerName },
        { label: t.file.seats, value: ({ seats }) => seats },
        { label: t.file.taken, value: ({ taken }) => taken },
      ]}
    />
  )
}
