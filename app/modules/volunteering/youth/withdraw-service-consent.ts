import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { lockConsent } from '#app/modules/people/consents/queries.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayServeFor } from '../posts/access.ts'
import { findPost, findServer } from '../posts/queries.ts'

export const WithdrawServiceConsent = z.strictObject({ consentId: z.uuid() })

/**
 * A guardian takes a consent back, at any hour and without a reason: the child comes off the rota
 * first, and those who lead the shift and the guardians are told.
 */
export async function withdrawServiceConsent(
  ctx: Context,
  input: z.infer<typeof WithdrawServiceConsent>,
) {
  authorise(isSignedIn(ctx.actor))
  // Locked first: a place that is being given at this moment is found below, or is refused.
  const consent = found(await lockConsent(ctx, input.consentId))
  const post = found(await findPost(ctx, consent.subjectId))
  const child = found(await findServer(ctx, consent.personId))
  authorise(mayServeFor(ctx.actor, child, post))
  const places = await ctx.tx
    .updateTable('shiftPlace')
    .set({ state: 'off', offWhy: 'consentWithdrawn', endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('consentId', '=', consent.id)
    .where('state', '=', 'on')
    .returning(['id', 'shiftId'])
    .execute()
  await withdrawConsent(ctx, { consentId: consent.id })
  const forChild = forPerson(ctx, child.id)
  // one query a place: each shift has its own people who are told
  for (const place of places)
    await record(forChild, 'place.givenUp', place.shiftId, {
      details: { personId: child.id, placeId: place.id, why: 'consentWithdrawn' },
    })
  return { freed: places.length }
}
