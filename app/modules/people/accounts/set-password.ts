import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayHavePassword } from '../access.ts'
import { findPerson } from '../queries.ts'
import { keepPassword } from './keep-password.ts'
import { whyNotFresh, whyNotPassword } from './rules.ts'

export const newPassword = text(200, 8)
export const SetPassword = z.strictObject({ password: newPassword })

/** Staff choose a password, in a sign-in that is fresh. Their other sign-ins end. */
export async function setPassword(
  ctx: Context,
  input: z.infer<typeof SetPassword> & { signInId: string },
): Promise<void> {
  const personId = found(ctx.actor.personId)
  const person = found(await findPerson(ctx, personId))
  const signIn = found(
    await ctx.tx
      .selectFrom('signIn')
      .select('madeAt')
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.signInId)
      .where('personId', '=', personId)
      .executeTakeFirst(),
  )
  authorise(mayHavePassword(ctx.actor))
  refuseIf(whyNotPassword(input.password, person.phone))
  refuseIf(whyNotFresh(signIn.madeAt, ctx.now))
  await keepPassword({ ...ctx, actor: system }, { personId, password: input.password })
  await ctx.tx
    .updateTable('signIn')
    .set({ endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('id', '<>', input.signInId)
    .where('endedAt', 'is', null)
    .execute()
  await record(ctx, 'password.set', personId)
}
