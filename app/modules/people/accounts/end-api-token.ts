import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { isSelf } from '../access.ts'

export const EndApiToken = z.strictObject({ tokenId: z.uuid() })

/** A person takes back a token of their own; the program that has it is let in no more. */
export async function endApiToken(ctx: Context, input: z.infer<typeof EndApiToken>): Promise<void> {
  const token = found(
    await ctx.tx
      .selectFrom('apiToken')
      .select(['id', 'personId'])
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.tokenId)
      .where('endedAt', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  )
  authorise(isSelf(ctx.actor, token.personId))
  await ctx.tx
    .updateTable('apiToken')
    .set({ endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', token.id)
    .execute()
  await record(ctx, 'apiToken.ended', token.personId)
}
