import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { type CsvRow, decode, readCsv } from '#app/platform/csv.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { isWorkbook, readSheet } from '#app/platform/spreadsheet.ts'
import { mayRunOffice } from '../access.ts'
import { rememberedHeadings } from './queries.ts'
import { columnsIn, mostPeople, whyNotKept } from './rules.ts'

export const KeepPeopleFile = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  fileName: z.string().trim().max(200).default(''),
})

/** The office sends a list of people, XLSX or CSV, to look through; nobody is entered yet. */
export async function keepPeopleFile(
  ctx: Context,
  input: z.infer<typeof KeepPeopleFile>,
): Promise<{ importId: string }> {
  const remembered = await rememberedHeadings(ctx)
  authorise(mayRunOffice(ctx.actor))
  const rows = await rowsIn(input.bytes)
  const { headingsAt, columns } = columnsIn(rows, remembered)
  refuseIf(whyNotKept(rows, headingsAt))
  const importId = newId()
  await ctx.tx
    .insertInto('peopleImport')
    .values({
      streetId: ctx.street,
      id: importId,
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
      fileName: input.fileName,
      rows: JSON.stringify(rows),
      headingsAt,
      columns: JSON.stringify(columns),
    })
    .execute()
  await record(ctx, 'people.listSent', importId)
  return { importId }
}

// A title, a moment and headings may stand over the people.
const mostRows = mostPeople + 10

async function rowsIn(bytes: Uint8Array): Promise<CsvRow[]> {
  if (isWorkbook(bytes)) return readSheet(bytes, { mostRows })
  return readCsv(decode(bytes)).map(({ number, fields }) => ({
    number,
    // The sign before a text that looks like a formula belongs to the file, not to the text.
    fields: fields.map((field) => field.replace(/^'(?=[=+\-@\t\r])/, '').replaceAll('\0', '')),
  }))
}
