import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { mayRunSession } from '../access.ts'
import { findSession } from '../queries.ts'
import { MakeCards, makeCards } from './make-cards.ts'
import { MakeCode, makeCode } from './make-code.ts'
import { namesOfPeople, personOfCode } from './queries.ts'

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/sessions/:sessionId/codes/:code',
    summary: 'Whose a code is that was read at a session that you run, or why it is nobody’s',
    output: z.object({
      person: z
        .object({ id: z.uuid(), name: z.string(), unitName: z.string().nullable() })
        .nullable(),
      reason: z.string().nullable(),
    }),
    async run(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      authorise(mayRunSession(ctx.actor, session))
      const read = await personOfCode(ctx, params['code']!)
      if ('reason' in read) return { person: null, reason: read.reason }
      const [person] = await namesOfPeople(ctx, [read.personId])
      return { person: found(person), reason: null }
    },
  }),
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
