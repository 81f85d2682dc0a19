import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { newToken, tokenHash } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import { day, later } from '#app/platform/time.ts'
import { isProgram } from '../access.ts'
import { streetsServed } from './queries.ts'

/**
 * While no street is open, each start makes a new link by which the first one is opened; the links
 * before it are void. It belongs to no street: street 0.
 */
export async function makeSetUpLink(ctx: Context): Promise<{ token: string }> {
  const streets = await streetsServed(ctx)
  authorise(isProgram(ctx.actor))
  refuseIf(streets.length > 0 ? 'setUp.streetOpen' : null)
  await ctx.tx.deleteFrom('setUpLink').execute()
  const token = newToken()
  await ctx.tx
    .insertInto('setUpLink')
    .values({
      id: newId(),
      tokenHash: tokenHash(token),
      madeAt: ctx.now,
      expiresAt: later(ctx.now, day),
    })
    .execute()
  return { token }
}
