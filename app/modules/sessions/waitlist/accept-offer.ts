import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayAnswerFor } from '../access.ts'
import { heldBy, holding, seating } from '../seats/queries.ts'
import { ending, lockParty } from './queries.ts'
import { whyNotAnswered } from './rules.ts'

export const AcceptOffer = z.strictObject({ waitingId: z.uuid() })

/** A party takes the seats it is offered, all of it or none. */
export async function acceptOffer(ctx: Context, input: z.infer<typeof AcceptOffer>): Promise<void> {
  authorise(isSignedIn(ctx.actor))
  const { session, party } = found(await lockParty(ctx, input.waitingId))
  authorise(mayAnswerFor(ctx.actor, party, session))
  refuseIf(whyNotAnswered(session, party, ctx.now))
  const madeBy = found(ctx.actor.personId)
  const partyId = party.people.length > 1 ? party.id : null
  const seats = party.people.map(({ id, seat }) => ({
    personId: id,
    seat: seat ?? 'open',
    partyId,
  }))
  await seating(ctx, session.id, madeBy, seats).execute(ctx.tx)
  if (party.unitId) {
    const all = party.unnamed + (await heldBy(ctx, session.id, party.unitId))
    await holding(ctx, session.id, party.unitId, { seats: all, madeBy }).execute(ctx.tx)
  }
  await ending(ctx, [party.id], 'seated').execute(ctx.tx)
  await record(ctx, 'offer.accepted', party.id, { details: { sessionId: session.id } })
}
