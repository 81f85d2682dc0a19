import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { maySettleHours } from './access.ts'
import { lockSessionToCredit, presencesOf } from './queries.ts'
import { creditFor, whyNotCredited } from './rules.ts'

export const CreditHours = z.strictObject({ sessionId: z.uuid() })

/**
 * Writes the hours of everyone who was at a session that was held. Run again it changes nothing
 * but what has come out differently since: the new row counts and the old one stays visible.
 */
export async function creditHours(ctx: Context, input: z.infer<typeof CreditHours>) {
  const session = found(await lockSessionToCredit(ctx, input.sessionId))
  const presences = await presencesOf(ctx, input.sessionId)
  authorise(maySettleHours(ctx.actor))
  refuseIf(whyNotCredited(session))
  const changed = presences
    .map((person) => ({ ...person, ...creditFor(session, person) }))
    .filter(({ presence, credited, hours, rule, details }) =>
      credited
        ? !isDeepStrictEqual(credited, { hours, rule, details })
        : // Who stayed away has no hours to explain, unless some were written before.
          presence !== 'absent',
    )
  if (changed.length === 0) return { people: 0 }
  await ctx.tx
    .updateTable('hourCredit')
    .set({ replacedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', input.sessionId)
    .where('personId', '=', (is) => is.fn.any(is.val(changed.map(({ personId }) => personId))))
    .where('replacedAt', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('hourCredit')
    .values(
      changed.map(({ personId, hours, rule, details }) => ({
        streetId: ctx.street,
        id: newId(),
        personId,
        sessionId: input.sessionId,
        hours,
        rule,
        ruleDetails: JSON.stringify(details),
        madeAt: ctx.now,
      })),
    )
    .execute()
  await record(ctx, 'hours.credited', input.sessionId, { details: { people: changed.length } })
  return { people: changed.length }
}
