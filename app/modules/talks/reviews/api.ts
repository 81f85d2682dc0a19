import { z } from 'zod'
import { isSignedIn, officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { findTalk } from '../menu/queries.ts'
import { GiveReview, giveReview } from './give-review.ts'
import { NoteCall, noteCall } from './note-call.ts'
import { reviewsAfter, talkRecord } from './queries.ts'

const Review = z.object({
  id: z.uuid(),
  orderId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  talkId: z.uuid(),
  title: z.string(),
  level: z.int(),
  asOrdered: z.enum(['yes', 'partly', 'no']),
  words: z.string(),
  way: z.enum(['page', 'link', 'paper', 'phone']),
  reviewedAt: Moment,
  callDueOn: z.string().nullable(),
  calledAt: Moment.nullable(),
  callNote: z.string(),
})

const Levels = z.array(z.object({ level: z.int(), answers: z.int() }))
const Answers = z.object({ yes: z.int(), partly: z.int(), no: z.int() })

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/reviews',
    summary: 'What your units thought of the talks they had',
    query: z.object({}),
    output: Review,
    async run(ctx, { after, limit }) {
      const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
      authorise(scope.unitIds.length > 0)
      return reviewsAfter(ctx, scope, after, limit)
    },
  }),
  readEndpoint({
    path: '/menu/:talkId/record',
    summary: 'What units thought of a talk, from five answers on',
    output: z.object({
      asked: z.int(),
      answers: z.int(),
      levels: Levels.nullable(),
      asOrdered: Answers.nullable(),
      mean: z.number().nullable(),
    }),
    async run(ctx, { params }) {
      authorise(isSignedIn(ctx.actor))
      const talk = found(await findTalk(ctx, params['talkId']!))
      return talkRecord(ctx, talk.id)
    },
  }),
  commandEndpoint({
    path: '/reviews',
    summary: 'Say what a unit thought of a talk it had',
    input: GiveReview.omit({ link: true }),
    output: z.object({ id: z.uuid(), callDueOn: z.string().nullable() }),
    run: (ctx, { input }) => giveReview(ctx, input),
  }),
  commandEndpoint({
    path: '/reviews/calls',
    summary: 'Note the call about a poor review, and what came of it',
    input: NoteCall,
    output: z.object({}),
    run: (ctx, { input }) => noteCall(ctx, input),
  }),
]
