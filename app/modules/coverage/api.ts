import { z } from 'zod'
import { scopeOf } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { type Endpoint, listEndpoint } from '#app/platform/http/endpoint.ts'
import { coverageRoles, maySeeCoverage } from './access.ts'
import { coverageOf } from './queries.ts'
import { isReached } from './rules.ts'

const Branch = z.object({
  id: z.uuid(),
  name: z.string(),
  communityId: z.uuid().nullable(),
  communityName: z.string().nullable(),
  isReached: z.boolean(),
  members: z.int(),
  reached: z.int(),
  stayed: z.int(),
  ordersHeld: z.int(),
  strands: z.record(z.string(), z.int()),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/coverage',
    summary: 'The branches within reach and how far the current season has reached them',
    query: z.object({ reached: z.enum(['yes', 'no']).optional() }),
    output: Branch,
    async run(ctx, { query }) {
      authorise(maySeeCoverage(ctx.actor))
      const season = found(await currentSeason(ctx))
      const branches = await coverageOf(ctx, season, scopeOf(ctx.actor, coverageRoles))
      return branches
        .map((branch) => ({ ...branch, isReached: isReached(branch) }))
        .filter((branch) => !query.reached || branch.isReached === (query.reached === 'yes'))
    },
  }),
]
