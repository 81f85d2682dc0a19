import { z } from 'zod'
import { findVenue } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { findHome } from '../homes/queries.ts'
import { lockSession } from '../queries.ts'
import { seatsTaken, whoWouldLose } from './queries.ts'
import { whyNotDealt } from './rules.ts'

export const DealSeats = z.strictObject({
  sessionId: z.uuid(),
  seats: wholeNumber(1, 5000),
  /** Of the seats, those kept for children. */
  childSeats: wholeNumber(0, 5000),
})

/** The host says how many seats there are, and how many of them are kept for children. */
export async function dealSeats(ctx: Context, input: z.infer<typeof DealSeats>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const { taken, childTaken } = await seatsTaken(ctx, session.id, [])
  const venue = session.venueId ? await findVenue(ctx, session.venueId) : undefined
  const home = session.venueId ? await findHome(ctx, session.venueId) : undefined
  const losing = await whoWouldLose(ctx, session.id, input)
  authorise(mayRunSession(ctx.actor, session))
  const room = { venueSeats: venue?.seats ?? null, mostGuests: home?.mostGuests ?? null }
  const why = whyNotDealt({ ...session, taken, childTaken }, input, room)
  if (why === 'session.seatsInUse') throw new Refused(why, { losing })
  refuseIf(why)
  await ctx.tx
    .updateTable('session')
    .set({
      seats: input.seats,
      childSeats: input.childSeats,
      revision: session.revision + 1,
      changedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await record(ctx, 'session.seatsDealt', session.id, {
    details: { seats: input.seats, childSeats: input.childSeats },
  })
}
