import { z } from 'zod'
import { familyOf, findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayAskAbout } from './access.ts'
import { guardiansAmong, lockRequest } from './queries.ts'
import { whyNotAnswered } from './rules.ts'

export const WithdrawRequest = z.strictObject({ requestId: z.uuid() })

/** Whoever asked changes their mind. */
export async function withdrawRequest(
  ctx: Context,
  input: z.infer<typeof WithdrawRequest>,
): Promise<void> {
  const request = found(await lockRequest(ctx, input.requestId))
  const withUnits = found(await findWithUnits(ctx, request.personId))
  const person = found(await findPerson(ctx, request.personId))
  const guardianIds = guardiansAmong(await familyOf(ctx, person.id), person, ctx.now)
  authorise(mayAskAbout(ctx.actor, withUnits, guardianIds))
  refuseIf(whyNotAnswered(request))
  await ctx.tx
    .updateTable('privacyRequest')
    .set({ status: 'withdrawn', answeredAt: ctx.now, answeredBy: ctx.actor.personId })
    .where('streetId', '=', ctx.street)
    .where('id', '=', request.id)
    .execute()
  await record(forPerson(ctx, request.personId), 'request.withdrawn', request.personId)
}
