import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findBulletin } from '../queries.ts'
import { findPicture } from './queries.ts'

/** The office hears that a picture of a published bulletin is down. */
export async function tellOfPictureDown(ctx: Context, fact: Fact): Promise<void> {
  const bulletin = found(await findBulletin(ctx, fact.subjectId))
  const picture = found(await findPicture(ctx, String(fact.details['pictureId'])))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'picture.isDown',
    factId: fact.id,
    link: to(urls.bulletin, { bulletinId: bulletin.id }),
    urgency: 'digest',
    details: { title: bulletin.title, caption: picture.caption },
  })
}
