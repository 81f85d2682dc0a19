import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { findWithUnits } from '../queries.ts'
import { mayFileConsent } from './access.ts'
import { personConsenting } from './queries.ts'
import { purposes, whyNotConsented, wordings } from './rules.ts'

export const GiveConsent = z.strictObject({
  personId: z.uuid(),
  purpose: z.enum(purposes),
  /** The one thing it is for: a post, a picture, a course, a bulletin. */
  subjectId: z.uuid(),
  /** Who signed the paper that is being filed; without one, whoever is asked consents here. */
  signedBy: optional(z.uuid()),
})

/**
 * A person, or the guardian of a child, consents to one thing under the wording of today. A consent
 * signed on paper is filed by whoever looks after the person and keeps it.
 */
export async function giveConsent(
  ctx: Context,
  input: z.infer<typeof GiveConsent>,
): Promise<{ id: string }> {
  const person = found(await personConsenting(ctx, input.personId))
  const { unitIds } = found(await findWithUnits(ctx, person.id))
  const onPaper = input.signedBy !== undefined
  const givenBy = found(input.signedBy ?? ctx.actor.personId)
  authorise(mayFileConsent(ctx.actor, { givenBy, unitIds, onPaper }))
  refuseIf(whyNotConsented(person, givenBy, ctx.now))
  const id = newId()
  await ctx.tx
    .insertInto('consent')
    .values({
      streetId: ctx.street,
      id,
      personId: person.id,
      purpose: input.purpose,
      version: wordings[input.purpose],
      subjectId: input.subjectId,
      givenBy,
      givenAt: ctx.now,
      paperKeptBy: onPaper ? ctx.actor.personId : null,
    })
    .execute()
  const { purpose, subjectId } = input
  await record(ctx, 'consent.given', person.id, {
    details: { consentId: id, purpose, subjectId, givenBy, onPaper },
  })
  return { id }
}
