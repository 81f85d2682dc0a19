import { familyOf, findPerson } from '#app/modules/people/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import type { Download } from '#app/platform/http/page.ts'
import { type Cell, writeWorkbook } from '#app/platform/spreadsheet.ts'
import { sayMoment } from '#app/ui/dates.ts'
import { mayHaveCopy } from '../access.ts'
import { en } from '../messages.en.ts'
import { zh } from '../messages.zh.ts'
import { type CopiedTable, copyOfData, guardiansAmong } from '../queries.ts'

const words = { zh, en }
type Words = typeof zh

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A person's copy of everything that is kept of them: for a program, or for a spreadsheet. */
export const privacyFile: Download = {
  async respond(ctx, { query, language, now }) {
    const personId = found(query.get('person') ?? ctx.actor.personId)
    const person = found(await findPerson(ctx, personId))
    const guardianIds = guardiansAmong(await familyOf(ctx, personId))
    authorise(mayHaveCopy(ctx.actor, personId, guardianIds))
    const tables = await copyOfData(ctx, personId)
    const t = words[language]
    if (query.get('as') !== 'xlsx') {
      const all = Object.fromEntries(tables.map(({ table, rows }) => [table, rows]))
      const copy = { person: { id: person.id, name: person.name }, takenAt: now, tables: all }
      return fileResponse(JSON.stringify(copy, null, 2), 'application/json', `${t.file.name}.json`)
    }
    const above = [person.name, t.file.taken(sayMoment(now, language, now))]
    const bytes = await writeWorkbook(tables.map((each) => sheetOf(each, t, above)))
    return fileResponse(bytes as Uint8Array<ArrayBuffer>, workbook, `${t.file.name}.xlsx`)
  },
}

function sheetOf({ table, columns, rows }: CopiedTable, t: Words, above: readonly string[]) {
  return {
    name: t.tables[table] ?? table,
    above,
    headings: columns.map((column) => t.columns[column] ?? column),
    rows: rows.map((row) => columns.map((column) => cellOf(row[column], t))),
  }
}

function cellOf(value: unknown, t: Words): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return value ? t.file.yes : t.file.no
  if (typeof value === 'number' || value instanceof Date) return value
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { day: value } : value
  return JSON.stringify(value)
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
