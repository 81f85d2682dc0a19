import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { newToken, tokenHash, writeToken } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import { later } from '#app/platform/time.ts'
import { isProgram } from '../access.ts'
import { signInLife } from './rules.ts'

export type Browser = {
  device: string
  /** The sign-in that this browser had before: it ends, so that no token outlives a new one. */
  signInId: string | null
  /** Large text was chosen here before signing in: it holds from then on. */
  large?: boolean
}

/** Signs a person in who has given proof: a new token, and what the browser's cookie is to hold. */
export async function startSignIn(
  ctx: Context,
  input: Browser & { personId: string },
): Promise<{ cookie: string; signInId: string }> {
  authorise(isProgram(ctx.actor))
  if (input.signInId !== null) {
    await ctx.tx
      .updateTable('signIn')
      .set({ endedAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.signInId)
      .where('endedAt', 'is', null)
      .execute()
  }
  if (input.large) {
    await ctx.tx
      .updateTable('person')
      .set({ largeText: true })
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.personId)
      .execute()
  }
  const token = newToken()
  const signInId = newId()
  await ctx.tx
    .insertInto('signIn')
    .values({
      streetId: ctx.street,
      id: signInId,
      personId: input.personId,
      tokenHash: tokenHash(token),
      device: input.device,
      madeAt: ctx.now,
      seenAt: ctx.now,
      expiresAt: later(ctx.now, signInLife),
    })
    .execute()
  return { cookie: writeToken(ctx.street, token), signInId }
}
