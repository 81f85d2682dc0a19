import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { fileInput, keepFile } from '#app/platform/files/keep-file.ts'
import { mayChangeCourse } from './access.ts'
import { findCourse } from './queries.ts'
import { reviseCourse } from './revise-course.ts'
import { longestClip, mostClipBytes } from './rules.ts'

export const KeepClip = z.strictObject({ courseId: z.uuid(), clip: fileInput })

/** The author gives the draft its clip, sound or film of at most ten minutes; the one before is left. */
export async function keepClip(ctx: Context, input: z.infer<typeof KeepClip>): Promise<void> {
  const course = found(await findCourse(ctx, input.courseId))
  authorise(mayChangeCourse(ctx.actor, course))
  const draft = await reviseCourse(ctx, { courseId: course.id })
  const file = await keepFile(ctx, input.clip, {
    kinds: ['audio', 'video'],
    mostBytes: mostClipBytes,
    mostSeconds: longestClip,
  })
  await ctx.tx
    .updateTable('courseVersion')
    .set({
      kind: file.kind === 'video' ? 'video' : 'audio',
      fileId: file.id,
      seconds: Math.max(1, Math.floor(file.seconds ?? 0)),
      madeAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', draft.id)
    .execute()
  await record(ctx, 'course.clipKept', course.id, { details: { seconds: file.seconds } })
}
