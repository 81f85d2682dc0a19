import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { lockShift } from '../posts/queries.ts'
import { placesOn } from '../rota/queries.ts'
import { mayKeepRecords } from './access.ts'
import { minutesServed, outcomes, whyNotRolled } from './rules.ts'

export const CallShiftRoll = z.strictObject({
  shiftId: z.uuid(),
  /** By place: how it came out; minutes where only a part was served. */
  marks: z
    .record(
      z.uuid(),
      z.strictObject({ outcome: z.enum(outcomes), minutes: optional(wholeNumber(1, 720)) }),
    )
    .default({}),
})

/**
 * Who organised a shift says of everyone on its rota how it came out. It counts once someone else
 * confirms it; whoever calls the roll and served too is marked by another.
 */
export async function callShiftRoll(ctx: Context, input: z.infer<typeof CallShiftRoll>) {
  const callerId = found(ctx.actor.personId)
  const shift = found(await lockShift(ctx, input.shiftId))
  const places = await placesOn(ctx, [shift.id])
  const marks = new Map(Object.entries(input.marks))
  authorise(mayKeepRecords(ctx.actor, shift))
  refuseIf(whyNotRolled(shift, places, marks, callerId, ctx.now))
  const marked = places.filter(({ id, state }) => state === 'on' && marks.has(id))
  // All in one statement: an adult and the children beside them are done together.
  await ctx.tx
    .updateTable('shiftPlace')
    .set({ state: 'done', endedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${marked.map(({ id }) => id)}::uuid[])`)
    .execute()
  if (marked.length > 0)
    await ctx.tx
      .insertInto('serviceRecord')
      .values(
        marked.map(({ id, personId }) => ({
          streetId: ctx.street,
          id: newId(),
          placeId: id,
          personId,
          outcome: marks.get(id)!.outcome,
          minutes: minutesServed(marks.get(id)!, shift.during),
          recordedBy: callerId,
          recordedAt: ctx.now,
        })),
      )
      .execute()
  const left = places.filter(({ state }) => state === 'on').length - marked.length
  if (left === 0)
    await ctx.tx
      .updateTable('shift')
      .set({ status: 'held' })
      .where('streetId', '=', ctx.street)
      .where('id', '=', shift.id)
      .execute()
  await record(ctx, 'shift.rolled', shift.id, { details: { marked: marked.length, left } })
  return { marked: marked.length, left }
}
