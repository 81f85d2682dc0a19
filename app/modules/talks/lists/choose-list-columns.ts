import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { mayEnterLists } from './access.ts'
import { lockSpeakerList } from './queries.ts'
import { listFields, whyNotEntered, whyNotReadable } from './rules.ts'

export const ChooseListColumns = z.strictObject({
  listId: z.uuid(),
  /** What each column of the file is, from the left; empty where it is not needed. */
  columns: z.array(optional(z.enum(listFields))).max(200),
})

/** The office says what the columns of a list of speakers are. */
export async function chooseListColumns(ctx: Context, input: z.infer<typeof ChooseListColumns>) {
  const list = found(await lockSpeakerList(ctx, input.listId))
  const columns = list.columns.map((_, at) => input.columns[at] ?? null)
  authorise(mayEnterLists(ctx.actor))
  refuseIf(whyNotEntered(list) ?? whyNotReadable({ columns }))
  await ctx.tx
    .updateTable('speakerList')
    .set({ columns: JSON.stringify(columns) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', list.id)
    .execute()
  await record(ctx, 'speakers.columnsChosen', list.id)
}
