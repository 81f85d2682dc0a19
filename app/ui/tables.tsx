import type { ComponentChildren } from 'preact'
import type { Cell } from '#app/platform/spreadsheet.ts'
import { Time } from './dates.tsx'
import { useOwnWords } from './speech.tsx'
import { TableFile } from './table-files.tsx'

export type Column<Row> = {
  key: string
  label: string
  cell: (row: Row) => ComponentChildren
  /** What stands in a file of the table, where that is more exact than what the cell says. */
  value?: ((row: Row) => Cell) | undefined
  /** Amounts stand to the right, in figures of one width. */
  amount?: boolean | undefined
  /** The column whose cell names the row. */
  names?: boolean | undefined
  /** The list can be sorted by it. */
  sorts?: boolean | undefined
  /** Holds buttons; its label is only read out. */
  acts?: boolean | undefined
}

export type Direction = 'up' | 'down'

export type Sorting = {
  by: string
  direction: Direction
  href: (column: string, direction: Direction) => string
}

type DataTableProps<Row> = {
  caption: string
  /** The heading over it says the same: the caption is only read out, and names the table's file. */
  headed?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  sorting?: Sorting | undefined
  /** What to show instead of a table without rows. */
  empty?: ComponentChildren
  /** A long list of people: its slips are short, the name and its button on one line, all else below. */
  short?: boolean | undefined
  /** When the rows were read. */
  asOf?: Date | undefined
  /** Tells the table's file from those of other tables of the page; null for a table of no use. */
  exports?: string | null | undefined
}

/** Records in rows and columns; where there is no room for columns, each row becomes a slip. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const words = useOwnWords()
  if (props.rows.length === 0) return props.empty ?? <p class="quietly">{words.empty}</p>
  return (
    <div class="table-room">
      <table class={props.short ? 'table short' : 'table'}>
        <caption>
          {props.headed ? <span class="unseen">{props.caption}</span> : props.caption}
          {props.asOf !== undefined && <AsOf at={props.asOf} />}
          {props.exports !== null && <TableFile {...props} exports={props.exports} />}
        </caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <Heading key={column.key} column={column} sorting={props.sorting} />
            ))}
          </tr>
        </thead>
        <tbody>{props.rows.map((row) => bodyRow(row, props.columns))}</tbody>
      </table>
    </div>
  )
}

// A function and not a component, like the cells: a long table stays cheap.
function bodyRow<Row>(row: Row, columns: readonly Column<Row>[]) {
  return (
    <tr>
      {columns.map((column) => {
        if (column.names) return <th scope="row">{column.cell(row)}</th>
        if (column.acts) return <td class="acts">{column.cell(row)}</td>
        return (
          <td class={column.amount ? 'amount' : undefined} data-label={column.label}>
            {column.cell(row)}
          </td>
        )
      })}
    </tr>
  )
}

type HeadingProps = {
  column: Pick<Column<never>, 'key' | 'label' | 'amount' | 'sorts' | 'acts'>
  sorting: Sorting | undefined
}

function Heading({ column, sorting }: HeadingProps) {
  const words = useOwnWords()
  const sorted = sorting?.by === column.key ? sorting.direction : undefined
  const aria = sorted && (sorted === 'up' ? ('ascending' as const) : ('descending' as const))
  return (
    <th
      scope="col"
      class={column.amount ? 'amount' : column.acts ? 'acts' : undefined}
      aria-sort={aria}
    >
      {column.acts ? (
        <span class="unseen">{column.label}</span>
      ) : column.sorts && sorting ? (
        <a
          class={sorted}
          href={sorting.href(column.key, sorted === 'up' ? 'down' : 'up')}
          title={words.sortBy(column.label)}
        >
          {column.label}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

/** "As of" and the moment the figures were read. */
export function AsOf({ at }: { at: Date }) {
  const words = useOwnWords()
  return (
    <span class="as-of">
      {words.asOf} <Time at={at} now={at} />
    </span>
  )
}

type PagerProps = {
  page: number
  pages: number
  total: number
  href: (page: number) => string
}

/** The way through a list that is longer than a page. */
export function Pager({ page, pages, total, href }: PagerProps) {
  const words = useOwnWords()
  return (
    <nav class="pager" aria-label={words.pages}>
      {page > 1 && (
        <a class="button plain" href={href(page - 1)} rel="prev">
          {words.previous}
        </a>
      )}
      <span>
        {words.page(page, pages)} · {words.total(total)}
      </span>
      {page < pages && (
        <a class="button plain" href={href(page + 1)} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  )
}
