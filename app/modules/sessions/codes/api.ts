import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { MakeCards, makeCards } from './make-cards.ts'
import { MakeCode, makeCode } from './make-code.ts'

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/codes',
    summary: 'Make a person’s code for rolls, or a new one that ends the one before',
    input: MakeCode,
    output: z.object({}),
    async run(ctx, { input }) {
      await makeCode(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/codes/cards',
    summary: 'Make codes for everyone of a unit who has none, for cards on paper',
    input: MakeCards,
    output: z.object({ made: z.int() }),
    run: (ctx, { input }) => makeCards(ctx, input),
  }),
]
