import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { columnsIn } from '#app/platform/sent-lists.ts'
import { rowsIn } from '#app/platform/spreadsheet.ts'
import { mayRunOffice } from '../access.ts'
import { rememberedHeadings } from './queries.ts'
import { fieldCalled, mostPeople, whyNotKept } from './rules.ts'

export const KeepPeopleFile = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  fileName: z.string().trim().max(200).default(''),
})

// A title, a moment and headings may stand over the people.
const mostRows = mostPeople + 10

/** The office sends a list of people, XLSX or CSV, to look through; nobody is entered yet. */
export async function keepPeopleFile(
  ctx: Context,
  input: z.infer<typeof KeepPeopleFile>,
): Promise<{ importId: string }> {
  const remembered = await rememberedHeadings(ctx)
  authorise(mayRunOffice(ctx.actor))
  const rows = await rowsIn(input.bytes, mostRows)
  const { headingsAt, columns } = columnsIn(rows, fieldCalled(remembered))
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
