import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { mayChangeCourse } from './access.ts'
import { draftOf, lockCourse } from './queries.ts'

export const ReviseCourse = z.strictObject({ courseId: z.uuid() })

/** The draft of a course; where there is none, one that begins as what is published. */
export async function reviseCourse(
  ctx: Context,
  input: z.infer<typeof ReviseCourse>,
): Promise<{ id: string; seconds: number | null }> {
  const course = found(await lockCourse(ctx, input.courseId))
  const draft = await draftOf(ctx, course.id)
  authorise(mayChangeCourse(ctx.actor, course))
  refuseIf(course.retiredAt ? 'course.retired' : null)
  if (draft) return draft
  const id = newId()
  const { rows } = await sql<{ id: string; seconds: number | null }>`
    insert into course_version (street_id, id, course_id, version, title, title_en, strand_code, topics, speaker_id,
      kind, file_id, seconds, body, body_en, transcript, transcript_en, captions, captions_en, note, key_points,
      made_by, made_at)
    select street_id, ${id}, course_id, version + 1, title, title_en, strand_code, topics, speaker_id,
      kind, file_id, seconds, body, body_en, transcript, transcript_en, captions, captions_en, note, key_points,
      ${found(ctx.actor.personId)}, ${ctx.now}
    from course_version where street_id = ${ctx.street} and id = ${course.publishedId}
    returning id, seconds`.execute(ctx.tx)
  await sql`
    insert into course_question (street_id, course_version_id, question_id, question_version_id, position)
    select street_id, ${id}, question_id, question_version_id, position
    from course_question where street_id = ${ctx.street} and course_version_id = ${course.publishedId}`.execute(
    ctx.tx,
  )
  return found(rows[0])
}
