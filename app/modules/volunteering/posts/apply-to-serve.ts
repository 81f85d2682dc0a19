import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, tick } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { grantWish } from '../rota/grant-wish.ts'
import { mayServeFor } from './access.ts'
import { findPost, findServer, standingApplication } from './queries.ts'
import { whyNotApplied } from './rules.ts'

export const ApplyToServe = z.strictObject({
  postId: z.uuid(),
  /** Who wants to serve, where that is not the actor. */
  personId: optional(z.uuid()),
  /** The shift one would like to take first. */
  shiftId: optional(z.uuid()),
  trained: tick.default(false),
  healthy: tick.default(false),
  /** Who fetches a child afterwards. */
  pickUp: optionalText(60),
})

/**
 * Someone wants to serve at a post and declares what it asks for. Where the post is vetted, two
 * people look at it first; elsewhere whoever applies may take shifts at once.
 */
export async function applyToServe(ctx: Context, input: z.infer<typeof ApplyToServe>) {
  authorise(isSignedIn(ctx.actor))
  const personId = found(input.personId ?? ctx.onBehalfOf ?? ctx.actor.personId)
  const post = found(await findPost(ctx, input.postId))
  const person = found(await findServer(ctx, personId))
  const standing = await standingApplication(ctx, post.id, person.id)
  authorise(mayServeFor(ctx.actor, person, post))
  if (standing) return { id: standing.id, state: standing.state, granted: false }
  refuseIf(whyNotApplied(post, person, input, ctx.now))
  const state = post.vettedTwice ? ('waiting' as const) : ('approved' as const)
  const id = newId()
  await ctx.tx
    .insertInto('application')
    .values({
      streetId: ctx.street,
      id,
      postId: post.id,
      personId: person.id,
      vettedTwice: post.vettedTwice,
      needsTraining: post.needsTraining,
      needsHealth: post.needsHealth,
      trained: input.trained,
      healthy: input.healthy,
      pickUp: input.pickUp,
      wishedShiftId: input.shiftId ?? null,
      state,
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute()
  const granted = await grantWish(ctx, { applicationId: id })
  await record(forPerson(ctx, person.id), 'serving.asked', post.id, {
    details: { personId: person.id, applicationId: id, state },
  })
  return { id, state, granted }
}
