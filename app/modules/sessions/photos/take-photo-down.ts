import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockPhoto } from './queries.ts'

/**
 * As a consent to a photo is withdrawn, the photo is down for good. Nobody else sees it from the moment
 * of the withdrawal on; this keeps it so, and says when.
 */
export async function takePhotoDown(ctx: Context, { photoId }: { photoId: string }) {
  const photo = await lockPhoto(ctx, photoId)
  authorise(isProgram(ctx.actor))
  if (!photo || photo.takenDownAt !== null) return
  await ctx.tx
    .updateTable('sessionPhoto')
    .set({ takenDownAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', photo.id)
    .execute()
  await record(ctx, 'photo.takenDown', photo.sessionId, { details: { photoId } })
}
