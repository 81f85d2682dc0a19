import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { mayRunSession } from '../access.ts'
import { findSession, shownTo } from '../queries.ts'
import { AnswerOnSignUp, answerOnSignUp } from './answer-on-sign-up.ts'
import { AskOnSignUp, askOnSignUp } from './ask-on-sign-up.ts'
import { answersTo, questionsOf } from './queries.ts'
import { questionKinds } from './rules.ts'

const Done = z.object({})

const Question = z.object({
  position: z.int(),
  kind: z.enum(questionKinds),
  label: z.string(),
  labelEn: z.string(),
  choices: z.array(z.string()),
  choicesEn: z.array(z.string()),
  required: z.boolean(),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/sessions/:sessionId/questions',
    summary: 'What is asked of who signs up for a session',
    open: true,
    output: z.object({ questions: z.array(Question) }),
    async run(ctx, { params }) {
      const session = found(shownTo(ctx.actor, await findSession(ctx, params['sessionId']!)))
      return { questions: await questionsOf(ctx, session.id) }
    },
  }),
  readEndpoint({
    path: '/sessions/:sessionId/answers',
    summary: 'What people answered when they signed up for a session that you run',
    output: z.object({
      answers: z.array(z.object({ personId: z.uuid(), position: z.int(), answer: z.string() })),
    }),
    async run(ctx, { params }) {
      const session = found(await findSession(ctx, params['sessionId']!))
      authorise(mayRunSession(ctx.actor, session))
      const answers = [...(await answersTo(ctx, session.id))].flatMap(([personId, said]) =>
        [...said].map(([position, answer]) => ({ personId, position, answer })),
      )
      return { answers }
    },
  }),
  commandEndpoint({
    path: '/sessions/questions',
    summary: 'Say what is asked of who signs up, at most five questions',
    input: AskOnSignUp,
    output: Done,
    run: (ctx, { input }) => askOnSignUp(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/answers',
    summary: 'Answer what a session’s organiser asks, for yourself or someone you may sign up',
    input: AnswerOnSignUp,
    output: Done,
    run: (ctx, { input }) => answerOnSignUp(ctx, input),
  }),
]
