import { useTitle, useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en as needsEn } from '../../needs/messages.en.ts'
import { zh as needsZh } from '../../needs/messages.zh.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { ListedMatter } from '../queries.ts'

const words = { zh, en }
const needsWords = { zh: needsZh, en: needsEn }

/** The matters of the board as a table to keep: what, where, until when, and who does it. */
export function MattersFile({ matters }: { matters: readonly ListedMatter[] }) {
  const t = useWords(words)
  const { categories } = useWords(needsWords)
  const titleOf = useTitle()
  return (
    <TableFile
      caption={t.title}
      rows={matters}
      columns={[
        { label: t.file.number, value: ({ number }: ListedMatter) => number },
        { label: t.file.title, value: titleOf },
        { label: t.category, value: ({ category }) => categories[category] },
        { label: t.community, value: ({ communityName }) => communityName },
        { label: t.file.landmark, value: ({ landmark }) => landmark },
        { label: t.file.doneWhen, value: ({ doneWhen }) => doneWhen },
        { label: t.file.by, value: ({ byOn }) => ({ day: byOn }) },
        { label: t.file.hands, value: ({ hands }) => hands },
        { label: t.file.cost, value: ({ costYuan }) => costYuan },
        { label: t.file.status, value: ({ status }) => t.statuses[status] },
        {
          label: t.holders,
          value: ({ holders }) => holders.map(({ unitName }) => unitName).join(t.file.and),
        },
      ]}
    />
  )
}
