import { hash } from '@node-rs/argon2'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { isProgram } from '../access.ts'

/** Keeps a password that was found good: its Argon2id hash, in place of the one before. */
export async function keepPassword(
  ctx: Context,
  input: { personId: string; password: string },
): Promise<void> {
  authorise(isProgram(ctx.actor))
  const row = { hash: await hash(input.password), madeAt: ctx.now }
  await ctx.tx
    .insertInto('password')
    .values({ streetId: ctx.street, personId: input.personId, ...row })
    .onConflict((conflict) => conflict.columns(['streetId', 'personId']).doUpdateSet(row))
    .execute()
}
