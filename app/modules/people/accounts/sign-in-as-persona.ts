import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { enterStreet } from '#app/platform/database/connection.ts'
import { found, openToEveryone } from '#app/platform/errors.ts'
import { demoPersonas } from './queries.ts'
import { personas } from './rules.ts'
import { type Browser, startSignIn } from './start-sign-in.ts'

export const SignInAsPersona = z.strictObject({ as: z.enum(personas) })

/**
 * Signs anyone in as one of the demo's people, in whichever street that one lives. Nobody reaches
 * this outside the demo: no route leads here, and nobody is named.
 */
export async function signInAsPersona(
  ctx: Context,
  input: z.infer<typeof SignInAsPersona> & Omit<Browser, 'signInId'>,
): Promise<{ cookie: string; street: number }> {
  const named = await demoPersonas(ctx)
  const { street, personId } = found(named.find((persona) => persona.name === input.as))
  openToEveryone()
  await enterStreet(ctx.tx, street)
  const there = { ...ctx, street, actor: system }
  const { cookie } = await startSignIn(there, { device: input.device, signInId: null, personId })
  return { cookie, street }
}
