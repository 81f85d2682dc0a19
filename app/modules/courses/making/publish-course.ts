import { z } from 'zod'
import { consentFor } from '#app/modules/people/consents/queries.ts'
import { topicsOf } from '#app/modules/talks/menu/queries.ts'
import { findSpeaker } from '#app/modules/talks/speakers/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { searchDocument } from '#app/platform/search.ts'
import { mayChangeCourse } from './access.ts'
import { draftOf, lockCourse, questionsOf } from './queries.ts'
import { whyNotPublished } from './rules.ts'

export const PublishCourse = z.strictObject({ courseId: z.uuid() })

/**
 * The author puts the draft of a course out as its next version, which never changes again. A course
 * with a speaker goes out only while the speaker consents to it.
 */
export async function publishCourse(
  ctx: Context,
  input: z.infer<typeof PublishCourse>,
): Promise<{ versionId: string }> {
  const course = found(await lockCourse(ctx, input.courseId))
  const draft = await draftOf(ctx, course.id)
  const speaker = draft?.speakerId ? await findSpeaker(ctx, draft.speakerId) : undefined
  const consent =
    speaker &&
    (await consentFor(ctx, {
      personId: speaker.personId,
      purpose: 'recording',
      subjectId: course.id,
    }))
  const questions = draft ? await questionsOf(ctx, draft.id) : []
  const topics = await topicsOf(ctx)
  authorise(mayChangeCourse(ctx.actor, course))
  const more = { retired: course.retiredAt !== null, questions, consented: consent !== undefined }
  refuseIf(whyNotPublished(draft, more))
  const version = found(draft)
  await ctx.tx
    .updateTable('courseVersion')
    .set({ publishedAt: ctx.now, publishedBy: found(ctx.actor.personId) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', version.id)
    .execute()
  const named = topics.filter(({ code }) => version.topics.includes(code))
  const search = await searchDocument(
    [version.title, version.titleEn, ...named.flatMap(({ name, nameEn }) => [name, nameEn])].join(
      ' ',
    ),
    [speaker?.name, version.body, ...version.keyPoints.map(({ zh }) => zh)].join(' '),
  )
  await ctx.tx
    .updateTable('course')
    .set({ publishedId: version.id, search })
    .where('streetId', '=', ctx.street)
    .where('id', '=', course.id)
    .execute()
  await record(ctx, 'course.published', course.id, { details: { version: version.version } })
  return { versionId: version.id }
}
