import { z } from 'zod'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { speakers } from '#app/modules/talks/speakers/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { readCaptions, writeCaptions } from '#app/platform/web-vtt.ts'
import { mayChangeCourse } from './access.ts'
import { findCourse } from './queries.ts'
import { reviseCourse } from './revise-course.ts'
import { mostKeyPoints, whyNotDescribed } from './rules.ts'
import { CourseHead } from './start-course.ts'

const keyPoint = z.strictObject({ zh: optionalText(120), en: optionalText(200) })
const file = z.custom<File>((value) => value instanceof File).optional()

export const SaveCourse = CourseHead.extend({
  courseId: z.uuid(),
  body: optionalText(8000),
  bodyEn: optionalText(12_000),
  transcript: optionalText(8000),
  transcriptEn: optionalText(12_000),
  captions: optionalText(60_000),
  captionsEn: optionalText(60_000),
  /** A WebVTT file instead of typed captions. */
  captionsFile: file,
  note: optionalText(300),
  /** Up to five; a line without Chinese is left out. */
  keyPoints: z.array(keyPoint).max(mostKeyPoints).default([]),
})

/** The author writes what a course says; what is published stays until the draft is published. */
export async function saveCourse(ctx: Context, input: z.infer<typeof SaveCourse>): Promise<void> {
  const course = found(await findCourse(ctx, input.courseId))
  const season = found(await currentSeason(ctx))
  const strands = await strandsOf(ctx, season.id)
  const topics = await topicsOf(ctx)
  const registered = await speakers(ctx)
  authorise(mayChangeCourse(ctx.actor, course))
  const draft = await reviseCourse(ctx, { courseId: course.id })
  const { courseId: _, captionsFile, speakerId, keyPoints, ...said } = input
  refuseIf(whyNotDescribed(input, { strands, topics, speakers: registered }))
  const typed = captionsFile ? await textOf(captionsFile) : said.captions
  await ctx.tx
    .updateTable('courseVersion')
    .set({
      ...said,
      speakerId: speakerId ?? null,
      keyPoints: JSON.stringify(keyPoints.filter(({ zh }) => zh !== '')),
      captions: written(typed, draft.seconds),
      captionsEn: written(said.captionsEn, draft.seconds),
      madeAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', draft.id)
    .execute()
  await record(ctx, 'course.saved', course.id)
}

const mostBytes = 200_000

async function textOf(given: File): Promise<string> {
  if (given.size > mostBytes) throw new Refused('captions.tooMany', { line: 1 })
  return given.text()
}

/** Captions read and written anew; refused with the first line that is wrong. */
function written(typed: string, seconds: number | null): string {
  const { cues, faulty } = readCaptions(typed, seconds)
  const [first] = faulty
  if (first) throw new Refused(first.fault, { line: first.line })
  return writeCaptions(cues)
}
