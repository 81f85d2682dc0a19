import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newToken, tokenHash, writeToken } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import { isSignedIn } from '../access.ts'

export const MakeApiToken = z.strictObject({ name: text(60) })

/** A person makes a token for a program that acts as them. It is shown now and never again. */
export async function makeApiToken(
  ctx: Context,
  input: z.infer<typeof MakeApiToken>,
): Promise<{ id: string; token: string }> {
  authorise(isSignedIn(ctx.actor))
  const personId = found(ctx.actor.personId)
  const token = newToken()
  const id = newId()
  await ctx.tx
    .insertInto('apiToken')
    .values({
      streetId: ctx.street,
      id,
      personId,
      name: input.name,
      tokenHash: tokenHash(token),
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'apiToken.made', personId)
  return { id, token: writeToken(ctx.street, token) }
}
