import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { openToEveryone, refuseAndKeep, refuseIf } from '#app/platform/errors.ts'
import { phoneInput, text } from '#app/platform/http/forms.ts'
import { newToken } from '#app/platform/http/token.ts'
import { newId } from '#app/platform/ids.ts'
import { hashOf } from '#app/platform/open-writes.ts'
import { mayHavePassword } from '../access.ts'
import { actorOf, findPersonByPhone } from '../queries.ts'
import { holdTries, passwordOf, passwordsFailed } from './queries.ts'
import { whyNoTry } from './rules.ts'
import { type Browser, startSignIn } from './start-sign-in.ts'

export const SignInWithPassword = z.strictObject({ phone: phoneInput, password: text(200) })

/** Signs in staff by phone and password. A few wrong ones, and it has to wait. */
export async function signInWithPassword(
  ctx: Context,
  input: z.infer<typeof SignInWithPassword> & Browser & { address: string },
): Promise<{ cookie: string }> {
  openToEveryone()
  const { phone } = input
  const addressHash = hashOf(input.address)
  await holdTries(ctx, phone, addressHash)
  refuseIf(whyNoTry(await passwordsFailed(ctx, phone, addressHash)))
  const person = await findPersonByPhone(ctx, phone)
  const kept = person && (await passwordOf(ctx, person.id))
  // A phone without a password takes as long to refuse as one with another password.
  const right = await verify(kept ?? (await anyHash()), input.password)
  const staff = right && kept && person && mayHavePassword(await actorOf(ctx, person.id))
  if (!staff) {
    await ctx.tx
      .insertInto('passwordTry')
      .values({ streetId: ctx.street, id: newId(), phone, addressHash, at: ctx.now })
      .execute()
    refuseAndKeep('password.wrong')
  }
  return startSignIn({ ...ctx, actor: system }, { ...input, personId: person.id })
}

let someHash: Promise<string> | undefined
function anyHash(): Promise<string> {
  someHash ??= hash(newToken())
  return someHash
}
