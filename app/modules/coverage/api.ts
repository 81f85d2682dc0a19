import { z } from 'zod'
import { isSignedIn, scopeOf } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { type Endpoint, listEndpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { coverageRoles, maySeeCoverage } from './access.ts'
import { coverageOf, hoursOf } from './queries.ts'
import { isReached } from './rules.ts'

const Hours = z.object({
  seasonId: z.uuid(),
  progress: z.object({
    hours: z.number(),
    sessions: z.int(),
    asked: z.object({ hours: z.number(), sessions: z.int() }).nullable(),
    strands: z.array(z.object({ code: z.string(), sessions: z.int(), asked: z.int() })),
  }),
  credits: z.array(
    z.object({
      sessionId: z.uuid(),
      title: z.string(),
      titleEn: z.string(),
      strandCode: z.string(),
      hours: z.number(),
      rule: z.string(),
      ruleDetails: z.object({
        set: z.string(),
        form: z.string(),
        minutes: z.number(),
        presence: z.string(),
        spoke: z.boolean(),
        gives: z.number(),
        times: z.number(),
      }),
    }),
  ),
})

const Branch = z.object({
  id: z.uuid(),
  name: z.string(),
  communityId: z.uuid().nullable(),
  communityName: z.string().nullable(),
  isReached: z.boolean(),
  members: z.int(),
  reached: z.int(),
  ordersHeld: z.int(),
  strands: z.record(z.string(), z.int()),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/hours',
    summary: 'One’s own hours of the current season, with the rule that gave each',
    output: Hours,
    async run(ctx) {
      authorise(isSignedIn(ctx.actor))
      const season = found(await currentSeason(ctx))
      return { seasonId: season.id, ...(await hoursOf(ctx, found(ctx.actor.personId), season)) }
    },
  }),
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
