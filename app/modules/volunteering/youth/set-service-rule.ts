import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { timeInput, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { maySetServiceRule } from './access.ts'
import { keepFirstRule, serviceRule } from './queries.ts'
import { minutesOfClock, whyNotSet } from './rules.ts'

const clock = timeInput.transform(minutesOfClock)

export const SetServiceRule = z.strictObject({
  weekMost: wholeNumber(1, 6),
  besideUnder: wholeNumber(14, 18),
  childrenToAdult: wholeNumber(1, 8),
  youngFrom: clock,
  youngUntil: clock,
  youngMinutes: wholeNumber(30, 360),
  littleUntil: clock,
  littleMinutes: wholeNumber(30, 360),
  noticeDays: wholeNumber(1, 30),
})

/** The office sets what protects those who serve; places given before keep the version they were given under. */
export async function setServiceRule(ctx: Context, input: z.infer<typeof SetServiceRule>) {
  authorise(maySetServiceRule(ctx.actor))
  refuseIf(whyNotSet(input))
  await keepFirstRule(ctx)
  const version = (await serviceRule(ctx)).version + 1
  await ctx.tx
    .insertInto('serviceRule')
    .values({
      streetId: ctx.street,
      version,
      ...input,
      madeBy: ctx.actor.personId,
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'serviceRule.set', newId(), { details: { version } })
  return { version }
}
