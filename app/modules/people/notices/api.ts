import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
} from '#app/platform/http/endpoint.ts'
import { noticesAfter } from './queries.ts'
import { ReadNotices, readNotices } from './read-notices.ts'

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/notices',
    summary: 'What you were told of, and whether you have read it',
    query: z.object({}),
    output: z.object({
      id: z.uuid(),
      name: z.string(),
      details: z.record(z.string(), z.unknown()),
      link: z.string(),
      madeAt: Moment,
      readAt: Moment.nullable(),
    }),
    run: (ctx, { after, limit }) => noticesAfter(ctx, found(ctx.actor.personId), after, limit),
  }),
  commandEndpoint({
    path: '/notices/read',
    summary: 'Mark one notice as read, or all there are',
    input: ReadNotices,
    output: z.object({}),
    async run(ctx, { input }) {
      await readNotices(ctx, input)
      return {}
    },
  }),
]
