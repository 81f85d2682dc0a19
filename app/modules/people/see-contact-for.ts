import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { isSignedIn } from './access.ts'
import { findPerson } from './queries.ts'
import { needsContact } from './rules.ts'

/** Whose number is wanted, and for what: a session, a claim, a shift. */
export type ContactNeed = {
  personId: string
  subjectId: string
  isAgreed: boolean
  endsAt: Date | null
}

/**
 * Whoever has to do with a person opens their number for an hour, and it is noted for what. Whether
 * the actor is that someone, the module whose matter it is has judged.
 */
export async function seeContactFor(ctx: Context, need: ContactNeed): Promise<void> {
  const person = found(await findPerson(ctx, need.personId))
  authorise(isSignedIn(ctx.actor))
  refuseIf(needsContact(need, ctx.now) ? null : 'contact.notNeeded')
  await record(ctx, 'contact.seen', person.id, { details: { subjectId: need.subjectId } })
}
