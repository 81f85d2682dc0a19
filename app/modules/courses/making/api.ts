import { z } from 'zod'
import { commandEndpoint, type Endpoint, listEndpoint } from '#app/platform/http/endpoint.ts'
import { KeepClip, keepClip } from './keep-clip.ts'
import { PublishCourse, publishCourse } from './publish-course.ts'
import { publishedCourses } from './queries.ts'
import { RemoveQuestion, removeQuestion } from './remove-question.ts'
import { RetireCourse, retireCourse } from './retire-course.ts'
import { ReviseCourse, reviseCourse } from './revise-course.ts'
import { courseKinds } from './rules.ts'
import { SaveCourse, saveCourse } from './save-course.ts'
import { SaveQuestion, saveQuestion } from './save-question.ts'
import { SettleQuestion, settleQuestion } from './settle-question.ts'
import { StartCourse, startCourse } from './start-course.ts'

const Course = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  titleEn: z.string(),
  strandCode: z.string(),
  topics: z.array(z.string()),
  kind: z.enum(courseKinds),
  seconds: z.int().nullable(),
  speaker: z.string().nullable(),
  questions: z.int(),
})
const Made = z.object({ id: z.uuid() })
const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/courses',
    summary: 'The micro-courses that can be taken, found by words like the page',
    open: true,
    query: z.object({ q: z.string().max(100).optional() }),
    output: Course,
    run: (ctx, { query }) => publishedCourses(ctx, query.q),
  }),
  commandEndpoint({
    path: '/courses',
    summary: 'Begin a micro-course',
    input: StartCourse,
    output: Made,
    run: (ctx, { input }) => startCourse(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/revise',
    summary: 'Open the draft of a course',
    input: ReviseCourse,
    output: Made,
    run: (ctx, { input }) => reviseCourse(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/save',
    summary: 'Write what a course says, in its draft',
    input: SaveCourse.omit({ captionsFile: true }),
    output: Done,
    run: (ctx, { input }) => saveCourse(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/clip',
    summary: 'Give a course its clip, sent in pieces before',
    input: KeepClip.extend({ clip: z.uuid() }),
    output: Done,
    run: (ctx, { input }) => keepClip(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/questions',
    summary: 'Ask a question in a draft, or put one differently',
    input: SaveQuestion,
    output: Made,
    run: (ctx, { input }) => saveQuestion(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/questions/remove',
    summary: 'Take a question out of a draft',
    input: RemoveQuestion,
    output: Done,
    run: (ctx, { input }) => removeQuestion(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/questions/settle',
    summary: 'Put a published question right, take it out, or keep it',
    input: SettleQuestion,
    output: Done,
    run: (ctx, { input }) => settleQuestion(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/publish',
    summary: 'Publish a course’s draft as its next version',
    input: PublishCourse,
    output: z.object({ versionId: z.uuid() }),
    run: (ctx, { input }) => publishCourse(ctx, input),
  }),
  commandEndpoint({
    path: '/courses/retire',
    summary: 'Take a course off the list',
    input: RetireCourse,
    output: Done,
    run: (ctx, { input }) => retireCourse(ctx, input),
  }),
]
