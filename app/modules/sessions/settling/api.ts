import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { AddForgotten, addForgotten } from './add-forgotten.ts'
import { LinkWalkIn, linkWalkIn } from './link-walk-in.ts'
import { SettleEntry, settleEntry } from './settle-entry.ts'
import { TakeLate, takeLate } from './take-late.ts'

const OfSession = z.object({ sessionId: z.uuid() })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/roll/settle',
    summary:
      'Settle what two hosts said differently, or put aside what came late or is nobody known',
    input: SettleEntry,
    output: OfSession,
    run: (ctx, { input }) => settleEntry(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/late',
    summary: 'Take in what another person said after the session was closed',
    input: TakeLate,
    output: OfSession,
    run: (ctx, { input }) => takeLate(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/walk-ins',
    summary: 'Say who a name on the roll is that nobody had found',
    input: LinkWalkIn,
    output: OfSession,
    run: (ctx, { input }) => linkWalkIn(ctx, input),
  }),
  commandEndpoint({
    path: '/roll/forgotten',
    summary:
      'Add a forgotten person to a closed roll, as another than who closed it, with a reason',
    input: AddForgotten,
    output: z.object({}),
    run: (ctx, { input }) => addForgotten(ctx, input),
  }),
]
