import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunPost } from '../posts/access.ts'
import { findShift } from '../posts/queries.ts'
import { whyNotStanding } from '../posts/rules.ts'
import { whomToAsk } from './queries.ts'
import { whyNotAsked } from './rules.ts'

export const AskToServe = z.strictObject({ shiftId: z.uuid() })

/** Who runs a post asks everyone who could come where hands are missing; anyone may say no by not answering. */
export async function askToServe(ctx: Context, input: z.infer<typeof AskToServe>) {
  const shift = found(await findShift(ctx, input.shiftId))
  const could = (await whomToAsk(ctx, [shift])).get(shift.id) ?? []
  authorise(mayRunPost(ctx.actor, shift))
  refuseIf(whyNotStanding(shift) ?? whyNotAsked(could))
  await record(ctx, 'volunteers.asked', shift.id, {
    details: { personIds: could.map(({ personId }) => personId) },
  })
}
