import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { mayOfferSeats } from '../access.ts'
import { offerSeats } from './offer-seats.ts'
import { sessionsWithLine } from './queries.ts'

/** On its round by day, ends offers whose time is over and offers on what is free; in all sessions to come. */
export async function tendOffers(ctx: Context): Promise<void> {
  const sessionIds = await sessionsWithLine(ctx)
  authorise(mayOfferSeats(ctx.actor))
  // one query a session: each is locked for itself, and few have a line
  for (const sessionId of sessionIds) await offerSeats(ctx, { sessionId })
}
