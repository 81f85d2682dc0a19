// not a sentence: how lists that people send write their days
import type { CsvRow } from './csv.ts'

/** A heading as it is compared and remembered: without case, spaces, underscores and notes. */
export function bareHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[(（].*?[)）]/g, '')
    .replace(/[\s_*＊:：]/g, '')
    .slice(0, 60)
}

/** A file of this program has a title and a moment over its headings; others have a line or two. */
const headingsWithin = 10

/** Which row has the headings, and what each column is by what a heading means; null where it is nothing. */
export function columnsIn<Field extends string>(
  rows: readonly CsvRow[],
  meant: (bare: string) => Field | undefined,
): { headingsAt: number; columns: (Field | null)[] } {
  const guesses = rows.slice(0, headingsWithin).map(({ fields }) => {
    const taken = new Set<Field>()
    return fields.map((heading) => {
      const field = meant(bareHeading(heading))
      if (field === undefined || taken.has(field)) return null
      taken.add(field)
      return field
    })
  })
  const counts = guesses.map((columns) => columns.filter((field) => field !== null).length)
  const headingsAt = Math.max(counts.indexOf(Math.max(...counts)), 0)
  return { headingsAt, columns: guesses[headingsAt] ?? [] }
}

/** A day as lists write it, 1948-03-02, 1948/3/2, 1948年3月2日 or 19480302; what is none stays as it is. */
export function dayIn(text: string): string | undefined {
  const day = text.replace(/[ T]00:00(:00)?$/, '')
  const [, year, month, ofMonth] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(day) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(day) ??
    []
  if (!year) return text || undefined
  return `${year}-${month!.padStart(2, '0')}-${ofMonth!.padStart(2, '0')}`
}

/** A mobile number as lists write it, with spaces, dashes or the country's code. */
export function phoneIn(text: string): string | undefined {
  return text.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '') || undefined
}
