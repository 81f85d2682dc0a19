import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayTriage, mayWriteForOthers } from './access.ts'
import { FollowUpNeed, followUpNeed } from './follow-up-need.ts'
import { findNeed, needsAfter } from './queries.ts'
import { categories } from './rules.ts'
import { SayNeed, sayNeed } from './say-need.ts'
import { SeeContact, seeContact } from './see-contact.ts'
import { TriageNeed, triageNeed } from './triage-need.ts'

const Done = z.object({})

const Need = z.object({
  id: z.uuid(),
  number: z.int(),
  words: z.string(),
  category: z.enum(categories),
  communityId: z.uuid(),
  communityName: z.string(),
  landmark: z.string(),
  channel: z.enum(['page', 'phone', 'paper']),
  status: z.enum(['waiting', 'answered', 'referred', 'refused', 'matter']),
  answer: z.string(),
  department: z.string(),
  matterId: z.uuid().nullable(),
  saidAt: Moment,
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/needs',
    summary: 'What residents need, without how to reach them, oldest first',
    query: z.object({}),
    output: Need,
    async run(ctx, { after, limit }) {
      authorise(mayTriage(ctx.actor))
      return needsAfter(ctx, after, limit)
    },
  }),
  readEndpoint({
    path: '/needs/:needId',
    summary: 'One need, without how to reach the resident',
    output: Need,
    async run(ctx, { params }) {
      const need = found(await findNeed(ctx, params['needId']!))
      authorise(mayTriage(ctx.actor))
      return need
    },
  }),
  commandEndpoint({
    path: '/needs',
    summary: 'Write down what a resident said by phone or on paper',
    input: SayNeed,
    output: z.object({ id: z.uuid(), number: z.int(), masked: z.boolean() }),
    async run(ctx, { input }) {
      // Programs act for people who work for the street; residents have the open page.
      authorise(mayWriteForOthers(ctx.actor))
      return sayNeed(ctx, { ...input, address: null })
    },
  }),
  commandEndpoint({
    path: '/needs/triage',
    summary: 'Answer a need, refer it to a department, or refuse it with the reason',
    input: TriageNeed,
    output: Done,
    async run(ctx, { input }) {
      await triageNeed(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/needs/follow-up',
    summary: 'Write down what a department did with a need',
    input: FollowUpNeed,
    output: Done,
    async run(ctx, { input }) {
      await followUpNeed(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/needs/contact',
    summary: 'Open how to reach who has a need, for an hour; it is noted',
    input: SeeContact,
    output: Done,
    async run(ctx, { input }) {
      await seeContact(ctx, input)
      return {}
    },
  }),
]
