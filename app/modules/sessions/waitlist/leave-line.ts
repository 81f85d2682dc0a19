import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayAnswerFor, maySignUp } from '../access.ts'
import { ending, leaving, lockParty } from './queries.ts'
import { whyNotLeft } from './rules.ts'

export const LeaveLine = z.strictObject({
  waitingId: z.uuid(),
  /** Who alone leaves a party that goes on waiting; without one all of it leaves. */
  personId: z.uuid().optional(),
})

/** A party leaves the line, or one of it does; freely and without a reason. */
export async function leaveLine(ctx: Context, input: z.infer<typeof LeaveLine>): Promise<void> {
  authorise(isSignedIn(ctx.actor))
  const { session, party } = found(await lockParty(ctx, input.waitingId))
  const who = input.personId ? found(party.people.find(({ id }) => id === input.personId)) : null
  authorise(who ? maySignUp(ctx.actor, who, session) : mayAnswerFor(ctx.actor, party, session))
  refuseIf(whyNotLeft(party))
  const goesOn = who !== null && party.people.length > 1
  if (goesOn) await leaving(ctx.street, session.id, [who.id]).execute(ctx.tx)
  else await ending(ctx, [party.id], 'left').execute(ctx.tx)
  await record(ctx, 'line.left', party.id, {
    details: { sessionId: session.id, ...(goesOn ? { personId: who.id } : {}) },
  })
}
