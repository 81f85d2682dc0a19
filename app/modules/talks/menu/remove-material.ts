import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepMenu } from './access.ts'
import { findMaterial } from './queries.ts'

export const RemoveMaterial = z.strictObject({ materialId: z.uuid() })

/** The office takes away what went with a talk; its file goes with the next clearing up. */
export async function removeMaterial(ctx: Context, input: z.infer<typeof RemoveMaterial>) {
  const material = found(await findMaterial(ctx, input.materialId))
  authorise(mayKeepMenu(ctx.actor))
  await ctx.tx
    .deleteFrom('talkMaterial')
    .where('streetId', '=', ctx.street)
    .where('id', '=', material.id)
    .execute()
  await record(ctx, 'material.removed', material.talkId)
}
