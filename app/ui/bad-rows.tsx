import type { CsvRow } from '#app/platform/csv.ts'
import { TableFile } from './table-files.tsx'

type BadRowsProps = {
  /** What is said before the file, and what it is called. */
  lead: string
  caption: string
  /** Over the column of reasons. */
  reason: string
  /** A list as it was sent, and in which of its rows the headings are. */
  list: { rows: readonly CsvRow[]; headingsAt: number }
  /** Why each faulty row can't be entered, by its number. */
  bad: ReadonlyMap<number, string>
}

/** The rows with a fault as the file had them, the reason at the end: to be mended and sent again. */
export function BadRows({ lead, caption, reason, list, bad }: BadRowsProps) {
  const headings = list.rows[list.headingsAt]?.fields ?? []
  const columns = headings.map((heading, at) => ({
    label: heading,
    value: (row: CsvRow) => row.fields[at] ?? '',
  }))
  return (
    <p>
      {lead}
      <TableFile
        caption={caption}
        exports="bad"
        rows={list.rows.filter(({ number }) => bad.has(number))}
        columns={[...columns, { label: reason, value: (row: CsvRow) => bad.get(row.number) ?? '' }]}
      />
    </p>
  )
}
