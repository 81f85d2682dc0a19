import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { signLink } from '#app/platform/signing.ts'
import { to, urls } from '#app/urls.ts'
import { findDispatch } from '../dispatches/queries.ts'
import { answering } from './queries.ts'

/** The asked speaker hears of it, with a link that answers this invitation until its talk begins. */
export async function inviteSpeaker(ctx: Context, fact: Fact): Promise<void> {
  const dispatch = found(await findDispatch(ctx, fact.subjectId))
  const { title, titleEn, during, unitName } = dispatch
  // A message is shown and forwarded easily: whose home it is stands where one has accepted.
  const venue = dispatch.venueKind === 'home' ? null : dispatch.venueName
  const token = await signLink(ctx, answering, dispatch.id, during.start)
  await tell(ctx, {
    personIds: [dispatch.speakerPersonId],
    name: 'invitation.sent',
    factId: fact.id,
    details: { title, titleEn, ...during, venue, unit: unitName },
    link: to(urls.invitation, { token }),
    urgency: 'soon',
  })
}
