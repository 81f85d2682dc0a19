import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockPicture } from './queries.ts'

/**
 * As a consent to a picture is withdrawn, the picture is down for good. Nobody sees it from the
 * moment of the withdrawal on; this keeps it so, and says when.
 */
export async function takePictureDown(ctx: Context, { pictureId }: { pictureId: string }) {
  const picture = await lockPicture(ctx, pictureId)
  authorise(isProgram(ctx.actor))
  if (!picture?.published || picture.takenDownAt !== null) return
  await ctx.tx
    .updateTable('bulletinPicture')
    .set({ takenDownAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', picture.id)
    .execute()
  await record(ctx, 'picture.takenDown', picture.bulletinId, { details: { pictureId } })
}
