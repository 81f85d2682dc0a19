import { z } from 'zod'
import { currentSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { speakers } from '#app/modules/talks/speakers/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayMakeCourses } from './access.ts'
import { heldSession } from './queries.ts'
import { courseKinds, whyNotDescribed } from './rules.ts'

/** What a course is, before what it says. */
export const CourseHead = z.strictObject({
  title: text(80),
  titleEn: optionalText(120),
  strandCode: text(40),
  topics: z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.string()).min(1).max(4),
  ),
  speakerId: optional(z.uuid()),
  kind: z.enum(courseKinds),
})

export const StartCourse = CourseHead.extend({
  /** The session it is made of. */
  sessionId: optional(z.uuid()),
})

/** Someone who works for the street begins a course of at most ten minutes, of a session or of nothing. */
export async function startCourse(ctx: Context, input: z.infer<typeof StartCourse>) {
  const season = found(await currentSeason(ctx))
  const strands = await strandsOf(ctx, season.id)
  const topics = await topicsOf(ctx)
  const registered = (await speakers(ctx)).filter((speaker) => !speaker.leftAt)
  const { sessionId, ...head } = input
  const session = sessionId === undefined ? null : await heldSession(ctx, sessionId)
  authorise(mayMakeCourses(ctx.actor))
  refuseIf(session === undefined ? 'course.unknownSession' : null)
  refuseIf(whyNotDescribed(head, { strands, topics, speakers: registered }))
  const madeBy = found(ctx.actor.personId)
  const id = newId()
  await ctx.tx
    .insertInto('course')
    .values({
      streetId: ctx.street,
      id,
      number: await nextNumber(ctx, 'course'),
      madeBy,
      madeAt: ctx.now,
      sessionId: session?.id ?? null,
      talkId: session?.talkId ?? null,
    })
    .execute()
  await ctx.tx
    .insertInto('courseVersion')
    .values({
      streetId: ctx.street,
      id: newId(),
      courseId: id,
      version: 1,
      ...head,
      speakerId: head.speakerId ?? null,
      keyPoints: '[]',
      madeBy,
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'course.started', id)
  return { id }
}
