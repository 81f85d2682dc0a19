import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { hoursOf } from './queries.ts'

const Hours = z.object({
  seasonId: z.uuid(),
  progress: z.object({
    hours: z.number(),
    sessions: z.int(),
    asked: z
      .object({
        hours: z.number(),
        sessions: z.int(),
        parts: z.array(z.object({ role: z.string(), hours: z.number(), months: z.int() })),
        months: z.int(),
        exempt: z.int(),
      })
      .nullable(),
    strands: z.array(
      z.object({ code: z.string(), hours: z.number(), sessions: z.int(), asked: z.int() }),
    ),
    electives: z.number(),
    online: z.object({ hours: z.number(), asked: z.number() }).nullable(),
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
        approved: z.boolean(),
        gives: z.number(),
        times: z.number(),
      }),
    }),
  ),
  entries: z.array(
    z.object({
      id: z.uuid(),
      onDay: z.string(),
      what: z.string(),
      form: z.string(),
      strandCode: z.string(),
      hours: z.number(),
      status: z.string(),
    }),
  ),
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
]
