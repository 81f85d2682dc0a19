import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { columnsIn } from '#app/platform/sent-lists.ts'
import { rowsIn } from '#app/platform/spreadsheet.ts'
import { mayEnterLists } from './access.ts'
import { listFieldCalled, mostSpeakers, whyNotKept } from './rules.ts'

export const KeepSpeakerList = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  fileName: z.string().trim().max(200).default(''),
})

// A title, a moment and headings may stand over the speakers.
const mostRows = mostSpeakers + 10

/** The office sends a list of speakers, XLSX or CSV, to look through; nobody is entered yet. */
export async function keepSpeakerList(
  ctx: Context,
  input: z.infer<typeof KeepSpeakerList>,
): Promise<{ listId: string }> {
  authorise(mayEnterLists(ctx.actor))
  const rows = await rowsIn(input.bytes, mostRows)
  const { headingsAt, columns } = columnsIn(rows, listFieldCalled)
  refuseIf(whyNotKept(rows, headingsAt))
  const listId = newId()
  await ctx.tx
    .insertInto('speakerList')
    .values({
      streetId: ctx.street,
      id: listId,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
      fileName: input.fileName,
      rows: JSON.stringify(rows),
      headingsAt,
      columns: JSON.stringify(columns),
    })
    .execute()
  await record(ctx, 'speakers.listSent', listId)
  return { listId }
}
