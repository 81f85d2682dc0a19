import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findSession } from '../queries.ts'
import { findPhoto } from './queries.ts'

/** Whoever was named on a photo is asked whether others may see it; a child is not asked, it stays unseen. */
export async function askThoseOnPhoto(ctx: Context, fact: Fact): Promise<void> {
  const session = found(await findSession(ctx, fact.subjectId))
  const photo = await findPhoto(ctx, String(fact.details['photoId']))
  const { personIds } = fact.details as { personIds: string[] }
  const toAsk = photo?.persons.filter(({ id, minor }) => !minor && personIds.includes(id)) ?? []
  if (toAsk.length === 0) return
  await tell(ctx, {
    personIds: toAsk.map(({ id }) => id),
    name: 'photo.asked',
    factId: fact.id,
    details: { title: session.title, titleEn: session.titleEn },
    link: to(urls.onPhotos, { sessionId: session.id }),
    urgency: 'digest',
  })
}

/** The host hears that a photo is down, and need not ask why. */
export async function tellOfPhotoDown(ctx: Context, fact: Fact): Promise<void> {
  const session = found(await findSession(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: [session.hostId],
    name: 'photo.isDown',
    factId: fact.id,
    details: { title: session.title, titleEn: session.titleEn },
    link: to(urls.sessionPhotos, { sessionId: session.id }),
    urgency: 'digest',
  })
}
