import { z } from 'zod'
import { findUnit, findVenue } from '#app/modules/organisation/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optionalText, timeInput, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { findTalk } from '../menu/queries.ts'
import { audiences, spokenLanguages } from '../menu/rules.ts'
import { mayOrderFor } from './access.ts'
import { whyNotOrderable } from './rules.ts'

/** When a talk could begin; how long it lasts is the talk's own. */
const TimeInput = z.strictObject({ date: dayInput, from: timeInput })
// A form sends its second time empty where only one suits.
const emptyTime = z.strictObject({ date: z.literal(''), from: z.literal('') }).transform(() => null)

export const OrderTalk = z.strictObject({
  talkId: z.uuid(),
  unitId: z.uuid(),
  venueId: z.uuid(),
  audience: z.enum(audiences),
  language: z.enum(spokenLanguages),
  headCount: wholeNumber(1, 5000),
  note: optionalText(500),
  times: z.tuple([TimeInput], z.union([emptyTime, TimeInput])).refine((times) => times.length <= 3),
})

/** A branch orders a talk from the menu, with the times that would suit it, best first. */
export async function orderTalk(ctx: Context, input: z.infer<typeof OrderTalk>) {
  const talk = found(await findTalk(ctx, input.talkId))
  const unit = found(await findUnit(ctx, input.unitId))
  const venue = found(await findVenue(ctx, input.venueId))
  const season = found(await currentSeason(ctx))
  const times = input.times
    .filter((time) => time !== null)
    .map((time) => instantAt(time.date, time.from))
    .map((start) => ({ start, end: later(start, talk.minutes * minute) }))
  authorise(mayOrderFor(ctx.actor, unit.id))
  refuseIf(whyNotOrderable(talk, { ...input, times }, venue, season, ctx.now))
  const order = { id: newId(), number: await nextNumber(ctx, 'order') }
  await ctx.tx
    .insertInto('talkOrder')
    .values({
      streetId: ctx.street,
      ...order,
      seasonId: season.id,
      talkId: talk.id,
      unitId: unit.id,
      venueId: venue.id,
      audience: input.audience,
      headCount: input.headCount,
      language: input.language,
      note: input.note,
      status: 'submitted',
      placedBy: ctx.onBehalfOf ?? found(ctx.actor.personId),
      placedAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .insertInto('orderTime')
    .values(
      times.map((during, position) => ({
        streetId: ctx.street,
        orderId: order.id,
        position,
        during: rangeOf(during),
      })),
    )
    .execute()
  await record(ctx, 'order.placed', order.id)
  return order
}
