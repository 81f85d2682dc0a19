import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { mayWriteBulletins } from './access.ts'
import { lockBulletin } from './queries.ts'
import { whyNotHandedIn } from './rules.ts'

export const HandInBulletin = z.strictObject({
  bulletinId: z.uuid(),
  version: wholeNumber(1, 1_000_000),
})

/** A correspondent hands a draft in for its three reviews. */
export async function handInBulletin(ctx: Context, input: z.infer<typeof HandInBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotHandedIn(bulletin, input.version))
  await ctx.tx
    .updateTable('bulletin')
    .set({ status: 'first' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', bulletin.id)
    .execute()
  const { version, round } = bulletin
  await record(ctx, 'bulletin.handedIn', bulletin.id, { details: { version, round } })
}
