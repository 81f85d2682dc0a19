import { z } from 'zod'
import { blankPerson } from '#app/modules/people/blank-person.ts'
import { consentsOf } from '#app/modules/people/consents/queries.ts'
import { withdrawConsent } from '#app/modules/people/consents/withdraw-consent.ts'
import { lockPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayAnswerRequests } from './access.ts'
import { fateOf, forgetting, handingOver } from './queries.ts'
import { whyNotForgotten } from './rules.ts'

export const ForgetPerson = z.strictObject({ personId: z.uuid() })

/**
 * Deletes what is kept of a person, in one transaction: what nobody else's record needs goes, what
 * has to stay says nothing of anyone any more (PIPL, art. 47). There is no way back.
 */
export async function forgetPerson(
  ctx: Context,
  input: z.infer<typeof ForgetPerson>,
): Promise<void> {
  const person = found(await lockPerson(ctx, input.personId))
  authorise(mayAnswerRequests(ctx.actor))
  refuseIf(whyNotForgotten(person, ctx.actor.personId, await handingOver(ctx, person.id)))
  const consents = (await consentsOf(ctx, [person.id])).filter(({ active }) => active)
  // one query a consent: each is closed as anyone would close it, with its own fact
  for (const { id } of consents) await withdrawConsent(ctx, { consentId: id })
  await ctx.tx
    .updateTable('privacyRequest')
    .set({ status: 'done', answeredAt: ctx.now, answeredBy: ctx.actor.personId })
    .where('streetId', '=', ctx.street)
    .where('personId', '=', person.id)
    .where('status', '=', 'open')
    .execute()
  const fate = await fateOf(ctx, person.id)
  // one query a table: each has columns of its own
  for (const statement of await forgetting(ctx, person.id)) await statement.execute(ctx.tx)
  await blankPerson(ctx, { personId: person.id })
  const gone = fate.map(({ entry, rows }) => [entry.table, rows])
  await record(ctx, 'person.forgotten', person.id, { details: { rows: Object.fromEntries(gone) } })
}
