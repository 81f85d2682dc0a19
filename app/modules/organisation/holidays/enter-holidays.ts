import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Invalid } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text, wholeNumber } from '#app/platform/http/forms.ts'
import { mayEnterHolidays } from '../access.ts'
import { topUnit } from '../queries.ts'
import { type FaultyLine, readHolidays } from './rules.ts'

export const EnterHolidays = z.strictObject({ year: wholeNumber(2000, 2100), lines: text(6000) })

/**
 * An administrator enters a whole year's holidays as they were announced, or corrects them, for every
 * street. What was there of the year is replaced; one faulty line keeps all of it out.
 */
export async function enterHolidays(
  ctx: Context,
  input: z.infer<typeof EnterHolidays>,
): Promise<void> {
  const top = found(await topUnit(ctx))
  authorise(mayEnterHolidays(ctx.actor))
  const { days, faulty } = readHolidays(input.year, input.lines)
  refuseFaulty(faulty)
  await ctx.tx
    .deleteFrom('holiday')
    .where('day', '>=', `${input.year}-01-01`)
    .where('day', '<=', `${input.year}-12-31`)
    .execute()
  await sql`
    insert into holiday (day, kind, name, name_en, source)
    select *, 'hand' from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ kind }) => kind)}::text[],
      ${days.map(({ name }) => name)}::text[], ${days.map(({ nameEn }) => nameEn)}::text[])`.execute(
    ctx.tx,
  )
  await record(ctx, 'holidays.entered', top.id, { details: { year: input.year } })
}

function refuseFaulty(faulty: readonly FaultyLine[]): void {
  if (faulty.length === 0) return
  throw new Invalid(Object.fromEntries(faulty.map(({ line, fault }) => [`row.${line}`, fault])))
}
