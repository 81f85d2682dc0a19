import { officeRoles } from '#app/modules/people/access.ts'
import { findPerson, holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findRequest } from './queries.ts'

/** The office hears that someone asks about their data. */
export async function tellOfficeOfRequest(ctx: Context, fact: Fact): Promise<void> {
  const { requestId } = fact.details
  const { kind, personId } = found(await findRequest(ctx, requestId))
  const { name } = found(await findPerson(ctx, personId))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'privacy.asked',
    factId: fact.id,
    details: { kind, name },
    link: to(urls.privacyRequest, { requestId }),
    urgency: 'soon',
  })
}

/** Whoever asked hears what the office answers. */
export async function tellOfAnswer(ctx: Context, fact: Fact): Promise<void> {
  const { status, answer, madeBy } = found(await findRequest(ctx, fact.details['requestId']))
  await tell(ctx, {
    personIds: [madeBy],
    name: 'request.answered',
    factId: fact.id,
    details: { how: status, answer },
    link: urls.privacy,
    urgency: 'soon',
  })
}
