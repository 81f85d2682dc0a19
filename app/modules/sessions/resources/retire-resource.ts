import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepResources } from './access.ts'
import { lockResource, openBookings } from './queries.ts'
import { whyNotRetired } from './rules.ts'

export const RetireResource = z.strictObject({ resourceId: z.uuid() })

/** The office takes off the register what can't be lent any more. */
export async function retireResource(ctx: Context, input: z.infer<typeof RetireResource>) {
  const resource = found(await lockResource(ctx, input.resourceId))
  const bookings = await openBookings(ctx, resource.id)
  authorise(mayKeepResources(ctx.actor))
  refuseIf(whyNotRetired(resource, bookings))
  await ctx.tx
    .updateTable('resource')
    .set({ retiredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', resource.id)
    .execute()
  await record(ctx, 'resource.retired', resource.id)
}
