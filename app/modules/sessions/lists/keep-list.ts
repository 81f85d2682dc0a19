import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { columnsIn } from '#app/platform/sent-lists.ts'
import { rowsIn } from '#app/platform/spreadsheet.ts'
import { findSession, shownTo } from '../queries.ts'
import { questionsOf } from '../questions/queries.ts'
import { whyNotCancelled } from '../rules.ts'
import { maySendList } from './access.ts'
import { listFieldCalled, mostSignUps, whyNotKept } from './rules.ts'

export const KeepList = z.strictObject({
  sessionId: z.uuid(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  fileName: z.string().trim().max(200).default(''),
})

// A title, a moment and headings may stand over the people.
const mostRows = mostSignUps + 10

/** A list of sign-ups is sent, XLSX or CSV, to look through; nobody is signed up yet. */
export async function keepList(
  ctx: Context,
  input: z.infer<typeof KeepList>,
): Promise<{ listId: string }> {
  const session = found(shownTo(ctx.actor, await findSession(ctx, input.sessionId)))
  const questions = await questionsOf(ctx, session.id)
  authorise(maySendList(ctx.actor, session))
  refuseIf(whyNotCancelled(session))
  const rows = await rowsIn(input.bytes, mostRows)
  const { headingsAt, columns } = columnsIn(rows, listFieldCalled(questions))
  refuseIf(whyNotKept(rows, headingsAt))
  const listId = newId()
  await ctx.tx
    .insertInto('signUpList')
    .values({
      streetId: ctx.street,
      id: listId,
      sessionId: session.id,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
      fileName: input.fileName,
      rows: JSON.stringify(rows),
      headingsAt,
      columns: JSON.stringify(columns),
    })
    .execute()
  await record(ctx, 'signUps.listSent', session.id)
  return { listId }
}
