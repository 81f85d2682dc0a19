import { z } from 'zod'
import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'

export const FreeResources = z.strictObject({ sessionId: z.uuid() })

/** What was booked for a session that is called off is free again; what was handed over is brought back. */
export async function freeResources(ctx: Context, input: z.infer<typeof FreeResources>) {
  authorise(isProgram(ctx.actor))
  await ctx.tx
    .updateTable('booking')
    .set({ status: 'cancelled' })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', input.sessionId)
    .where('status', '=', 'booked')
    .execute()
}
