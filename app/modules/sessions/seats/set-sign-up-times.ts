import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { momentInput, optional } from '#app/platform/http/forms.ts'
import { instantOf } from '#app/platform/time.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { whyNotTimed } from './rules.ts'

export const SetSignUpTimes = z.strictObject({
  sessionId: z.uuid(),
  /** Without a time sign-up opens with the announcement, and closes with the start. */
  opensAt: optional(momentInput),
  closesAt: optional(momentInput),
})

/** Who runs a session says from when to when people sign up for it. */
export async function setSignUpTimes(ctx: Context, input: z.infer<typeof SetSignUpTimes>) {
  const session = found(await lockSession(ctx, input.sessionId))
  authorise(mayRunSession(ctx.actor, session))
  const times = {
    opensAt: input.opensAt ? instantOf(input.opensAt) : null,
    closesAt: input.closesAt ? instantOf(input.closesAt) : null,
  }
  refuseIf(whyNotTimed(session, times))
  await ctx.tx
    .updateTable('session')
    .set(times)
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.signUpTimed', session.id)
}
