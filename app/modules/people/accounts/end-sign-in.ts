import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { isSelf } from '../access.ts'

export const EndSignIn = z.strictObject({ signInId: z.uuid() })

/** A person ends a sign-in of their own: this browser's, or one left open elsewhere. */
export async function endSignIn(ctx: Context, input: z.infer<typeof EndSignIn>): Promise<void> {
  const signIn = found(
    await ctx.tx
      .selectFrom('signIn')
      .select(['id', 'personId'])
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.signInId)
      .forUpdate()
      .executeTakeFirst(),
  )
  authorise(isSelf(ctx.actor, signIn.personId))
  await ctx.tx
    .updateTable('signIn')
    .set({ endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', signIn.id)
    .where('endedAt', 'is', null)
    .execute()
}
