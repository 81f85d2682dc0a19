import { familyOf, findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { authorise, found } from '#app/platform/errors.ts'
import type { Download } from '#app/platform/http/page.ts'
import type { Language } from '#app/platform/language.ts'
import { type Cell, writeWorkbook } from '#app/platform/spreadsheet.ts'
import { dayOf, timeOf } from '#app/platform/time.ts'
import { sayMoment } from '#app/ui/dates.ts'
import { mayAskAbout, mayHaveCopy } from '../access.ts'
import { en as keptEn } from '../kept/messages.en.ts'
import { zh as keptZh } from '../kept/messages.zh.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CopiedTable, copyOfData, guardiansAmong } from '../queries.ts'

const words = { zh: { ...zh, ...keptZh }, en: { ...en, ...keptEn } }
type Words = typeof zh & typeof keptZh

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What happened in the words of whichever module records it. */
type FactWords = (language: Language, name: string) => string
/** What stands in a column as a code, in words. */
type CodeWords = (language: Language, table: string, column: string, value: string) => string

/**
 * A person's copy of everything that is kept of them: for a program as it is kept, or for a
 * spreadsheet in words.
 */
export const privacyFile = (factIn: FactWords, saidIn: CodeWords): Download => ({
  async respond(ctx, { query, language, now }) {
    const personId = found(query.get('person') ?? ctx.actor.personId)
    const person = found(await findPerson(ctx, personId))
    const guardianIds = guardiansAmong(await familyOf(ctx, personId), person, ctx.now)
    const withUnits = found(await findWithUnits(ctx, personId))
    const mayHave = mayHaveCopy(ctx.actor, personId, guardianIds)
    found(mayHave || mayAskAbout(ctx.actor, withUnits, guardianIds) || null)
    authorise(mayHave)
    const tables = await copyOfData(ctx, personId)
    const t = words[language]
    if (query.get('as') !== 'xlsx') {
      const all = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))
      const copy = { person: { id: person.id, name: person.name }, takenAt: now, tables: all }
      return fileResponse(JSON.stringify(copy, null, 2), 'application/json', `${t.file.name}.json`)
    }
    const above = [person.name, t.file.taken(sayMoment(now, language, now))]
    const saying = (table: string, column: string) => (value: string) =>
      `${table}.${column}` === 'fact.name'
        ? factIn(language, value)
        : saidIn(language, table, column, value)
    const bytes = await writeWorkbook(tables.map((each) => sheetOf(each, t, above, saying)))
    return fileResponse(bytes as Uint8Array<ArrayBuffer>, workbook, `${t.file.name}.xlsx`)
  },
})

type Saying = (value: string) => string

function sheetOf(
  { table, columns, rows }: CopiedTable,
  t: Words,
  above: readonly string[],
  saying: (table: string, column: string) => Saying,
) {
  return {
    name: t.tables[table] ?? table,
    above,
    headings: columns.map((column) => t.columns[column] ?? column),
    rows: rows.map((row) => columns.map((column) => cellOf(row[column], t, saying(table, column)))),
  }
}

function cellOf(value: unknown, t: Words, say: Saying): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? t.file.yes : t.file.no
  if (typeof value === 'number' || value instanceof Date) return value
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value } : say(value)
  if (Array.isArray(value)) return value.map((each) => say(String(each))).join(' · ')
  if (isSpan(value)) return sayTime(value)
  return JSON.stringify(value)
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value
}

/** As a spreadsheet sorts it: the day and the clock, in the time of the street. */
function sayTime({ start, end }: Span): string {
  return `${dayOf(start)} ${timeOf(start)}–${dayOf(end) === dayOf(start) ? '' : `${dayOf(end)} `}${timeOf(end)}`
}

function fileResponse(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  })
}
