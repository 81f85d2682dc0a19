import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { categories } from '../needs/rules.ts'
import { maySeeBoard } from './access.ts'
import { JoinNeed, joinNeed } from './join-need.ts'
import { PublishMatter, publishMatter } from './publish-matter.ts'
import { findMatter, mattersAfter } from './queries.ts'
import { WithdrawMatter, withdrawMatter } from './withdraw-matter.ts'

const Done = z.object({})

const Matter = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  titleEn: z.string(),
  doneWhen: z.string(),
  risk: z.string(),
  category: z.enum(categories),
  communityId: z.uuid(),
  landmark: z.string(),
  topics: z.array(z.string()),
  hands: z.int(),
  costYuan: z.int(),
  byOn: z.iso.date(),
  parts: z.array(z.string()),
  status: z.enum(['open', 'claimed', 'done', 'confirmed', 'withdrawn', 'expired']),
  publishedAt: Moment,
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/matters',
    summary: 'The matters of the street, oldest first',
    query: z.object({}),
    output: Matter,
    async run(ctx, { after, limit }) {
      authorise(maySeeBoard(ctx.actor))
      return mattersAfter(ctx, after, limit)
    },
  }),
  readEndpoint({
    path: '/matters/:matterId',
    summary: 'One matter',
    output: Matter,
    async run(ctx, { params }) {
      authorise(maySeeBoard(ctx.actor))
      return found(await findMatter(ctx, params['matterId']!))
    },
  }),
  commandEndpoint({
    path: '/matters',
    summary: 'Make a matter of one need or of several that are alike',
    input: PublishMatter,
    output: z.object({ id: z.uuid(), number: z.int(), masked: z.boolean() }),
    run: (ctx, { input }) => publishMatter(ctx, input),
  }),
  commandEndpoint({
    path: '/matters/join',
    summary: 'Join a need to a matter that answers it too',
    input: JoinNeed,
    output: Done,
    async run(ctx, { input }) {
      await joinNeed(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/matters/withdraw',
    summary: 'Take a matter off the board; its needs wait again',
    input: WithdrawMatter,
    output: Done,
    async run(ctx, { input }) {
      await withdrawMatter(ctx, input)
      return {}
    },
  }),
]
