import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { signLink } from '#app/platform/signing.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { sending } from './queries.ts'
import { sendsUntil, whyNotSynced } from './rules.ts'

export const OpenRollPhone = z.strictObject({ sessionId: z.uuid() })

/**
 * Lets a phone keep a session's roll: what it is given sends what it kept, also after its person was
 * signed out, and does nothing else.
 */
export async function openRollPhone(ctx: Context, input: z.infer<typeof OpenRollPhone>) {
  const session = found(await lockSession(ctx, input.sessionId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotSynced(session))
  const id = newId()
  const until = sendsUntil(session, ctx.now)
  await ctx.tx
    .insertInto('rollPhone')
    .values({
      streetId: ctx.street,
      id,
      sessionId: session.id,
      personId: found(ctx.actor.personId),
      openedAt: ctx.now,
      until,
    })
    .execute()
  return { phoneToken: await signLink(ctx, sending, id, until), until }
}
