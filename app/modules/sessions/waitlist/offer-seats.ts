import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { mayOfferSeats } from '../access.ts'
import { lockSession } from '../queries.ts'
import { seatsTaken } from '../seats/queries.ts'
import { dealOut, lastOffer, roomOf } from '../seats/rules.ts'
import {
  ending,
  endingEmpty,
  type LineParty,
  offering,
  partiesInLine,
  shortening,
} from './queries.ts'
import { offersNow, offerUntil } from './rules.ts'

/**
 * Ends the offers of a session whose time is over, and offers what is free to those in line, in the order
 * in which they came. Run twice, it does nothing more.
 */
export async function offerSeats(ctx: Context, input: { sessionId: string }): Promise<void> {
  const session = found(await lockSession(ctx, input.sessionId))
  authorise(mayOfferSeats(ctx.actor))
  if (session.status !== 'scheduled' || session.during.start <= ctx.now) return
  await endingEmpty(ctx, session.id, 'left').execute(ctx.tx)
  const last = lastOffer(session.during.start)
  // The session may have been moved nearer since.
  if (ctx.now < last) await shortening(ctx, session.id, last).execute(ctx.tx)
  const line = await partiesInLine(ctx, session.id)
  if (line.length === 0) return
  await lapse(ctx, session.id, line, last)
  const until = offerUntil(ctx.now, session.during.start)
  if (until) await offer(ctx, session, line, until)
}

async function lapse(
  ctx: Context,
  sessionId: string,
  line: readonly LineParty[],
  last: Date,
): Promise<void> {
  const over = line.filter(
    ({ status, offerUntil: until }) =>
      status === 'offered' && (until! <= ctx.now || last <= ctx.now),
  )
  if (over.length === 0) return
  const ids = over.map(({ id }) => id)
  await ending(ctx, ids, 'lapsed').execute(ctx.tx)
  const details = { sessionId }
  await recordAll(
    ctx,
    'offer.lapsed',
    ids.map((subjectId) => ({ subjectId, details })),
  )
}

type Session = NonNullable<Awaited<ReturnType<typeof lockSession>>>

async function offer(
  ctx: Context,
  session: Session,
  line: readonly LineParty[],
  until: Date,
): Promise<void> {
  const room = roomOf(session, await seatsTaken(ctx, session.id, []))
  const waiting = line.filter(({ status }) => status === 'waiting')
  const offers = offersNow(room, waiting)
  if (offers.length === 0) return
  const ids = offers.map(({ party }) => party.id)
  const seats = offers.flatMap(({ party, seats: theirs }) =>
    dealOut(party.people, theirs, ctx.now).map(({ person, seat }) => ({
      personId: person.id,
      waitingId: party.id,
      seat,
    })),
  )
  await offering(ctx, until, ids, seats).execute(ctx.tx)
  const details = { sessionId: session.id, until }
  await recordAll(
    ctx,
    'offer.made',
    ids.map((subjectId) => ({ subjectId, details })),
  )
}
