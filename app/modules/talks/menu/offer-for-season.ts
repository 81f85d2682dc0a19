import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional } from '#app/platform/http/forms.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayKeepMenu } from './access.ts'
import { lockTalk } from './queries.ts'
import { whyNotForSeason } from './rules.ts'

export const OfferForSeason = z.strictObject({
  talkId: z.uuid(),
  /** The first and the last day; without either the talk is to be had all year. */
  offeredFrom: optional(dayInput),
  offeredUntil: optional(dayInput),
})

/** The office offers a talk for a part of the year only, or all year again. */
export async function offerForSeason(ctx: Context, input: z.infer<typeof OfferForSeason>) {
  const talk = found(await lockTalk(ctx, input.talkId))
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotForSeason(talk, input, dayOf(ctx.now)))
  const { offeredFrom = null, offeredUntil = null } = input
  await ctx.tx
    .updateTable('talk')
    .set({ offeredFrom, offeredUntil })
    .where('streetId', '=', ctx.street)
    .where('id', '=', talk.id)
    .execute()
  await record(ctx, 'talk.seasonSet', talk.id, { details: { offeredFrom, offeredUntil } })
}
