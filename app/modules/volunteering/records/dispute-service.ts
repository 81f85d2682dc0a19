import { z } from 'zod'
import { workCalendar } from '#app/modules/organisation/holidays/queries.ts'
import { isSignedIn } from '#app/modules/people/access.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf } from '#app/platform/time.ts'
import { workingDaysAfter } from '#app/platform/working-days.ts'
import { mayServeFor } from '../posts/access.ts'
import { findPost, findServer } from '../posts/queries.ts'
import { findPlace } from '../rota/queries.ts'
import { lockRecords } from './queries.ts'
import { disputeAbouts, whyNotDisputed } from './rules.ts'

const workingDaysToAnswer = 5

export const DisputeService = z.strictObject({
  placeId: z.uuid(),
  about: z.enum(disputeAbouts),
  words: optionalText(500),
})

/** A volunteer says that a record isn't right; it is answered within five working days. */
export async function disputeService(ctx: Context, input: z.infer<typeof DisputeService>) {
  authorise(isSignedIn(ctx.actor))
  const place = found(await findPlace(ctx, input.placeId))
  const person = found(await findServer(ctx, place.personId))
  const post = found(await findPost(ctx, place.postId))
  const [current] = await lockRecords(ctx, place.id)
  authorise(mayServeFor(ctx.actor, person, post))
  refuseIf(whyNotDisputed(current, current?.disputed ?? false))
  const due = workingDaysAfter(dayOf(ctx.now), workingDaysToAnswer, await workCalendar(ctx))
  const id = newId()
  await ctx.tx
    .insertInto('serviceDispute')
    .values({
      streetId: ctx.street,
      id,
      placeId: place.id,
      personId: person.id,
      about: input.about,
      words: input.words,
      madeAt: ctx.now,
      dueOn: 'day' in due ? due.day : null,
    })
    .execute()
  await record(forPerson(ctx, person.id), 'service.disputed', place.id, {
    details: { personId: person.id, disputeId: id },
  })
  return { id }
}
