import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional, timeInput, wholeNumber } from '#app/platform/http/forms.ts'
import { mayKeepEntry } from './access.ts'
import { findSpeaker, lockSpeaker } from './queries.ts'
import { whyNotLeaving } from './rules.ts'

/** How many spans of days can be given at once. */
export const mostAway = 6

const Hours = z.strictObject({ from: optional(timeInput), until: optional(timeInput) })
const Away = z.strictObject({ from: optional(dayInput), until: optional(dayInput) })

export const SetAvailability = z.strictObject({
  speakerId: z.uuid(),
  weeklyLimit: optional(wholeNumber(1, 14)),
  /** From Monday to Sunday; a day left empty is one on which the speaker can't come. */
  hours: z.array(Hours).max(7).default([]),
  /** Days on which the speaker can't come whatever the week says; a single day needs no end. */
  away: z.array(Away).max(mostAway).default([]),
})

/** A speaker says when they can come, or the office enters it; it replaces what was said before. */
export async function setAvailability(ctx: Context, input: z.infer<typeof SetAvailability>) {
  await lockSpeaker(ctx, input.speakerId)
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  authorise(mayKeepEntry(ctx.actor, speaker))
  refuseIf(whyNotLeaving(speaker))
  const of = { streetId: ctx.street, speakerId: speaker.id }
  await ctx.tx
    .deleteFrom('speakerHours')
    .where('streetId', '=', ctx.street)
    .where('speakerId', '=', speaker.id)
    .execute()
  await ctx.tx
    .deleteFrom('speakerAway')
    .where('streetId', '=', ctx.street)
    .where('speakerId', '=', speaker.id)
    .execute()
  const hours = input.hours.flatMap(({ from, until }, at) =>
    from && until ? [{ ...of, weekday: at + 1, fromTime: from, untilTime: until }] : [],
  )
  if (hours.length > 0) await ctx.tx.insertInto('speakerHours').values(hours).execute()
  const away = input.away.flatMap(({ from, until }) =>
    from ? [{ ...of, fromOn: from, untilOn: until ?? from }] : [],
  )
  if (away.length > 0) {
    await ctx.tx
      .insertInto('speakerAway')
      .values(away)
      // The same beginning twice: the later line says until when.
      .onConflict((conflict) =>
        conflict
          .columns(['streetId', 'speakerId', 'fromOn'])
          .doUpdateSet((row) => ({ untilOn: row.ref('excluded.untilOn') })),
      )
      .execute()
  }
  await ctx.tx
    .updateTable('speaker')
    .set({ weeklyLimit: input.weeklyLimit ?? null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  await record(ctx, 'speaker.availabilitySet', speaker.id)
}
