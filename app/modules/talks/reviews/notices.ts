import { officeRoles, unitRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { signLink } from '#app/platform/signing.ts'
import { to, urls } from '#app/urls.ts'
import { findReview, orderToReview, reviewing } from './queries.ts'
import { reviewLinkOver } from './rules.ts'

/**
 * When a talk was held, who ordered it is asked what the unit thought, by a link that takes this review
 * alone; units that came along are asked on their page.
 */
export async function askForReviews(ctx: Context, fact: Fact): Promise<void> {
  const order = found(await orderToReview(ctx, fact.subjectId))
  const { number, title, titleEn, units } = order
  const token = await signLink(ctx, reviewing, order.id, reviewLinkOver(ctx.now))
  await tell(ctx, {
    personIds: [order.placedBy],
    name: 'review.asked',
    factId: fact.id,
    details: { number, title, titleEn },
    link: to(urls.reviewLink, { token }),
    urgency: 'digest',
  })
  const guests: string[] = []
  for (const unit of units) {
    // one query a unit: an order has a few
    if (unit.id !== order.unitId) guests.push(...(await holdersOf(ctx, unitRoles, unit.id)))
  }
  const others = guests.filter((personId) => personId !== order.placedBy)
  if (others.length > 0)
    await tell(ctx, {
      personIds: others,
      name: 'review.askedOfGuest',
      factId: fact.id,
      details: { number, title, titleEn },
      link: to(urls.review, { orderId: order.id }),
      urgency: 'digest',
    })
}

/** The office hears of a review by someone who was let down, and by when to call. */
export async function tellOfPoorReview(ctx: Context, fact: Fact): Promise<void> {
  if (fact.details['poor'] !== true) return
  const review = found(await findReview(ctx, String(fact.details['reviewId'])))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'review.poor',
    factId: fact.id,
    details: {
      unit: review.unitName,
      title: review.title,
      titleEn: review.titleEn,
      dueOn: review.callDueOn,
    },
    link: urls.reviews,
    urgency: 'soon',
  })
}
