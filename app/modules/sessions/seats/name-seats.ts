import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { mayHoldSeats, maySignUp } from '../access.ts'
import { lockSession } from '../queries.ts'
import { endingEmpty, inLineAmong, leaving } from '../waitlist/queries.ts'
import { givingBack, heldBy, holding, peopleToSeat, seating, seatsTaken } from './queries.ts'
import { whyNotNamed } from './rules.ts'

export const NameSeats = z.strictObject({
  sessionId: z.uuid(),
  unitId: z.uuid(),
  personIds: z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(z.uuid()).min(1).max(200),
  ),
})

/** A unit puts names on the seats it holds; nobody else can have them in between. */
export async function nameSeats(ctx: Context, input: z.infer<typeof NameSeats>): Promise<void> {
  const { unitId } = input
  const personIds = [...new Set(input.personIds)]
  const session = found(await lockSession(ctx, input.sessionId))
  const held = await heldBy(ctx, session.id, unitId)
  const people = await peopleToSeat(ctx, personIds)
  const { theirs } = await seatsTaken(ctx, session.id, personIds)
  found(people.length === personIds.length ? people : null)
  authorise(mayHoldSeats(ctx.actor, unitId, session))
  for (const person of people) authorise(maySignUp(ctx.actor, person, session))
  refuseIf(whyNotNamed(session, { held, names: personIds.length }, ctx.now))
  refuseIf(theirs.length > 0 ? 'session.alreadySignedUp' : null)
  const madeBy = found(ctx.actor.personId)
  // Whoever waited by themselves has a seat now; one that was offered to them goes to the next.
  const inLine = await inLineAmong(ctx, session.id, personIds)
  await leaving(ctx.street, session.id, personIds).execute(ctx.tx)
  await endingEmpty(ctx, session.id, 'seated').execute(ctx.tx)
  const seats = personIds.map((personId) => ({ personId, seat: 'open' as const, partyId: null }))
  await seating(ctx, session.id, madeBy, seats).execute(ctx.tx)
  await recordAll(
    ctx,
    'line.left',
    inLine.map(({ waitingId, personId }) => ({
      subjectId: waitingId,
      details: { sessionId: session.id, personId },
    })),
  )
  const left = held - personIds.length
  if (left > 0) await holding(ctx, session.id, unitId, { seats: left, madeBy }).execute(ctx.tx)
  else await givingBack(ctx, session.id, unitId).execute(ctx.tx)
  await recordAll(
    ctx,
    'person.signedUp',
    personIds.map((personId) => ({ subjectId: session.id, details: { personId } })),
  )
}
