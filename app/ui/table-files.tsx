import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Cell } from '#app/platform/spreadsheet.ts'
import { Icon } from './icons.tsx'
import { useOwnWords } from './speech.tsx'

/** What a column is in a file: its heading, and its value where the drawn cell is not enough. */
type FileColumn<Row> = {
  label: string
  cell?: ((row: Row) => ComponentChildren) | undefined
  value?: ((row: Row) => Cell) | undefined
  acts?: boolean | undefined
}

/** A table as a page drew it. */
export type DrawnTable = {
  caption: string
  // oxlint-disable-next-line no-explicit-any -- only the table itself knows its rows
  columns: readonly FileColumn<any>[]
  rows: readonly unknown[]
}

/** What a page tells about its tables while it is drawn. */
export type TableFiles = {
  /** The address of the file of a table. */
  hrefOf(key: string): string
  /** The tables met so far, by key. */
  drawn: Map<string, DrawnTable>
  /** What the page's lists are narrowed to, in words. */
  narrowed: string[]
}

const Files = createContext<TableFiles | null>(null)

/** Lets every table inside it be kept as a file. */
export function TableFilesOf(props: { files: TableFiles; children: ComponentChildren }) {
  return <Files.Provider value={props.files}>{props.children}</Files.Provider>
}

/** Tells the file of a table what the page's lists are narrowed to. */
export function useNarrowing(): (label: string, said: string) => void {
  const files = useContext(Files)
  return (label, said) => {
    if (files && said.trim() !== '') files.narrowed.push(`${label}: ${said.trim()}`)
  }
}

type TableFileProps<Row> = {
  caption: string
  columns: readonly FileColumn<Row>[]
  rows: readonly Row[]
  /** Tells the tables of one page apart in their addresses. */
  exports?: string | undefined
}

/** The way to a table as an XLSX file; by itself under a list that is drawn as cards. */
export function TableFile<Row>(props: TableFileProps<Row>) {
  const words = useOwnWords()
  const files = useContext(Files)
  if (!files || props.rows.length === 0) return null
  const key = freeKey(files, props.exports ?? 'table')
  files.drawn.set(key, props)
  return (
    <a class="table-file" href={files.hrefOf(key)} download aria-label={words.keep(props.caption)}>
      <Icon name="download" />
      {words.xlsx}
    </a>
  )
}

function freeKey(files: TableFiles, wanted: string): string {
  let key = wanted
  for (let again = 2; files.drawn.has(key); again++) key = `${wanted}-${again}`
  return key
}
