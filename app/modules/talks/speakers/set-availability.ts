import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseFaults, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional, tick, timeInput, wholeNumber } from '#app/platform/http/forms.ts'
import { mayKeepEntry } from './access.ts'
import { findSpeaker, lockSpeaker } from './queries.ts'
import { faultsOfTimes, timesIn, whyNotLeaving } from './rules.ts'

/** How many spans of a day, of days away, and single days can be given. */
export const mostSpans = 4
export const mostAway = 12
export const mostExtra = 12

const Hours = z.strictObject({ from: optional(timeInput), until: optional(timeInput) })
const Away = z.strictObject({ from: optional(dayInput), until: optional(dayInput) })
const Extra = Hours.extend({ day: optional(dayInput) })

export const SetAvailability = z.strictObject({
  speakerId: z.uuid(),
  weeklyLimit: optional(wholeNumber(1, 14)),
  seasonLimit: optional(wholeNumber(1, 200)),
  /** Whole days without a talk after a day with one. */
  restDays: optional(wholeNumber(0, 30)),
  /** Whether the speaker comes on public holidays too. */
  onHolidays: optional(tick),
  /** From Monday to Sunday, several spans a day; a day without any is one without talks. */
  hours: z.array(z.array(Hours).max(mostSpans)).max(7).default([]),
  /** Days on which the speaker can't come whatever the week says; a single day needs no end. */
  away: z.array(Away).max(mostAway).default([]),
  /** Single days on which the speaker comes beside the week's pattern. */
  extra: z.array(Extra).max(mostExtra).optional(),
})

/** A speaker says when they can come, or the office enters it; it replaces what was said before. */
export async function setAvailability(ctx: Context, input: z.infer<typeof SetAvailability>) {
  await lockSpeaker(ctx, input.speakerId)
  const speaker = found(await findSpeaker(ctx, input.speakerId))
  authorise(mayKeepEntry(ctx.actor, speaker))
  refuseIf(whyNotLeaving(speaker))
  refuseFaults(faultsOfTimes(input))
  const { hours, away, extra } = timesIn(input)
  // one query a table: each holds another kind of time
  for (const table of ['speakerHours', 'speakerAway', 'speakerExtra'] as const)
    await ctx.tx
      .deleteFrom(table)
      .where('streetId', '=', ctx.street)
      .where('speakerId', '=', speaker.id)
      .execute()
  const own = <T>(rows: readonly T[]) =>
    rows.map((row) => ({ ...row, streetId: ctx.street, speakerId: speaker.id }))
  if (hours.length > 0) await ctx.tx.insertInto('speakerHours').values(own(hours)).execute()
  if (away.length > 0) await ctx.tx.insertInto('speakerAway').values(own(away)).execute()
  if (extra.length > 0) await ctx.tx.insertInto('speakerExtra').values(own(extra)).execute()
  await ctx.tx
    .updateTable('speaker')
    .set({
      weeklyLimit: input.weeklyLimit ?? null,
      seasonLimit: input.seasonLimit ?? null,
      restDays: input.restDays ?? 0,
      onHolidays: input.onHolidays ?? false,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', speaker.id)
    .execute()
  await record(ctx, 'speaker.availabilitySet', speaker.id)
}
