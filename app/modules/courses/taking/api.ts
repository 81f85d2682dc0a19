import { z } from 'zod'
import { ShowCourse, showCourse } from '#app/modules/sessions/show-course.ts'
import { found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { publishedCourses } from '../making/queries.ts'
import { AnswerQuestions, answerQuestions } from './answer-questions.ts'

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/sessions/course',
    summary: 'Choose the published course that a session watches together',
    input: ShowCourse,
    output: z.object({}),
    async run(ctx, { input }) {
      found((await publishedCourses(ctx)).find(({ id }) => id === input.courseId))
      await showCourse(ctx, input)
      return {}
    },
  }),
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
