import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { countOpen, noteOpen, openFrom } from '#app/platform/open-writes.ts'
import { lockOrder } from '../orders/queries.ts'
import { life, whyNot } from '../orders/rules.ts'
import { mayReviewFor } from './access.ts'
import { openReviewLink, orderToReview } from './queries.ts'
import { asOrderedAnswers, callDue, isPoor, whyNotByLink, whyNotReviewed } from './rules.ts'

export const GiveReview = z.strictObject({
  orderId: z.uuid(),
  unitId: z.uuid(),
  level: wholeNumber(1, 5),
  asOrdered: z.enum(asOrderedAnswers),
  words: optionalText(500),
  /** On the unit's own page, or written down by someone from paper or from what was said by phone. */
  way: z.enum(['page', 'paper', 'phone']).default('page'),
  /** What was sent by message opens the review of its own order, of the unit that ordered. */
  link: z.string().max(100).optional(),
})

/**
 * A unit says what it thought of a talk it had, once. It is of the talk; who was let down is called
 * within a working day.
 */
export async function giveReview(
  ctx: Context,
  input: z.infer<typeof GiveReview>,
): Promise<{ id: string; callDueOn: string | null }> {
  const opened = input.link === undefined ? null : found(await openReviewLink(ctx, input.link))
  const byLink = opened !== null && opened.order.id === input.orderId
  const locked = found(await lockOrder(ctx, input.orderId))
  const order = found(await orderToReview(ctx, locked.id))
  const from = byLink ? openFrom(ctx) : []
  const fromHere = await countOpen(ctx, 'review', from)
  authorise(byLink ? input.unitId === order.unitId : mayReviewFor(ctx.actor, input.unitId))
  refuseIf(opened && whyNotByLink(opened, fromHere))
  const unitIds = order.units.map(({ id }) => id)
  refuseIf(whyNotReviewed({ status: locked.status, unitIds }, input.unitId))
  const due = isPoor(input) ? callDue(ctx.now, await workCalendar(ctx)) : null
  const callDueOn = due && 'day' in due ? due.day : null
  const id = newId()
  await ctx.tx
    .insertInto('review')
    .values({
      streetId: ctx.street,
      id,
      orderId: order.id,
      unitId: input.unitId,
      level: input.level,
      asOrdered: input.asOrdered,
      words: input.words,
      way: byLink ? 'link' : input.way,
      enteredBy: byLink ? null : ctx.actor.personId,
      reviewedAt: ctx.now,
      callDueOn,
    })
    .execute()
  await noteOpen(ctx, 'review', from)
  await moveOn(ctx, locked)
  const forOther = !byLink && input.way !== 'page'
  const telling = forOther ? forPerson(ctx, order.placedBy) : ctx
  await record(telling, 'review.given', order.id, {
    details: { reviewId: id, poor: isPoor(input), way: byLink ? 'link' : input.way },
  })
  return { id, callDueOn }
}

/** The first review of an order moves it on; what was closed meanwhile stays closed. */
async function moveOn(ctx: Context, order: NonNullable<Awaited<ReturnType<typeof lockOrder>>>) {
  if (whyNot('review', order) !== null) return
  await ctx.tx
    .updateTable('talkOrder')
    .set({ status: life.review.to })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
}
