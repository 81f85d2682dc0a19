import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { openToEveryone, Refused, refuseAndKeep, refuseIf } from '#app/platform/errors.ts'
import { findPersonByPhone } from '../queries.ts'
import { codeHashOf } from './ask-for-code.ts'
import { whyCodeOver } from './rules.ts'
import { type Browser, startSignIn } from './start-sign-in.ts'

export const SignInWithCode = z.strictObject({
  askedId: z.uuid(),
  code: z.string().regex(/^\d{6}$/),
})

/** Signs in whoever has the code that was sent. It works once, and every try of it counts. */
export async function signInWithCode(
  ctx: Context,
  input: z.infer<typeof SignInWithCode> & Browser,
): Promise<{ cookie: string }> {
  const asked = await ctx.tx
    .selectFrom('signInCode')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', input.askedId)
    .forUpdate()
    .executeTakeFirst()
  openToEveryone()
  if (!asked) throw new Refused('code.over')
  refuseIf(whyCodeOver(asked, ctx.now))
  const right = timingSafeEqual(asked.codeHash, codeHashOf(asked.id, input.code))
  const person = await findPersonByPhone(ctx, asked.phone)
  const tried = { ...asked, tries: asked.tries + 1, usedAt: right ? ctx.now : null }
  await ctx.tx
    .updateTable('signInCode')
    .set({ tries: tried.tries, usedAt: tried.usedAt })
    .where('streetId', '=', ctx.street)
    .where('id', '=', asked.id)
    .execute()
  if (!right || !person) refuseAndKeep(whyCodeOver(tried, ctx.now) ?? 'code.wrong')
  return startSignIn({ ...ctx, actor: system }, { ...input, personId: person.id })
}
