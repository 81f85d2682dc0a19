import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, refuseFaults, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayDo, mayOrderForAll } from './access.ts'
import { OrderContent } from './draft-order.ts'
import { lockOrder, partsOf } from './queries.ts'
import { choicesOf, faultsOfTimes, named, whyNot } from './rules.ts'

export const ChangeOrder = OrderContent.extend({ orderId: z.uuid() })

/** The branch writes a draft anew, or an order that the office gave back. */
export async function changeOrder(ctx: Context, input: z.infer<typeof ChangeOrder>) {
  const order = found(await lockOrder(ctx, input.orderId))
  const { talk, unit, venue, season } = await partsOf(ctx, input)
  const guests = named(input.guests ?? [])
  authorise(mayDo(ctx.actor, 'submit', order) && mayOrderForAll(ctx.actor, unit.id, guests))
  refuseIf(whyNot('submit', order))
  const wanted = { minutes: talk.minutes, anyDay: input.anyDay === true }
  refuseFaults(faultsOfTimes(input.times, wanted, season, ctx.now))
  await ctx.tx
    .updateTable('talkOrder')
    .set({
      talkId: talk.id,
      talkVersion: talk.version,
      unitId: unit.id,
      venueId: venue.id,
      audience: input.audience,
      headCount: input.headCount,
      language: input.language,
      note: input.note,
      takesSimilar: input.takesSimilar === true,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', order.id)
    .execute()
  await writeTimes(ctx, order.id, input, talk.minutes)
  await writeGuests(ctx, order.id, guests)
  if (order.status === 'returned') await record(ctx, 'order.changed', order.id)
}

async function writeTimes(
  ctx: Context,
  orderId: string,
  input: z.infer<typeof ChangeOrder>,
  minutes: number,
): Promise<void> {
  const choices = choicesOf(named(input.times), { minutes, anyDay: input.anyDay === true }, ctx.now)
  await ctx.tx
    .deleteFrom('orderTime')
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', orderId)
    .execute()
  if (choices.length === 0) return
  const rows = choices.map(({ choice, during }, position) => ({
    streetId: ctx.street,
    orderId,
    position,
    choice,
    during: rangeOf(during),
  }))
  await ctx.tx.insertInto('orderTime').values(rows).execute()
}

async function writeGuests(
  ctx: Context,
  orderId: string,
  guests: readonly { unitId: string; headCount: number }[],
): Promise<void> {
  await ctx.tx
    .deleteFrom('orderGuest')
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', orderId)
    .execute()
  if (guests.length === 0) return
  const rows = guests.map((guest) => ({ streetId: ctx.street, orderId, ...guest }))
  await ctx.tx.insertInto('orderGuest').values(rows).execute()
}
