import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayAnswerFor } from '../access.ts'
import { ending, lockParty } from './queries.ts'
import { whyNotAnswered } from './rules.ts'

export const DeclineOffer = z.strictObject({ waitingId: z.uuid() })

/** A party doesn't want the seats it is offered any more, without a reason; whoever is next is asked. */
export async function declineOffer(
  ctx: Context,
  input: z.infer<typeof DeclineOffer>,
): Promise<void> {
  authorise(isSignedIn(ctx.actor))
  const { session, party } = found(await lockParty(ctx, input.waitingId))
  authorise(mayAnswerFor(ctx.actor, party, session))
  refuseIf(whyNotAnswered(session, party, ctx.now))
  await ending(ctx, [party.id], 'declined').execute(ctx.tx)
  await record(ctx, 'offer.declined', party.id, { details: { sessionId: session.id } })
}
