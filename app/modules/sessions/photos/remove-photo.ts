import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import { findSession } from '../queries.ts'
import { lockPhoto } from './queries.ts'

export const RemovePhoto = z.strictObject({ photoId: z.uuid() })

/** Who runs a session takes a photo of it away; its place is free again. */
export async function removePhoto(ctx: Context, input: z.infer<typeof RemovePhoto>) {
  const photo = found(await lockPhoto(ctx, input.photoId))
  const session = found(await findSession(ctx, photo.sessionId))
  authorise(mayRunSession(ctx.actor, session))
  await ctx.tx
    .deleteFrom('sessionPhotoPerson')
    .where('streetId', '=', ctx.street)
    .where('photoId', '=', photo.id)
    .execute()
  await ctx.tx
    .deleteFrom('sessionPhoto')
    .where('streetId', '=', ctx.street)
    .where('id', '=', photo.id)
    .execute()
  await record(ctx, 'photo.removed', session.id, { details: { photoId: photo.id } })
}
