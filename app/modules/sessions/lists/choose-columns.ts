import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { findSession } from '../queries.ts'
import { maySendList } from './access.ts'
import { lockSentList } from './queries.ts'
import { listFields, whyNotChanged, whyNotReadable } from './rules.ts'

export const ChooseColumns = z.strictObject({
  sessionId: z.uuid(),
  listId: z.uuid(),
  /** What each column of the file is, from the left; empty where it is not needed. */
  columns: z.array(optional(z.enum(listFields))).max(200),
})

/** Who sent a list of sign-ups says what its columns are. */
export async function chooseColumns(ctx: Context, input: z.infer<typeof ChooseColumns>) {
  const session = found(await findSession(ctx, input.sessionId))
  const list = found(await lockSentList(ctx, session, input.listId))
  const columns = list.columns.map((_, at) => input.columns[at] ?? null)
  authorise(maySendList(ctx.actor, session))
  refuseIf(whyNotChanged(list) ?? whyNotReadable({ columns }))
  await ctx.tx
    .updateTable('signUpList')
    .set({ columns: JSON.stringify(columns) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', list.id)
    .execute()
  await record(ctx, 'signUps.columnsChosen', session.id)
}
