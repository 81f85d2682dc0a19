import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayOpenSeasons } from './access.ts'
import { hourRuleChangesOf, lockSeason } from './queries.ts'
import { hourRuleCodes, whyNotChanged } from './rules.ts'

export const ChangeHourRules = z.strictObject({
  seasonId: z.uuid(),
  /** Sessions from this day on count by it. */
  fromOn: dayInput,
  hourRules: z.enum(hourRuleCodes),
  reason: text(200),
})

/** The office lets another published set of hour rules count for a season from a day on. */
export async function changeHourRules(ctx: Context, input: z.infer<typeof ChangeHourRules>) {
  const season = found(await lockSeason(ctx, input.seasonId))
  const changes = await hourRuleChangesOf(ctx, season.id)
  authorise(mayOpenSeasons(ctx.actor))
  const madeBy = found(ctx.actor.personId)
  refuseIf(whyNotChanged(season, changes, input))
  await ctx.tx
    .insertInto('hourRuleChange')
    .values({ streetId: ctx.street, id: newId(), madeBy, madeAt: ctx.now, ...input })
    .execute()
  const { fromOn, hourRules, reason } = input
  await record(ctx, 'hourRules.changed', season.id, { reason, details: { fromOn, hourRules } })
}
