import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, timeInput, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { addDays, day, instantAt, later } from '#app/platform/time.ts'
import { mayRunPost } from './access.ts'
import { findPost } from './queries.ts'
import { whyNotPlanned } from './rules.ts'

export const PlanShifts = z.strictObject({
  postId: z.uuid(),
  date: dayInput,
  from: timeInput,
  /** At or before `from` it is a time of the next day. */
  to: timeInput,
  needed: wholeNumber(1, 200),
  /** The same on how many days from the first on. */
  days: wholeNumber(1, 31).default(1),
})

/** Who runs a post says when how many hands are needed. */
export async function planShifts(ctx: Context, input: z.infer<typeof PlanShifts>) {
  const post = found(await findPost(ctx, input.postId))
  const spans = Array.from({ length: input.days }, (_, at) => {
    const start = instantAt(addDays(input.date, at), input.from)
    const end = instantAt(addDays(input.date, at), input.to)
    return { start, end: end <= start ? later(end, day) : end }
  })
  authorise(mayRunPost(ctx.actor, post))
  refuseIf(whyNotPlanned(spans[0]!, post, ctx.now))
  const ids = spans.map(newId)
  await ctx.tx
    .insertInto('shift')
    .values(
      spans.map((during, at) => ({
        streetId: ctx.street,
        id: ids[at]!,
        postId: post.id,
        risk: post.risk,
        leastAge: post.leastAge,
        during: rangeOf(during),
        needed: input.needed,
        status: 'planned' as const,
        madeAt: ctx.now,
      })),
    )
    .execute()
  await record(ctx, 'shifts.planned', post.id, { details: { shiftIds: ids } })
  return { ids }
}
