import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, timeInput } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { instantAt } from '#app/platform/time.ts'
import { lockSession } from '../queries.ts'
import { mayBookFor } from './access.ts'
import { bookingWithin, lockResource } from './queries.ts'
import { whyNotBooked } from './rules.ts'

const Moment = z.strictObject({ date: dayInput, from: timeInput })

export const BookForDays = z.strictObject({
  resourceId: z.uuid(),
  unitId: z.uuid(),
  from: Moment,
  until: Moment,
})
export const BookForSession = z.strictObject({ resourceId: z.uuid(), sessionId: z.uuid() })
export const BookResource = z.union([BookForSession, BookForDays])

/** Someone who runs a unit books what the street lends: for a session, or for some days. */
export async function bookResource(ctx: Context, input: z.infer<typeof BookResource>) {
  const session = 'sessionId' in input ? found(await lockSession(ctx, input.sessionId)) : null
  const resource = found(await lockResource(ctx, input.resourceId))
  const unitId = 'unitId' in input ? found(await findUnit(ctx, input.unitId)).id : session!.unitId
  const during =
    'from' in input
      ? {
          start: instantAt(input.from.date, input.from.from),
          end: instantAt(input.until.date, input.until.from),
        }
      : session!.during
  authorise(mayBookFor(ctx.actor, unitId))
  refuseIf(whyNotBooked(resource, during, ctx.now))
  const taken = await bookingWithin(ctx, resource.id, during)
  // Who wants it can talk with who has it.
  if (taken) throw new Refused('resource.taken', { unit: taken.unitName, ...taken.during })
  const id = newId()
  await ctx.tx
    .insertInto('booking')
    .values({
      streetId: ctx.street,
      id,
      resourceId: resource.id,
      unitId,
      sessionId: session?.id ?? null,
      during: rangeOf(during),
      status: 'booked',
      bookedBy: found(ctx.actor.personId),
      bookedAt: ctx.now,
    })
    .execute()
  await record(ctx, 'resource.booked', resource.id, {
    details: { bookingId: id, sessionId: session?.id ?? null },
  })
  return { id }
}
