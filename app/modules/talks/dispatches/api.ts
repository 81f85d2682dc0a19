import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  During,
  type Endpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayDispatch } from '../orders/access.ts'
import { AcceptDispatch, acceptDispatch } from './accept-dispatch.ts'
import { mayAnswer } from './access.ts'
import { CancelSpeaking, cancelSpeaking } from './cancel-speaking.ts'
import { DispatchOrder, dispatchOrder } from './dispatch-order.ts'
import { EndDispatch, endDispatch } from './end-dispatch.ts'
import { findDispatch } from './queries.ts'
import { showsPlace } from './rules.ts'
import { SubstituteSpeaker, substituteSpeaker } from './substitute-speaker.ts'
import { TakeOpenOrder, takeOpenOrder } from './take-open-order.ts'

const Done = z.object({})

const Dispatch = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  status: z.enum(['proposed', 'accepted', 'declined', 'withdrawn', 'cancelled', 'expired']),
  speakerId: z.uuid(),
  title: z.string(),
  /** Empty for somebody’s home, until the speaker has accepted. */
  venueName: z.string(),
  unitName: z.string(),
  during: During,
})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/dispatches',
    summary: 'Dispatch an order to a speaker',
    input: DispatchOrder,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => dispatchOrder(ctx, input),
  }),
  readEndpoint({
    path: '/dispatches/:dispatchId',
    summary: 'One invitation to speak',
    output: Dispatch,
    async run(ctx, { params }) {
      const dispatch = found(await findDispatch(ctx, params['dispatchId']!))
      authorise(mayAnswer(ctx.actor, dispatch))
      const isShown = showsPlace(dispatch, mayDispatch(ctx.actor))
      return { ...dispatch, venueName: isShown ? dispatch.venueName : '' }
    },
  }),
  commandEndpoint({
    path: '/dispatches/accept',
    summary: 'Accept an invitation to speak',
    input: AcceptDispatch,
    output: Done,
    run: (ctx, { input }) => acceptDispatch(ctx, input),
  }),
  commandEndpoint({
    path: '/dispatches/end',
    summary: 'Decline an invitation, or take it back',
    input: EndDispatch,
    output: Done,
    run: (ctx, { input }) => endDispatch(ctx, input),
  }),
  commandEndpoint({
    path: '/dispatches/cancel',
    summary: 'Say that an accepted talk can’t be given after all',
    input: CancelSpeaking,
    output: Done,
    run: (ctx, { input }) => cancelSpeaking(ctx, input),
  }),
  commandEndpoint({
    path: '/dispatches/substitute',
    summary: 'Let another speaker step in at the same time',
    input: SubstituteSpeaker,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => substituteSpeaker(ctx, input),
  }),
  commandEndpoint({
    path: '/dispatches/take',
    summary: 'Take up an open order as its speaker',
    input: TakeOpenOrder,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => takeOpenOrder(ctx, input),
  }),
]
