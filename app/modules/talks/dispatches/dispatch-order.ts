import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { momentInput, optional } from '#app/platform/http/forms.ts'
import { instantOf } from '#app/platform/time.ts'
import { mayDispatch } from '../orders/access.ts'
import { proposeOrders } from './propose-orders.ts'

export const DispatchOrder = z.strictObject({
  orderId: z.uuid(),
  speakerId: z.uuid(),
  /** When the talk begins, within one of the order's times. */
  start: momentInput,
  /** Another venue than the branch would like. */
  venueId: optional(z.uuid()),
})

/** The office asks a speaker to give an ordered talk at a time that suits the branch. */
export async function dispatchOrder(ctx: Context, input: z.infer<typeof DispatchOrder>) {
  authorise(mayDispatch(ctx.actor))
  const booking = { ...input, start: instantOf(input.start) }
  const { proposed, unasked } = await proposeOrders(ctx, [booking], 'hand')
  refuseIf(unasked[0]?.reason ?? null)
  return { id: found(proposed[0]).id }
}
