import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { CancelFollowing, cancelFollowing } from './cancel-following.ts'
import { ChangeFollowing, changeFollowing } from './change-following.ts'
import { PlanSeries, planSeries } from './plan-series.ts'
import { PublishSeries, publishSeries } from './publish-series.ts'

const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/series',
    summary: 'Let a session come again on days of the week; the others are drafts',
    input: PlanSeries,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => planSeries(ctx, input),
  }),
  commandEndpoint({
    path: '/series/publish',
    summary: 'Announce every session of a series that has what it needs',
    input: PublishSeries,
    output: z.object({ announced: z.int(), left: z.int() }),
    run: (ctx, { input }) => publishSeries(ctx, input),
  }),
  commandEndpoint({
    path: '/series/change',
    summary: 'Give a session of a series and all that follow another time of day, venue or host',
    input: ChangeFollowing,
    output: Done,
    run: (ctx, { input }) => changeFollowing(ctx, input),
  }),
  commandEndpoint({
    path: '/series/cancel',
    summary: 'Call off a session of a series and all that follow',
    input: CancelFollowing,
    output: Done,
    run: (ctx, { input }) => cancelFollowing(ctx, input),
  }),
]
