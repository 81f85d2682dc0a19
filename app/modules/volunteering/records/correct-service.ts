import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepRecords } from './access.ts'
import { lockRecords } from './queries.ts'
import { outcomes, whyNotCorrected } from './rules.ts'

export const CorrectService = z.strictObject({
  placeId: z.uuid(),
  outcome: z.enum(outcomes),
  minutes: wholeNumber(0, 720),
  why: text(300),
})

/**
 * A record is corrected by a new one, which someone else has to confirm again; the old one stays
 * visible, and certificates that speak of it are withdrawn.
 */
export async function correctService(ctx: Context, input: z.infer<typeof CorrectService>) {
  const actorId = found(ctx.actor.personId)
  const [old] = await lockRecords(ctx, input.placeId)
  const before = found(old)
  authorise(mayKeepRecords(ctx.actor, before))
  refuseIf(whyNotCorrected(before, input, before.during, actorId))
  await sql`update service_certificate c set withdrawn_at = ${ctx.now}, withdrawn_by = ${actorId},
      withdraw_reason = ${input.why}
    where c.street_id = ${ctx.street} and c.withdrawn_at is null and exists (
      select from certificate_record cr where cr.street_id = ${ctx.street}
        and cr.certificate_id = c.id and cr.record_id = ${before.id})`.execute(ctx.tx)
  await ctx.tx
    .updateTable('serviceRecord')
    .set({ replacedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', before.id)
    .execute()
  const id = newId()
  await ctx.tx
    .insertInto('serviceRecord')
    .values({
      streetId: ctx.street,
      id,
      placeId: before.placeId,
      personId: before.personId,
      outcome: input.outcome,
      minutes: input.minutes,
      why: input.why,
      recordedBy: actorId,
      recordedAt: ctx.now,
    })
    .execute()
  await record(ctx, 'service.corrected', before.placeId, {
    reason: input.why,
    details: { personId: before.personId, from: before.minutes, to: input.minutes },
  })
  return { id }
}
