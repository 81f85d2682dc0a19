import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { nameInPinyin } from '#app/platform/chinese.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional, phoneInput, text } from '#app/platform/http/forms.ts'
import { mayChangePhone, mayLookAfter } from './access.ts'
import { actorOf, findWithUnits, lockPerson } from './queries.ts'
import { changesOf, whyNotCorrected } from './rules.ts'

/** What can be put right about a person; what is left out stays. */
export const Corrections = z.strictObject({
  name: optional(text(60)),
  gender: optional(z.enum(['f', 'm'])),
  bornOn: optional(dayInput),
  phone: optional(phoneInput),
  reach: optional(z.enum(['sms', 'call'])),
  dialect: optional(text(20)),
  joinedPartyOn: optional(dayInput),
  homeUnitId: optional(z.uuid()),
})

export const CorrectPerson = Corrections.extend({ personId: z.uuid(), reason: text(200) })

/**
 * Whoever looks after a person puts right what is known of them (PIPL, art. 46). What stood there
 * before stays in the person's history, for those who look after them, and nowhere else.
 */
export async function correctPerson(
  ctx: Context,
  input: z.infer<typeof CorrectPerson>,
): Promise<void> {
  const { personId, reason, ...wanted } = input
  const person = found(await lockPerson(ctx, personId))
  const { unitIds } = found(await findWithUnits(ctx, personId))
  if (wanted.homeUnitId) found(await findUnit(ctx, wanted.homeUnitId))
  const { appointments } = await actorOf(ctx, personId)
  const changes = changesOf(person, wanted)
  authorise(mayLookAfter(ctx.actor, unitIds))
  authorise(changes.phone === undefined || mayChangePhone(ctx.actor, appointments))
  refuseIf(whyNotCorrected(person, changes, ctx.now))
  const to = Object.fromEntries(
    Object.entries(changes).map(([field, change]) => [field, change.to]),
  )
  await ctx.tx
    .updateTable('person')
    .set({ ...to, ...(wanted.name && { namePinyin: await nameInPinyin(wanted.name) }) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', personId)
    .execute()
  await record(ctx, 'person.corrected', personId, { reason, details: { changes } })
}
