import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayWriteBulletins } from '../access.ts'
import { lockBulletin, readerOf } from '../queries.ts'
import { whyNotChanged } from './rules.ts'

export const LeaveOutPerson = z.strictObject({ bulletinId: z.uuid(), personId: z.uuid() })

/** A writer leaves someone out of a bulletin after all. */
export async function leaveOutPerson(ctx: Context, input: z.infer<typeof LeaveOutPerson>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const { part } = await readerOf(ctx, bulletin)
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotChanged(bulletin, part))
  await ctx.tx
    .deleteFrom('bulletinPerson')
    .where('streetId', '=', ctx.street)
    .where('bulletinId', '=', bulletin.id)
    .where('personId', '=', input.personId)
    .execute()
  await record(ctx, 'bulletin.personLeftOut', bulletin.id, {
    details: { personId: input.personId },
  })
}
