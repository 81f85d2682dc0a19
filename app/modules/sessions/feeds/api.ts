import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { CloseFeed, closeFeed } from './close-feed.ts'

// A feed is opened on its page alone: its address is a secret, which an idempotency key would keep.
export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/calendar-feed/close',
    summary: 'Close the private calendar feed of your own',
    input: CloseFeed,
    output: z.object({}),
    run: (ctx) => closeFeed(ctx),
  }),
]
