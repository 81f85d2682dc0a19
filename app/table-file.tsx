import { renderToString } from 'preact-render-to-string'
import { speechOf, tableFilesAt } from './frame.tsx'
import type { Visit } from './platform/http/page.ts'
import type { Framed } from './platform/http/site.tsx'
import { type Sheet, workbookResponse, writeWorkbook } from './platform/spreadsheet.ts'
import { dayOf, timeOf } from './platform/time.ts'
import { plainOf } from './ui/plain.tsx'
import { Speaking, type Speech } from './ui/speech.tsx'
import { type DrawnTable, TableFilesOf } from './ui/table-files.tsx'
import { words } from './ui/words.ts'

/**
 * The file of one table of a page. The page is drawn as for a reader, and the table is taken from
 * what was drawn: what it shows, in its order, narrowed as it is.
 */
export function tableFile(
  visit: Visit,
  shown: Omit<Framed, 'done'>,
  key: string,
): Promise<Response> | null {
  const speech = speechOf(visit)
  const files = tableFilesAt(visit)
  renderToString(
    <Speaking speech={speech}>
      <TableFilesOf files={files}>{shown.content as never}</TableFilesOf>
    </Speaking>,
  )
  const table = files.drawn.get(key)
  if (!table) return null
  const { caption } = table
  const title = caption === shown.title ? caption : `${shown.title} · ${caption}`
  const today = dayOf(visit.now)
  const asOf = `${words[visit.language].asOf} ${today} ${timeOf(visit.now)}`
  const above = [`${visit.reader.streetName} ${title}`.trim(), [asOf, ...files.narrowed].join('; ')]
  return respond(`${title} ${today}`, { ...sheetOf(table, speech), above })
}

async function respond(name: string, sheet: Sheet): Promise<Response> {
  return workbookResponse(name, await writeWorkbook([sheet]))
}

function sheetOf(table: DrawnTable, speech: Speech): Sheet {
  const columns = table.columns.filter((column) => !column.acts)
  return {
    name: table.caption,
    headings: columns.map((column) => column.label),
    rows: table.rows.map((row) =>
      columns.map((column) =>
        column.value ? column.value(row) : plainOf(column.cell?.(row), speech),
      ),
    ),
    paper: columns.length > 5 ? 'landscape' : 'portrait',
  }
}
