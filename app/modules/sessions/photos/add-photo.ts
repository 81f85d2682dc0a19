import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { fileInput, keepFile } from '#app/platform/files/keep-file.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { photosOf } from './queries.ts'
import { freePlace, mostBytes, whyNotAdded } from './rules.ts'

export const AddPhoto = z.strictObject({
  sessionId: z.uuid(),
  file: fileInput,
  /** What is to be seen; read out to who can't see it. */
  caption: optionalText(80),
})

/** Who runs a session adds a photo of it; until it is said who is on it, nobody else sees it. */
export async function addPhoto(ctx: Context, input: z.infer<typeof AddPhoto>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const photos = await photosOf(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotAdded(session, photos.length, ctx.now))
  const file = await keepFile(ctx, input.file, { kinds: ['picture'], mostBytes })
  const id = newId()
  await ctx.tx
    .insertInto('sessionPhoto')
    .values({
      streetId: ctx.street,
      id,
      sessionId: session.id,
      position: freePlace(photos.map(({ position }) => position)),
      fileId: file.id,
      caption: input.caption,
      people: 'unsaid',
      addedBy: found(ctx.actor.personId),
      addedAt: ctx.now,
    })
    .execute()
  await record(ctx, 'photo.added', session.id, { details: { photoId: id } })
  return { id }
}
