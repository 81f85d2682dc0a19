import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { day, later } from '#app/platform/time.ts'

const keptFor = day

/** Forgets the lists of sign-ups that were sent more than a day ago, entered or not. */
export async function forgetLists(ctx: Context): Promise<void> {
  authorise(isProgram(ctx.actor))
  await ctx.tx
    .deleteFrom('signUpList')
    .where('streetId', '=', ctx.street)
    .where('madeAt', '<', later(ctx.now, -keptFor))
    .execute()
}
