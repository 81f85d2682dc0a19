import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { enterStreet } from '#app/platform/database/connection.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { MakeFirstAdministrator, makeFirstAdministrator } from './make-first-administrator.ts'
import { findSetUpLink, streetsServed } from './queries.ts'
import { type Browser, startSignIn } from './start-sign-in.ts'

export const SetUp = MakeFirstAdministrator.extend({ code: z.string().regex(/^\d{6,9}$/) })

/** Whoever holds the set-up link opens the first street and becomes its administrator, once. */
export async function setUp(
  ctx: Context,
  input: z.infer<typeof SetUp> & Omit<Browser, 'signInId'> & { token: string },
): Promise<{ cookie: string; street: number }> {
  const { code, token, device, ...first } = input
  const link = found(await findSetUpLink(ctx, token, 'lock'))
  openToEveryone()
  refuseIf((await streetsServed(ctx)).length > 0 ? 'setUp.streetOpen' : null)
  await ctx.tx.updateTable('setUpLink').set({ usedAt: ctx.now }).where('id', '=', link.id).execute()
  const street = Number(code)
  await enterStreet(ctx.tx, street)
  const there = { ...ctx, street, actor: system }
  const { personId } = await makeFirstAdministrator(there, first)
  const { cookie } = await startSignIn(there, { device, signInId: null, personId })
  return { cookie, street }
}
