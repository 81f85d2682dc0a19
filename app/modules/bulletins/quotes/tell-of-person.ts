import { z } from 'zod'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayWriteBulletins } from '../access.ts'
import { lockBulletin, readerOf } from '../queries.ts'
import { whyNotChanged } from './rules.ts'

export const TellOfPerson = z.strictObject({ bulletinId: z.uuid(), personId: z.uuid() })

/**
 * A writer enters someone whom the bulletin tells of: the person is asked for a consent, without
 * which it is not published.
 */
export async function tellOfPerson(ctx: Context, input: z.infer<typeof TellOfPerson>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const person = found(await findPerson(ctx, input.personId))
  const { part } = await readerOf(ctx, bulletin)
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotChanged(bulletin, part))
  await ctx.tx
    .insertInto('bulletinPerson')
    .values({
      streetId: ctx.street,
      bulletinId: bulletin.id,
      personId: person.id,
      name: person.name,
    })
    .onConflict((conflict) => conflict.columns(['streetId', 'bulletinId', 'personId']).doNothing())
    .execute()
  await record(ctx, 'bulletin.personTold', bulletin.id, { details: { personId: person.id } })
}
