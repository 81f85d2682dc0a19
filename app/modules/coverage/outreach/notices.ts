import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findOutreach, sessionToAsk } from './queries.ts'

/** Whoever is asked to a session hears of it, by message or by a call. */
export async function tellInvited(ctx: Context, fact: Fact): Promise<void> {
  const { personId, sessionId } = found(await findOutreach(ctx, fact.subjectId))
  const { id, title, titleEn, during } = found(await sessionToAsk(ctx, found(sessionId)))
  await tell(ctx, {
    personIds: [personId],
    name: 'person.invited',
    factId: fact.id,
    details: { title, titleEn, start: during.start, end: during.end },
    link: to(urls.session, { sessionId: id }),
    urgency: 'digest',
  })
}
