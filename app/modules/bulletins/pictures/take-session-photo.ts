import { z } from 'zod'
import { findPhoto } from '#app/modules/sessions/photos/queries.ts'
import { findSession } from '#app/modules/sessions/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayWriteBulletins } from '../access.ts'
import { lockBulletin, readerOf } from '../queries.ts'
import { whyNotChanged } from '../quotes/rules.ts'
import { picturesOf } from './queries.ts'
import { whyNotAdded, whyNotTaken } from './rules.ts'

export const TakeSessionPhoto = z.strictObject({
  bulletinId: z.uuid(),
  photoId: z.uuid(),
  /** After which paragraph it stands; 0 is before the first. */
  afterParagraph: wholeNumber(0, 500),
})

/**
 * A writer takes a session's photo that others may see into a draft. Who is on it comes along, and is
 * asked anew: a consent is for one thing.
 */
export async function takeSessionPhoto(ctx: Context, input: z.infer<typeof TakeSessionPhoto>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const { part } = await readerOf(ctx, bulletin)
  const { length } = await picturesOf(ctx, bulletin.id)
  const photo = found(await findPhoto(ctx, input.photoId))
  const session = found(await findSession(ctx, photo.sessionId))
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotChanged(bulletin, part))
  refuseIf(whyNotAdded(length) ?? whyNotTaken(photo))
  const id = newId()
  const madeBy = found(ctx.actor.personId)
  const said = photo.caption || session.title
  const personIds = photo.persons.map((person) => person.id)
  await ctx.tx
    .insertInto('bulletinPicture')
    .values({
      streetId: ctx.street,
      id,
      bulletinId: bulletin.id,
      fileId: photo.fileId,
      people: photo.people,
      afterParagraph: input.afterParagraph,
      caption: said,
      alternative: said,
      madeBy,
      madeAt: ctx.now,
    })
    .execute()
  if (personIds.length > 0)
    await ctx.tx
      .insertInto('picturePerson')
      .values(personIds.map((personId) => ({ streetId: ctx.street, pictureId: id, personId })))
      .execute()
  await ctx.tx
    .insertInto('bulletinPart')
    .values({ streetId: ctx.street, bulletinId: bulletin.id, personId: madeBy, part: 'writer' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await record(ctx, 'picture.added', bulletin.id, { details: { pictureId: id } })
  if (personIds.length > 0)
    await record(ctx, 'picture.peopleNamed', bulletin.id, {
      details: { pictureId: id, personIds },
    })
  return { id }
}
