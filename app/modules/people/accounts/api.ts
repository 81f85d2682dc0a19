import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
} from '#app/platform/http/endpoint.ts'
import { EndSignIn, endSignIn } from './end-sign-in.ts'
import { signInsOf } from './queries.ts'

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/sign-ins',
    summary: 'Where you are signed in',
    query: z.object({}),
    output: z.object({ id: z.uuid(), device: z.string(), madeAt: Moment, seenAt: Moment }),
    run: (ctx) => signInsOf(ctx, found(ctx.actor.personId)),
  }),
  commandEndpoint({
    path: '/sign-ins/end',
    summary: 'Sign a browser of yours out',
    input: EndSignIn,
    output: z.object({}),
    async run(ctx, { input }) {
      await endSignIn(ctx, input)
      return {}
    },
  }),
]
