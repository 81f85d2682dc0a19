import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayRunSession } from '../access.ts'
import { findSession } from '../queries.ts'
import { AcceptOffer, acceptOffer } from './accept-offer.ts'
import { DeclineOffer, declineOffer } from './decline-offer.ts'
import { FillByHand, fillByHand } from './fill-by-hand.ts'
import { LeaveLine, leaveLine } from './leave-line.ts'
import { lineOf, offersTo } from './queries.ts'

const Done = z.object({})

const InLine = z.object({
  id: z.uuid(),
  number: z.int(),
  position: z.int(),
  seats: z.int(),
  status: z.enum(['waiting', 'offered']),
  unitName: z.string().nullable(),
  askedAt: Moment,
  offerUntil: Moment.nullable(),
  people: z.array(z.object({ id: z.uuid(), name: z.string() })),
})

const Offer = z.object({
  waitingId: z.uuid(),
  sessionId: z.uuid(),
  title: z.string(),
  titleEn: z.string(),
  seats: z.int(),
  offerUntil: Moment,
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/sessions/:sessionId/line',
    summary: 'Who waits for seats at a session that you run, in order',
    output: z.object({ parties: z.array(InLine) }),
    async run(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      authorise(mayRunSession(ctx.actor, session))
      const line = await lineOf(ctx, session.id)
      return {
        parties: line.map((party) => ({
          ...party,
          status: party.status === 'offered' ? ('offered' as const) : ('waiting' as const),
          offerUntil: party.status === 'offered' ? party.offerUntil : null,
        })),
      }
    },
  }),
  readEndpoint({
    path: '/seat-offers',
    summary: 'Seats that are kept for you or your children until you answer',
    output: z.object({ offers: z.array(Offer) }),
    run: async (ctx) => ({ offers: await offersTo(ctx, found(ctx.actor.personId)) }),
  }),
  commandEndpoint({
    path: '/sessions/line/accept',
    summary: 'Take the seats that are offered',
    input: AcceptOffer,
    output: Done,
    run: (ctx, { input }) => acceptOffer(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/line/decline',
    summary: 'Let the offered seats go to the next',
    input: DeclineOffer,
    output: Done,
    run: (ctx, { input }) => declineOffer(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/line/leave',
    summary: 'Leave the line, with everyone of the party or alone',
    input: LeaveLine,
    output: Done,
    run: (ctx, { input }) => leaveLine(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/line/fill',
    summary: 'Seat someone from the line out of turn, with the reason',
    input: FillByHand,
    output: Done,
    run: (ctx, { input }) => fillByHand(ctx, input),
  }),
]
