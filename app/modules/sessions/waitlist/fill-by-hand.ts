import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { heldBy, holding, seating, seatsTaken } from '../seats/queries.ts'
import { dealOut, roomOf, seatsFor } from '../seats/rules.ts'
import { ending, lockParty } from './queries.ts'
import { whyNotFilled } from './rules.ts'

export const FillByHand = z.strictObject({ waitingId: z.uuid(), reason: text(300) })

/** Who runs a session seats a party out of turn, and says why; the history shows it. */
export async function fillByHand(ctx: Context, input: z.infer<typeof FillByHand>): Promise<void> {
  const { session, party } = found(await lockParty(ctx, input.waitingId))
  const room = roomOf(session, await seatsTaken(ctx, session.id, []))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotFilled(session, party, room, ctx.now))
  const madeBy = found(ctx.actor.personId)
  const partyId = party.people.length > 1 ? party.id : null
  const free = seatsFor(room, party.size) ?? { child: 0, open: 0 }
  // An offer has said already who would have which seat.
  const seats = dealOut(party.people, free, ctx.now).map(({ person, seat }) => ({
    personId: person.id,
    seat: person.seat ?? seat,
    partyId,
  }))
  await seating(ctx, session.id, madeBy, seats).execute(ctx.tx)
  if (party.unitId) {
    const all = party.unnamed + (await heldBy(ctx, session.id, party.unitId))
    await holding(ctx, session.id, party.unitId, { seats: all, madeBy }).execute(ctx.tx)
  }
  await ending(ctx, [party.id], 'seated').execute(ctx.tx)
  await record(ctx, 'line.filledByHand', session.id, {
    reason: input.reason,
    details: { waitingId: party.id, number: party.number },
  })
}
