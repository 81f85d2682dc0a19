import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
} from '#app/platform/http/endpoint.ts'
import { CloseFeed, closeFeed } from './close-feed.ts'
import { feedsOf } from './queries.ts'

// A feed is opened on its page alone: its address is a secret, which an idempotency key would keep.
export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/calendar-feeds',
    summary: 'Your own calendar feeds, without their addresses',
    query: z.object({}),
    output: z.object({
      id: z.uuid(),
      kind: z.enum(['mine', 'unit', 'venue', 'resource']),
      name: z.string().nullable(),
      madeAt: Moment,
      fetchedAt: Moment.nullable(),
    }),
    run: (ctx) => feedsOf(ctx, found(ctx.actor.personId)),
  }),
  commandEndpoint({
    path: '/calendar-feeds/close',
    summary: 'Close one of your own calendar feeds',
    input: CloseFeed,
    output: z.object({}),
    run: (ctx, { input }) => closeFeed(ctx, input),
  }),
]
