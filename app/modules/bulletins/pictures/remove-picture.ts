import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayWriteBulletins } from '../access.ts'
import { lockBulletin, readerOf } from '../queries.ts'
import { whyNotChanged } from '../quotes/rules.ts'
import { lockPicture } from './queries.ts'

export const RemovePicture = z.strictObject({ pictureId: z.uuid() })

/** A writer takes a picture out of a draft. */
export async function removePicture(ctx: Context, input: z.infer<typeof RemovePicture>) {
  const picture = found(await lockPicture(ctx, input.pictureId))
  const bulletin = found(await lockBulletin(ctx, picture.bulletinId))
  const { part } = await readerOf(ctx, bulletin)
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotChanged(bulletin, part))
  await ctx.tx
    .deleteFrom('picturePerson')
    .where('streetId', '=', ctx.street)
    .where('pictureId', '=', picture.id)
    .execute()
  await ctx.tx
    .deleteFrom('bulletinPicture')
    .where('streetId', '=', ctx.street)
    .where('id', '=', picture.id)
    .execute()
  await record(ctx, 'picture.removed', bulletin.id, { details: { pictureId: picture.id } })
}
