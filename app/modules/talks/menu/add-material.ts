import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { fileInput, keepFile } from '#app/platform/files/keep-file.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepMenu } from './access.ts'
import { lockTalk, materialsOf } from './queries.ts'
import { materialLimits, whyNoMoreMaterial } from './rules.ts'

export const AddMaterial = z.strictObject({ talkId: z.uuid(), title: text(80), file: fileInput })

/** The office adds what goes with a talk: slides, a leaflet, a recording to play. */
export async function addMaterial(ctx: Context, input: z.infer<typeof AddMaterial>) {
  const talk = found(await lockTalk(ctx, input.talkId))
  const { length } = await materialsOf(ctx, talk.id)
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNoMoreMaterial(talk, length))
  const file = await keepFile(ctx, input.file, materialLimits)
  const id = newId()
  await ctx.tx
    .insertInto('talkMaterial')
    .values({
      streetId: ctx.street,
      id,
      talkId: talk.id,
      title: input.title,
      fileId: file.id,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'material.added', talk.id, { details: { materialId: id } })
  return { id }
}
