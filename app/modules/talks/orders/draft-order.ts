import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseFaults, refuseIf } from '#app/platform/errors.ts'
import {
  dayInput,
  optional,
  optionalText,
  tick,
  timeInput,
  wholeNumber,
} from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { audiences, spokenLanguages } from '../menu/rules.ts'
import { mayOrderForAll } from './access.ts'
import { isRunBy, partsOf } from './queries.ts'
import { choicesOf, faultsOfTimes, named, type OrderReason } from './rules.ts'

/** When a talk could begin; with an end it may lie anywhere between the two. */
const TimeInput = z.strictObject({ date: dayInput, from: timeInput, to: optional(timeInput) })
// A form sends its second time empty where only one suits.
const emptyTime = z
  .strictObject({ date: z.literal(''), from: z.literal(''), to: z.literal('').optional() })
  .transform(() => null)
export const OrderTimes = z.array(z.union([TimeInput, emptyTime])).max(5)

const GuestInput = z.strictObject({ unitId: z.uuid(), headCount: wholeNumber(1, 5000) })
const emptyGuest = z
  .strictObject({ unitId: z.literal(''), headCount: z.literal('') })
  .transform(() => null)

/** What a branch fills in to order a talk. */
export const OrderContent = z.strictObject({
  talkId: z.uuid(),
  unitId: z.uuid(),
  venueId: z.uuid(),
  audience: z.enum(audiences),
  language: z.enum(spokenLanguages),
  /** Everyone who is expected, those of the guest units too. */
  headCount: wholeNumber(1, 5000),
  note: optionalText(500),
  times: OrderTimes,
  /** Any day of the week of each time would suit as well. */
  anyDay: tick.optional(),
  /** Another talk on the same topic would do. */
  takesSimilar: tick.optional(),
  /** Units that come along. */
  guests: z
    .array(z.union([GuestInput, emptyGuest]))
    .max(6)
    .optional(),
})

export const DraftOrder = OrderContent.extend({
  /** Who of the unit ordered, where the office writes it down. */
  callerId: optional(z.uuid()),
})

/** Begins an order: a draft is the branch's own until it is submitted. */
export async function draftOrder(
  ctx: Context,
  input: z.infer<typeof DraftOrder> & { seriesId?: string | null },
) {
  const { talk, unit, venue, season } = await partsOf(ctx, input)
  const { callerId } = input
  const guests = named(input.guests ?? [])
  const runs = callerId === undefined || (await isRunBy(ctx, unit.id, callerId))
  authorise(mayOrderForAll(ctx.actor, unit.id, guests))
  refuseIf(runs ? null : ('order.notOfUnit' satisfies OrderReason))
  const wanted = { minutes: talk.minutes, anyDay: input.anyDay === true }
  refuseFaults(faultsOfTimes(input.times, wanted, season, ctx.now))
  const choices = choicesOf(named(input.times), wanted, ctx.now)
  const order = { id: newId(), number: await nextNumber(ctx, 'order') }
  await ctx.tx
    .insertInto('talkOrder')
    .values({
      streetId: ctx.street,
      ...order,
      seasonId: season.id,
      seriesId: input.seriesId ?? null,
      talkId: talk.id,
      talkVersion: talk.version,
      unitId: unit.id,
      venueId: venue.id,
      audience: input.audience,
      headCount: input.headCount,
      language: input.language,
      note: input.note,
      takesSimilar: input.takesSimilar === true,
      status: 'draft',
      placedBy: callerId ?? ctx.onBehalfOf ?? found(ctx.actor.personId),
      placedAt: ctx.now,
    })
    .execute()
  const ofOrder = { streetId: ctx.street, orderId: order.id }
  if (choices.length > 0) {
    const rows = choices.map(({ choice, during }, position) => ({
      ...ofOrder,
      position,
      choice,
      during: rangeOf(during),
    }))
    await ctx.tx.insertInto('orderTime').values(rows).execute()
  }
  if (guests.length > 0) {
    const rows = guests.map((guest) => ({ ...ofOrder, ...guest }))
    await ctx.tx.insertInto('orderGuest').values(rows).execute()
  }
  return order
}
