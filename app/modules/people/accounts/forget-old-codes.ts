import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { day, later } from '#app/platform/time.ts'
import { isProgram } from '../access.ts'

const keptFor = day
const signInsKeptFor = 30 * day

/** Forgets codes and tries that count no more, messages that held codes, and sign-ins long over. */
export async function forgetOldCodes(ctx: Context): Promise<void> {
  authorise(isProgram(ctx.actor))
  const { street, now } = ctx
  const old = later(now, -keptFor)
  const longOver = later(now, -signInsKeptFor)
  await ctx.tx
    .deleteFrom('signInCode')
    .where('streetId', '=', street)
    .where('madeAt', '<', old)
    .execute()
  await ctx.tx
    .deleteFrom('passwordTry')
    .where('streetId', '=', street)
    .where('at', '<', old)
    .execute()
  await ctx.tx
    .deleteFrom('message')
    .where('streetId', '=', street)
    .where('forgetAt', '<=', now)
    .execute()
  await ctx.tx
    .deleteFrom('signIn')
    .where('streetId', '=', street)
    .where((or) => or.or([or('endedAt', '<', longOver), or('expiresAt', '<', longOver)]))
    .execute()
}
