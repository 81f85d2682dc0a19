import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { findSession } from '../queries.ts'
import { mayWalkRound } from './access.ts'
import { ListVisits, listVisits } from './list-visits.ts'
import { findRound, visitsOf } from './queries.ts'
import { RecordVisit, recordVisit } from './record-visit.ts'
import { visitResults } from './rules.ts'

const Done = z.object({})

const Visit = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  place: z.string(),
  result: z.enum(visitResults).nullable(),
  note: z.string(),
  pieces: z.int(),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/sessions/:sessionId/visits',
    summary: 'The doors of a round that you walk or run, in the order in which one walks',
    output: z.object({ visits: z.array(Visit) }),
    async run(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      const round = found(await findRound(ctx, session.id))
      authorise(mayWalkRound(ctx.actor, session, round))
      return { visits: await visitsOf(ctx, session.id) }
    },
  }),
  commandEndpoint({
    path: '/visits/list',
    summary: 'Say whom a round visits',
    input: ListVisits,
    output: Done,
    run: (ctx, { input }) => listVisits(ctx, input),
  }),
  commandEndpoint({
    path: '/visits/record',
    summary: 'Write down what was found at a door',
    input: RecordVisit,
    output: Done,
    run: (ctx, { input }) => recordVisit(ctx, input),
  }),
]
