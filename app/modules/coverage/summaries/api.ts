import { z } from 'zod'
import { authorise } from '#app/platform/errors.ts'
import { type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { maySeeStreets } from './access.ts'
import { streetFigures } from './queries.ts'

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/district',
    summary: 'The streets of the district in the figures of their last day',
    output: z.object({
      streets: z.array(
        z.object({
          streetId: z.int(),
          name: z.string(),
          summary: z
            .object({
              day: z.string(),
              seasonName: z.string(),
              branches: z.int(),
              branchesReached: z.int(),
              members: z.int(),
              membersReached: z.int(),
              membersStayed: z.int(),
              sessionsHeld: z.int(),
              hours: z.number(),
            })
            .nullable(),
        }),
      ),
    }),
    async run(ctx) {
      authorise(maySeeStreets(ctx.actor))
      return { streets: await streetFigures(ctx) }
    },
  }),
]
