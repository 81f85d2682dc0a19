import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayApproveTeaching } from './access.ts'
import { isTeachingApproved, lockSessionToCredit } from './queries.ts'
import { whyNotApproved } from './rules.ts'

export const ApproveTeaching = z.strictObject({ sessionId: z.uuid() })

/** The organiser confirms that a session's speaker taught there; some rules count it several times. */
export async function approveTeaching(ctx: Context, input: z.infer<typeof ApproveTeaching>) {
  const session = found(await lockSessionToCredit(ctx, input.sessionId))
  const personId = session.speakerPersonId
  const isApproved = personId !== null && (await isTeachingApproved(ctx, session.id, personId))
  authorise(mayApproveTeaching(ctx.actor, session))
  const approvedBy = found(ctx.actor.personId)
  refuseIf(whyNotApproved(session, isApproved, approvedBy))
  await ctx.tx
    .insertInto('teachingApproval')
    .values({
      streetId: ctx.street,
      sessionId: session.id,
      personId: found(personId),
      approvedBy,
      approvedAt: ctx.now,
    })
    .execute()
  await record(ctx, 'teaching.approved', session.id)
}
