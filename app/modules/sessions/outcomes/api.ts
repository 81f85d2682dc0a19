import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { findSession, shownTo } from '../queries.ts'
import { CountTaps, countTaps } from './count-taps.ts'
import { tapsOf } from './queries.ts'
import { taps } from './rules.ts'

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/sessions/:sessionId/taps',
    summary: 'What people said of a session, in steps of five, beside how many came',
    output: z.object({
      came: z.int(),
      results: z.array(
        z.object({
          tap: z.enum(taps),
          counts: z.object({ yes: z.int(), no: z.int() }).nullable(),
        }),
      ),
    }),
    async run(ctx, { params }) {
      authorise(isSignedIn(ctx.actor))
      const session = found(shownTo(ctx.actor, await findSession(ctx, params['sessionId']!)))
      return tapsOf(ctx, session.id)
    },
  }),
  commandEndpoint({
    path: '/sessions/taps',
    summary: 'Type in how many said what, on strips or by raised hands',
    input: CountTaps,
    output: z.object({}),
    run: (ctx, { input }) => countTaps(ctx, input),
  }),
]
