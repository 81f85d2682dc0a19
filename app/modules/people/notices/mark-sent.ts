import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { isProgram } from '../access.ts'

const longestError = 500

/** Notes how handing a message to the carrier went: it is sent, or what went wrong. */
export async function markSent(
  ctx: Context,
  input: { messageId: string; error: string | null },
): Promise<void> {
  authorise(isProgram(ctx.actor))
  const { error } = input
  await ctx.tx
    .updateTable('message')
    .set(
      error === null
        ? { sentAt: ctx.now, lastError: null }
        : { lastError: error.slice(0, longestError) },
    )
    .where('streetId', '=', ctx.street)
    .where('id', '=', input.messageId)
    .execute()
}
