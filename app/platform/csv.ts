/** One row of a table in CSV, with the number a spreadsheet shows beside it: the heads are row 1. */
export type CsvRow = { number: number; fields: string[] }

/** What stands in a text where the bytes fitted no encoding. */
export const unreadable = '\ufffd'

const encodings = ['utf-8', 'gb18030'] as const

/**
 * Text in UTF-8, with or without its mark, or in GB18030. Bytes that neither reads whole are read by
 * the one that loses less, and what is lost is marked, so that it can be said where it stands.
 */
export function decode(bytes: Uint8Array): string {
  const lossy = encodings.map((encoding) => new TextDecoder(encoding).decode(bytes))
  const losses = lossy.map((text) => text.split(unreadable).length)
  return lossy[losses.indexOf(Math.min(...losses))]!
}

/** Reads CSV as RFC 4180 has it, with lines that end in LF or CRLF; empty lines are passed over. */
export function readCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = []
  let fields: string[] = []
  let number = 1
  // A field in quotes, where a quote is doubled, or one without; then a comma, a line's end or the end.
  const field = /(?:"([^"]*(?:""[^"]*)*)(?:"|$)([^,\r\n]*)|([^,\r\n]*))(,|\r?\n|\r|$)/gy
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, quoted, after, plain, end] = match
    fields.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"') + after)
    if (end === ',') continue
    if (fields.some((each) => each !== '')) rows.push({ number, fields })
    if (end === '' || field.lastIndex === text.length) break
    fields = []
    number += 1
  }
  return rows
}
