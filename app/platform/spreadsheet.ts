import { streamXlsxRows, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { type CsvRow, decode, readCsv } from './csv.ts'
import { Refused } from './errors.ts'
import { hour } from './time.ts'
import { BadZip, unpacked } from './zip.ts'

/** Why a file of tables can't be read. Each is the key of its sentence. */
type TableReason = 'table.broken' | 'table.tooLarge' | 'table.tooManyRows'

/** What a cell holds: text, a number, an instant shown in Shanghai's time, a day, or nothing. */
export type Cell = string | number | Date | { day: string } | null

export type Sheet = {
  name: string
  /** Lines over the headings; the first is the title. */
  above?: readonly string[]
  headings: readonly string[]
  rows: readonly (readonly Cell[])[]
  /** Lines under the rows, such as for signatures. */
  below?: readonly string[]
  /** Set up for A4 paper, with the headings on every page. */
  paper?: 'portrait' | 'landscape'
}

const offset = 8 * hour
const bold = { font: { bold: true } }
const wrapped = { alignment: { wrapText: true, vertical: 'top' } } as const
const formats = { day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm' }

/** A workbook in XLSX: headings bold and frozen, days and numbers as such, long numbers as text. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = legalNames(sheets.map((sheet) => sheet.name))
  return writeXlsx({
    sheets: sheets.map((sheet, at) => laidOut(sheet, names[at]!)),
    namedRanges: sheets.flatMap((sheet, at) => (sheet.paper ? [repeated(sheet, names[at]!)] : [])),
  })
}

/** The headings, on every printed page. The package can say so too, but leaves the name unquoted. */
function repeated(sheet: Sheet, name: string) {
  const row = (sheet.above?.length ?? 0) + 1
  const range = `'${name.replaceAll("'", "''")}'!$${row}:$${row}`
  return { name: '_xlnm.Print_Titles', range, scope: name }
}

function laidOut(sheet: Sheet, name: string): WriteSheet {
  const { above = [], headings, below = [] } = sheet
  const head = above.length
  const last = Math.max(headings.length - 1, 0)
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  above.forEach((_, row) => cells.set(`${row},0`, { style: row === 0 ? titleStyle : {} }))
  headings.forEach((_, column) => cells.set(`${head},${column}`, { style: headingStyle }))
  const rows = sheet.rows.map((row, at) =>
    row.map((cell, column) => {
      const style = styleOf(cell)
      if (style) cells.set(`${head + 1 + at},${column}`, { style })
      return written(cell)
    }),
  )
  const line = (text: string) => [written(text)]
  return {
    name,
    columns: widthsOf(sheet).map((width) => ({ width })),
    rows: [...above.map(line), headings.map(written), ...rows, ...below.map(line)],
    cells,
    merges: last > 0 ? above.map((_, row) => merged(row, last)) : [],
    freezePane: { rows: head + 1 },
    ...(sheet.paper && { pageSetup: paperOf(sheet.paper) }),
  }
}

const titleStyle = { font: { bold: true, size: 16 } }
const headingStyle = { ...bold, ...wrapped, border: { bottom: { style: 'thin' } } } as const
const merged = (row: number, endCol: number) => ({
  startRow: row,
  startCol: 0,
  endRow: row,
  endCol,
})

function paperOf(orientation: 'portrait' | 'landscape') {
  return {
    paperSize: 'a4' as const,
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
  }
}

function styleOf(cell: Cell) {
  if (cell instanceof Date) return { numFmt: formats.moment }
  if (typeof cell === 'string') return widthOf(cell) > widest ? wrapped : null
  return cell !== null && typeof cell === 'object' ? { numFmt: formats.day } : null
}

// From here on a spreadsheet shows fewer digits than there are.
const longNumber = 1e11
const longestText = 32_767

function written(cell: Cell) {
  if (cell === null) return null
  if (cell instanceof Date) return new Date(cell.getTime() + offset)
  if (typeof cell === 'object') return new Date(`${cell.day}T00:00:00Z`)
  if (typeof cell === 'string') return harmless(cell)
  if (!Number.isFinite(cell)) return null
  return Math.abs(cell) < longNumber ? cell : BigInt(Math.round(cell)).toString()
}

// What begins so is a formula to a spreadsheet once the text is edited there or saved as CSV.
const formula = /^[=+\-@\t\r]/
// oxlint-disable-next-line no-control-regex -- XML has no room for these
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function harmless(text: string): string {
  const clean = text.replace(unwritable, '').toWellFormed()
  return (formula.test(clean) ? `'${clean}` : clean).slice(0, longestText)
}

const narrowest = 6
const widest = 48

/** How wide each column has to be for what stands in it, in Latin letters. */
function widthsOf({ headings, rows }: Sheet): number[] {
  return headings.map((heading, column) => {
    const most = rows.reduce(
      (width, row) => Math.max(width, widthOf(row[column] ?? null)),
      widthOf(heading),
    )
    return Math.min(Math.max(most, narrowest), widest) + 2
  })
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g

function widthOf(cell: Cell): number {
  if (cell === null) return 0
  if (cell instanceof Date) return formats.moment.length
  if (typeof cell === 'object') return formats.day.length
  const text = String(cell)
  return text.length + (text.match(wide)?.length ?? 0)
}

const longestName = 31

/** Names that spreadsheets allow: short, without their own signs, each once. */
function legalNames(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((given) => {
    const clean = given
      .replace(unwritable, '')
      .replace(/[[\]:*?/\\\s]+/g, ' ')
      .replace(/^[\s']+|[\s']+$/g, '')
    const name = [...(clean || 'Sheet')].slice(0, longestName).join('')
    let legal = name
    for (let again = 2; taken.has(legal.toLowerCase()); again++) {
      const ending = ` (${again})`
      legal = name.slice(0, longestName - ending.length) + ending
    }
    taken.add(legal.toLowerCase())
    return legal
  })
}

/** Whether a file is a workbook, which its first bytes say, whatever it is called. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

type Limits = {
  /** The sheet of this name; else the first. */
  sheet?: string
  mostRows: number
}

const mostColumns = 200
const mostUnpacked = 32 * 1024 * 1024
const mostTags = 2_000_000

/**
 * The rows of one sheet as text: numbers in plain digits, days as 2022-01-31, formulas as what they
 * last gave. What is broken, huge once unpacked, or longer than allowed is refused.
 */
export async function readSheet(bytes: Uint8Array, limits: Limits): Promise<CsvRow[]> {
  if (!isWorkbook(bytes)) throw refused('table.broken')
  const rows: CsvRow[] = []
  try {
    if (unpacked(bytes, mostUnpacked).some(isOutsized)) throw refused('table.tooLarge')
    for await (const { index, values } of streamXlsxRows(bytes, { sheet: limits.sheet ?? 0 })) {
      if (values.slice(mostColumns).some((value) => value !== null)) throw refused('table.tooLarge')
      const fields = values.slice(0, mostColumns).map(textIn)
      if (fields.every((field) => field === '')) continue
      if (rows.length === limits.mostRows) throw refused('table.tooManyRows')
      rows.push({ number: index + 1, fields })
    }
  } catch (error) {
    if (error instanceof Refused) throw error
    // The parser meets files of any kind: whatever it stumbles over, the file is at fault.
    const tooLarge = error instanceof BadZip && error.tooLarge
    throw refused(tooLarge ? 'table.tooLarge' : 'table.broken', error)
  }
  return rows
}

const less = 0x3c
// The reader makes room for every column up to the last one that is named.
const farColumn = /\sr="(?:[B-Z][A-Z]{2}|[A-Z]{4,})\d/

/** More tags than a table of this size has, or a cell far to the right: both only cost memory. */
function isOutsized(part: Uint8Array): boolean {
  let tags = 0
  for (let at = part.indexOf(less); at !== -1; at = part.indexOf(less, at + 1)) tags += 1
  return tags > mostTags || farColumn.test(Buffer.from(part).toString('latin1'))
}

function refused(reason: TableReason, cause?: unknown): Refused {
  const error = new Refused(reason)
  if (cause !== undefined) error.cause = cause
  return error
}

function textIn(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (value instanceof Date) return momentIn(value)
  if (typeof value === 'number') return plainDigits(value)
  // The sign before a text that looks like a formula belongs to the file, not to the text.
  return String(value)
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .replace(unwritable, '')
}

function momentIn(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00') ? day : `${day} ${time.slice(0, 5)}`
}

function plainDigits(value: number): string {
  if (!Number.isFinite(value)) return ''
  return Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)))
}

/** A workbook as something to keep, under a name of any script. */
export function workbookResponse(name: string, bytes: Uint8Array): Response {
  const file = encodeURIComponent(`${name.replace(/[\\/:*?"<>|\s]+/g, ' ').trim()}.xlsx`)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="table.xlsx"; filename*=UTF-8''${file}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

/** The rows of a list that was sent, XLSX or CSV, as text with the numbers a spreadsheet shows. */
export async function rowsIn(bytes: Uint8Array, mostRows: number): Promise<CsvRow[]> {
  if (isWorkbook(bytes)) return readSheet(bytes, { mostRows })
  return readCsv(decode(bytes)).map(({ number, fields }) => ({
    number,
    // The sign before a text that looks like a formula belongs to the file, not to the text.
    fields: fields.map((field) => field.replace(/^'(?=[=+\-@\t\r])/, '').replaceAll('\0', '')),
  }))
}
