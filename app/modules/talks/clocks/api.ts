import { z } from 'zod'
import { mayRunOffice } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { daysAllowed } from './queries.ts'
import { SetClocks, setClocks } from './set-clocks.ts'

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/order-clocks',
    summary: 'How many working days each step of an order may take',
    output: z.object({ vet: z.int(), dispatch: z.int(), accept: z.int() }),
    async run(ctx) {
      authorise(mayRunOffice(ctx.actor))
      return daysAllowed(ctx)
    },
  }),
  commandEndpoint({
    path: '/order-clocks',
    summary: 'Say how many working days each step of an order may take',
    input: SetClocks,
    output: z.object({}),
    run: (ctx, { input }) => setClocks(ctx, input),
  }),
]
