import { z } from 'zod'
import { findWithUnits } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayReachOut } from './access.ts'
import { sessionToAsk } from './queries.ts'
import { whyNotInvited } from './rules.ts'

export const InvitePerson = z.strictObject({ personId: z.uuid(), sessionId: z.uuid() })

/** Whoever looks after a person asks them to a session: by message, or by a call where that is wanted. */
export async function invitePerson(ctx: Context, input: z.infer<typeof InvitePerson>) {
  const person = found(await findWithUnits(ctx, input.personId))
  const session = found(await sessionToAsk(ctx, input.sessionId))
  authorise(mayReachOut(ctx.actor, person.unitIds))
  const madeBy = found(ctx.actor.personId)
  refuseIf(whyNotInvited(session, ctx.now))
  const id = newId()
  await ctx.tx
    .insertInto('outreach')
    .values({
      streetId: ctx.street,
      id,
      seasonId: session.seasonId,
      personId: person.id,
      sessionId: session.id,
      madeBy,
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'person.invited', id)
  return { id }
}
