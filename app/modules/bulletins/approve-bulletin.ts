import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { mayDecide } from './access.ts'
import { untrueWording } from './checks/queries.ts'
import { keepReading } from './keep-reading.ts'
import { lockBulletin, readerOf } from './queries.ts'
import { after, readings, whyNotRead } from './rules.ts'

export const ApproveBulletin = z.strictObject({
  bulletinId: z.uuid(),
  step: z.enum(readings),
  /** The version that was read. */
  version: wholeNumber(1, 1_000_000),
})

/** A reviewer or the proofreader approves the version they read; it goes on to the next reader. */
export async function approveBulletin(ctx: Context, input: z.infer<typeof ApproveBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const reader = await readerOf(ctx, bulletin)
  authorise(mayDecide(ctx.actor, input.step))
  refuseIf(whyNotRead(bulletin, input, reader))
  const untrue = await untrueWording(ctx, bulletin)
  if (untrue) throw new Refused(untrue.kind, untrue)
  const { street: streetId } = ctx
  const { id: bulletinId, version } = bulletin
  const { step } = input
  await keepReading(ctx, { bulletin, step, decision: 'approved' })
  const next = after(step)
  await ctx.tx
    .updateTable('bulletin')
    .set({ status: next })
    .where('streetId', '=', streetId)
    .where('id', '=', bulletinId)
    .execute()
  await record(ctx, 'bulletin.approved', bulletinId, { details: { step, version, next } })
}
