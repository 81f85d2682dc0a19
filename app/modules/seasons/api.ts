import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { ChangeHourRules, changeHourRules } from './change-hour-rules.ts'
import { OpenSeason, openSeason } from './open-season.ts'
import { findSeason, requirementsOf, seasons, strandsOf } from './queries.ts'

const Season = z.object({
  id: z.uuid(),
  name: z.string(),
  nameEn: z.string(),
  startsOn: z.string(),
  endsOn: z.string(),
  hourRules: z.string(),
})
const Whole = Season.extend({
  strands: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
  requirements: z.array(
    z.object({
      role: z.string(),
      strandCode: z.string().nullable(),
      hours: z.number(),
      sessions: z.int(),
    }),
  ),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/seasons',
    summary: 'The seasons of the street',
    query: z.object({}),
    output: Season,
    run: (ctx) => seasons(ctx),
  }),
  readEndpoint({
    path: '/seasons/:seasonId',
    summary: 'One season with its strands and what it asks of each role',
    output: Whole,
    async run(ctx, { params }) {
      const season = found(await findSeason(ctx, params['seasonId']!))
      const strands = await strandsOf(ctx, season.id)
      return { ...season, strands, requirements: await requirementsOf(ctx, season.id) }
    },
  }),
  commandEndpoint({
    path: '/seasons',
    summary: 'Open a season',
    input: OpenSeason,
    output: Season,
    run: (ctx, { input }) => openSeason(ctx, input),
  }),
  commandEndpoint({
    path: '/seasons/hour-rules',
    summary: 'Let another set of hour rules count for a season from a day on',
    input: ChangeHourRules,
    output: z.object({}),
    run: (ctx, { input }) => changeHourRules(ctx, input),
  }),
]
