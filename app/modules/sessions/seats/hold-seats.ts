import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayHoldSeats, mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { ending, endOfLine, joining, partiesInLine, unitInLine } from '../waitlist/queries.ts'
import { givingBack, heldBy, holding, seatsTaken } from './queries.ts'
import { lastOffer, placeInTurn, roomOf, whyNeverSeated, whyNotHeld } from './rules.ts'

export const HoldSeats = z.strictObject({
  sessionId: z.uuid(),
  unitId: z.uuid(),
  /** How many in all; with none they are given back. */
  seats: wholeNumber(0, 500),
})

/**
 * A unit holds seats for people it has not named yet, or gives some back. Those that can't be had at once
 * are waited for together.
 */
export async function holdSeats(
  ctx: Context,
  input: z.infer<typeof HoldSeats>,
): Promise<{ held: number; position: number | null }> {
  const session = found(await lockSession(ctx, input.sessionId))
  const unit = found(await findUnit(ctx, input.unitId))
  const held = await heldBy(ctx, session.id, unit.id)
  const waits = await unitInLine(ctx, session.id, unit.id)
  const taken = await seatsTaken(ctx, session.id, [])
  const line = await partiesInLine(ctx, session.id)
  authorise(mayHoldSeats(ctx.actor, unit.id, session))
  const more = input.seats - held
  const runs = mayRunSession(ctx.actor, session)
  const size = { children: 0, others: Math.max(0, more) }
  const asking = { more, waits: waits !== undefined, runs }
  const why = whyNotHeld(session, asking, ctx.now) ?? whyNeverSeated(session, size)
  if (why) throw new Refused(why, { opensAt: session.opensAt })
  const ahead = line.filter(({ status }) => status === 'waiting').map((party) => party.size)
  const firstCome = ctx.now >= lastOffer(session.during.start)
  const fits = more <= 0 || placeInTurn(roomOf(session, taken), ahead, [size], firstCome)[0]
  const madeBy = found(ctx.actor.personId)
  if (waits) await ending(ctx, [waits.id], 'left').execute(ctx.tx)
  let position: number | null = null
  if (input.seats === 0) await givingBack(ctx, session.id, unit.id).execute(ctx.tx)
  else if (fits && more !== 0)
    await holding(ctx, session.id, unit.id, { seats: input.seats, madeBy }).execute(ctx.tx)
  else if (more > 0) {
    const end = await endOfLine(ctx, session.id)
    position = end.parties + 1
    const party = { id: newId(), number: end.last + 1, unitId: unit.id, unnamed: more }
    await joining(ctx, session.id, madeBy, [{ ...party, personIds: [] }]).execute(ctx.tx)
  }
  const details = { unitId: unit.id, unit: unit.name, seats: input.seats, held, position }
  await record(ctx, 'seats.held', session.id, { details })
  return { held: position === null ? input.seats : held, position }
}
