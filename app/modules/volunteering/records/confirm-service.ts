import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { addDays, dayOf } from '#app/platform/time.ts'
import { serviceRule } from '../youth/queries.ts'
import { mayKeepRecords } from './access.ts'
import { lockRecords } from './queries.ts'
import { whyNotConfirmed } from './rules.ts'

export const ConfirmService = z.strictObject({
  recordIds: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(z.uuid()).min(1).max(200),
  ),
})

/** Someone else than who served and who recorded confirms service; its notice begins. */
export async function confirmService(ctx: Context, input: z.infer<typeof ConfirmService>) {
  const confirmerId = found(ctx.actor.personId)
  const records = await lockRecords(ctx, { ids: input.recordIds })
  found(records.length === new Set(input.recordIds).size ? records : null)
  const { noticeDays } = await serviceRule(ctx)
  authorise(records.every((each) => mayKeepRecords(ctx.actor, each)))
  for (const each of records) refuseIf(whyNotConfirmed(each, confirmerId))
  await ctx.tx
    .updateTable('serviceRecord')
    .set({
      confirmedBy: confirmerId,
      confirmedAt: ctx.now,
      noticeUntil: addDays(dayOf(ctx.now), noticeDays),
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${records.map(({ id }) => id)}::uuid[])`)
    .execute()
  // one query a record: each is somebody's own history
  for (const each of records)
    await record(ctx, 'service.confirmed', each.placeId, {
      details: { personId: each.personId, minutes: each.minutes },
    })
}
