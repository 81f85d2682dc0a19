import { useWords } from '#app/ui/speech.tsx'
import { TableFile } from '#app/ui/table-files.tsx'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import type { SuggestionRow } from '../queries.ts'

const words = { zh, en }

/** What people suggest and complain of, with the answers, as a table to keep. */
export function SuggestionsFile({ suggestions }: { suggestions: readonly SuggestionRow[] }) {
  const t = useWords(words).list
  return (
    <TableFile
      caption={t.title}
      rows={suggestions}
      columns={[
        { label: t.file.when, value: ({ madeAt }: SuggestionRow) => madeAt },
        { label: t.file.who, value: ({ personName }) => personName || t.nameless },
        { label: t.file.words, value: ({ words: said }) => said },
        { label: t.page, value: ({ page }) => page },
        { label: t.answer, value: ({ answer }) => answer },
        { label: t.file.answeredBy, value: ({ answeredBy }) => answeredBy },
        { label: t.file.answeredAt, value: ({ answeredAt }) => answeredAt },
      ]}
    />
  )
}
