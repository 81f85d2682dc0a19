import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findSession } from '../queries.ts'

/** After a session, who gave it and who hosted it are thanked, and hear how many came. */
export async function thankForSession(ctx: Context, fact: Fact): Promise<void> {
  const session = found(await findSession(ctx, fact.subjectId))
  const { id: sessionId, title, titleEn, unitName, hostId, speakerPersonId, dispatchId } = session
  const telling = {
    factId: fact.id,
    details: { title, titleEn, unit: unitName, headCount: fact.details['headCount'] },
    urgency: 'digest',
  } as const
  await tell(ctx, {
    ...telling,
    personIds: [hostId],
    name: 'session.hostThanked',
    link: to(urls.session, { sessionId }),
  })
  // Who hosts their own talk is thanked for both at once.
  if (speakerPersonId === null || speakerPersonId === hostId) return
  await tell(ctx, {
    ...telling,
    personIds: [speakerPersonId],
    name: 'session.speakerThanked',
    link: dispatchId ? to(urls.dispatch, { dispatchId }) : to(urls.session, { sessionId }),
  })
}
