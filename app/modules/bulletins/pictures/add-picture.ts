import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { fileInput, keepFile } from '#app/platform/files/keep-file.ts'
import { text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayWriteBulletins } from '../access.ts'
import { lockBulletin, readerOf } from '../queries.ts'
import { whyNotChanged } from '../quotes/rules.ts'
import { picturesOf } from './queries.ts'
import { mostBytes, whyNotAdded } from './rules.ts'

export const AddPicture = z.strictObject({
  bulletinId: z.uuid(),
  file: fileInput,
  /** After which paragraph it stands; 0 is before the first. */
  afterParagraph: wholeNumber(0, 500),
  caption: text(200),
  /** What is to be seen, for who can't see it. */
  alternative: text(300),
})

/** A writer adds a picture to a draft; who is on it is said next, before it can be published. */
export async function addPicture(ctx: Context, input: z.infer<typeof AddPicture>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const { part } = await readerOf(ctx, bulletin)
  const { length } = await picturesOf(ctx, bulletin.id)
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotChanged(bulletin, part))
  refuseIf(whyNotAdded(length))
  const file = await keepFile(ctx, input.file, { kinds: ['picture'], mostBytes })
  const id = newId()
  const madeBy = found(ctx.actor.personId)
  await ctx.tx
    .insertInto('bulletinPicture')
    .values({
      streetId: ctx.street,
      id,
      bulletinId: bulletin.id,
      fileId: file.id,
      people: 'unsaid',
      afterParagraph: input.afterParagraph,
      caption: input.caption,
      alternative: input.alternative,
      madeBy,
      madeAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('bulletinPart')
    .values({
      streetId: ctx.street,
      bulletinId: bulletin.id,
      personId: madeBy,
      part: 'writer',
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(ctx, 'picture.added', bulletin.id, { details: { pictureId: id } })
  return { id }
}
