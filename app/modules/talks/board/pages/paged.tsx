import type { ComponentChildren } from 'preact'
import type { Visit } from '#app/platform/http/page.ts'
import { Pager } from '#app/ui/tables.tsx'

type Paged<Row> = {
  rows: readonly Row[]
  /** The way to the other pages, where there are any. */
  pager: (href: (page: number) => string) => ComponentChildren
}

/** The part of a long list that a visit asks for by this name; all of it where its table is kept as a file. */
export function pageOf<Row>(
  rows: readonly Row[],
  visit: Visit,
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
