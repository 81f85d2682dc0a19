import { z } from 'zod'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional, optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayDispatch } from '../orders/access.ts'
import { nothingAsked } from '../outlook/rules.ts'
import { findPlan, openOrdersOf, placedIn } from './queries.ts'
import { askedWith, whyNotStarted } from './rules.ts'

/** Several things, from boxes of one name. */
const severalIds = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid()).max(200),
)

export const StartPlan = z.strictObject({
  name: optionalText(60).optional(),
  /** The plan whose questions, and whatever the office placed by hand, the new one keeps. */
  fromId: optional(z.uuid()),
  orderIds: severalIds.optional(),
  withoutSpeakerIds: severalIds.optional(),
  freedOrderIds: severalIds.optional(),
  /** Days on which a speaker can come too, or which suit an order too; else every speaker. */
  days: z
    .array(
      z.strictObject({
        day: optional(dayInput),
        speakerId: optional(z.uuid()),
        orderId: optional(z.uuid()),
      }),
    )
    .max(30)
    .optional(),
  /** Whoever else could: this order is for this speaker. */
  pairs: z
    .array(z.strictObject({ orderId: optional(z.uuid()), speakerId: optional(z.uuid()) }))
    .max(30)
    .optional(),
})

/** The office asks for the best plan for all open orders, or asks “what if …?” of one that is there. */
export async function startPlan(ctx: Context, input: z.infer<typeof StartPlan>) {
  const season = await currentSeason(ctx)
  const from = input.fromId ? found(await findPlan(ctx, input.fromId)) : null
  const byHand = from ? (await placedIn(ctx, from.id)).filter(({ locked }) => locked) : []
  const open = await openOrdersOf(ctx)
  authorise(mayDispatch(ctx.actor))
  refuseIf(whyNotStarted(season, open, from))
  const asked = askedWith(from?.asked ?? nothingAsked, {
    orderIds: input.orderIds ?? [],
    withoutSpeakerIds: input.withoutSpeakerIds ?? [],
    freedOrderIds: input.freedOrderIds ?? [],
    // What was left empty in the form says nothing.
    days: (input.days ?? []).flatMap(({ day, speakerId, orderId }) =>
      day ? [{ day, speakerId: speakerId ?? null, orderId: orderId ?? null }] : [],
    ),
    pairs: (input.pairs ?? []).flatMap(({ orderId, speakerId }) =>
      orderId && speakerId ? [{ orderId, speakerId }] : [],
    ),
    leftOutOrderIds: byHand.filter(({ speakerId }) => !speakerId).map(({ orderId }) => orderId),
  })
  const id = newId()
  const number = await nextNumber(ctx, 'plan')
  await ctx.tx
    .insertInto('plan')
    .values({
      streetId: ctx.street,
      id,
      number,
      seasonId: found(season).id,
      name: input.name ?? '',
      fromId: from?.id ?? null,
      kind: from ? 'whatIf' : 'whole',
      status: 'waiting',
      asked: JSON.stringify(asked),
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'plan.started', id, { details: { number } })
  return { id, number }
}
