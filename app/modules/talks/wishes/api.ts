import { z } from 'zod'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
} from '#app/platform/http/endpoint.ts'
import { maySeeWishes } from './access.ts'
import { AnswerWish, answerWish } from './answer-wish.ts'
import { MakeWish, makeWish } from './make-wish.ts'
import { wishesIn } from './queries.ts'

const Wish = z.object({
  id: z.uuid(),
  number: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  words: z.string(),
  madeAt: Moment,
  answer: z.string().nullable(),
  talkId: z.uuid().nullable(),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/wishes',
    summary: 'What your units would like to hear that is not on the menu',
    query: z.object({}),
    output: Wish,
    async run(ctx) {
      authorise(maySeeWishes(ctx.actor))
      return wishesIn(ctx, scopeOf(ctx.actor, [...officeRoles, ...unitRoles]))
    },
  }),
  commandEndpoint({
    path: '/wishes',
    summary: 'Wish for something that is not on the menu',
    input: MakeWish,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => makeWish(ctx, input),
  }),
  commandEndpoint({
    path: '/wishes/answer',
    summary: 'Answer a wish, with a talk where there is one',
    input: AnswerWish,
    output: z.object({}),
    run: (ctx, { input }) => answerWish(ctx, input),
  }),
]
