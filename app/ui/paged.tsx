import type { ComponentChildren } from 'preact'
import { Pager } from './tables.tsx'

/** What is asked of a list: which page, or all of it, as for a file. */
type Asked = { query: URLSearchParams; whole: boolean }

type Paged<Row> = {
  rows: readonly Row[]
  /** The way to the other pages, where there are any. */
  pager: (href: (page: number) => string) => ComponentChildren
}

/** The part of a long list that a visit asks for by this name; all of it where its table is kept as a file. */
export function pageOf<Row>(
  rows: readonly Row[],
  visit: Asked,
  most: number,
  name = 'page',
): Paged<Row> {
  const pages = Math.ceil(rows.length / most)
  if (visit.whole || pages < 2) return { rows, pager: () => null }
  const asked = Math.trunc(Number(visit.query.get(name) ?? 1))
  const page = Math.min(pages, Math.max(1, asked || 1))
  return {
    rows: rows.slice((page - 1) * most, page * most),
    pager: (href) => <Pager page={page} pages={pages} total={rows.length} href={href} />,
  }
}
