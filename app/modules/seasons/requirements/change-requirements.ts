import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { numberInput, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayOpenSeasons } from '../access.ts'
import { lockSeason, requirementsOf, strandsOf } from '../queries.ts'
import { requiredRoles } from '../rules.ts'
import { requirementRows, whyNotAsked } from './rules.ts'

export const Requirement = z.strictObject({
  role: z.enum(requiredRoles),
  hours: numberInput.pipe(z.number().min(0).max(999)),
  sessions: wholeNumber(0, 400),
  /** The fewest sessions within each strand. */
  eachStrand: wholeNumber(0, 100),
})

export const ChangeRequirements = z.strictObject({
  seasonId: z.uuid(),
  requirements: z.array(Requirement).max(3),
})

/** The office changes what a season asks of each role; what it asked before stays in its history. */
export async function changeRequirements(ctx: Context, input: z.infer<typeof ChangeRequirements>) {
  const season = found(await lockSeason(ctx, input.seasonId))
  const strands = await strandsOf(ctx, season.id)
  const before = await requirementsOf(ctx, season.id)
  authorise(mayOpenSeasons(ctx.actor))
  refuseIf(whyNotAsked(input.requirements))
  const rows = input.requirements.flatMap((asked) => requirementRows(asked, strands))
  const ofSeason = { streetId: ctx.street, seasonId: season.id }
  await ctx.tx
    .deleteFrom('requirement')
    .where('streetId', '=', ctx.street)
    .where('seasonId', '=', season.id)
    .execute()
  if (rows.length > 0) {
    await ctx.tx
      .insertInto('requirement')
      .values(rows.map((row) => ({ ...ofSeason, id: newId(), ...row })))
      .execute()
  }
  await record(ctx, 'requirements.changed', season.id, { details: { before } })
}
