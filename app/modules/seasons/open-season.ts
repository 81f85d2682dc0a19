import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayOpenSeasons } from './access.ts'
import { Requirement } from './requirements/change-requirements.ts'
import { requirementRows } from './requirements/rules.ts'
import { hourRuleCodes, whyNotOpened } from './rules.ts'

const Strand = z.strictObject({
  code: z.string().regex(/^[a-z]{2,20}$/),
  name: optionalText(20),
  nameEn: optionalText(60),
})
export const OpenSeason = z.strictObject({
  name: text(60),
  nameEn: optionalText(80),
  startsOn: dayInput,
  endsOn: dayInput,
  hourRules: z.enum(hourRuleCodes),
  strands: z.array(Strand).max(8),
  requirements: z.array(Requirement).max(3),
})

/** The office opens a season; a strand left without a name is left out. */
export async function openSeason(ctx: Context, input: z.infer<typeof OpenSeason>) {
  authorise(mayOpenSeasons(ctx.actor))
  const strands = input.strands.filter((strand) => strand.name !== '')
  refuseIf(whyNotOpened({ ...input, strands }))
  const { name, nameEn, startsOn, endsOn, hourRules } = input
  const season = await ctx.tx
    .insertInto('season')
    .values({
      streetId: ctx.street,
      id: newId(),
      name,
      nameEn,
      startsOn,
      endsOn,
      hourRules,
      openedAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('strand')
    .values(strands.map((strand, position) => ({ ...ofSeason(ctx, season), ...strand, position })))
    .execute()
  const requirements = input.requirements.flatMap((asked) => requirementRows(asked, strands))
  if (requirements.length > 0) {
    await ctx.tx
      .insertInto('requirement')
      .values(requirements.map((row) => ({ ...ofSeason(ctx, season), id: newId(), ...row })))
      .execute()
  }
  await record(ctx, 'season.opened', season.id)
  return season
}

function ofSeason(ctx: Context, season: { id: string }) {
  return { streetId: ctx.street, seasonId: season.id }
}
