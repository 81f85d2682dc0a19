import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { AnswerQuestions, answerQuestions } from './answer-questions.ts'

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/courses/answer',
    summary: 'Answer questions of a course, for oneself or on someone’s behalf',
    input: AnswerQuestions,
    output: z.object({
      answers: z.array(z.object({ questionId: z.uuid(), correct: z.boolean() })),
    }),
    run: async (ctx, { input }) => ({ answers: await answerQuestions(ctx, input) }),
  }),
]
