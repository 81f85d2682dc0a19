import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { yearOf } from '#app/platform/working-days.ts'
import { mayFillHolidays } from '../access.ts'
import { daysIn } from './rules.ts'

/**
 * Brings in the holidays of every year that the program itself knows and that has none yet; what was
 * entered by hand stays. The package's own functions answer for any year, with the weekday where they
 * know nothing; its table has only the years that were announced.
 */
export async function fillHolidays(ctx: Context): Promise<void> {
  const { rows: known } = await sql<{ year: number }>`
    select distinct extract(year from day)::int as year from holiday`.execute(ctx.tx)
  authorise(mayFillHolidays(ctx.actor))
  const years = new Set(known.map(({ year }) => year))
  const fresh = daysIn(published).filter(({ day }) => !years.has(yearOf(day)))
  if (fresh.length === 0) return
  const list = <K extends keyof (typeof fresh)[number]>(key: K) => fresh.map((row) => row[key])
  await sql`
    insert into holiday (day, kind, name, name_en, source)
    select *, 'program' from unnest(${list('day')}::date[], ${list('kind')}::text[], ${list('name')}::text[],
      ${list('nameEn')}::text[])
    on conflict (day) do nothing`.execute(ctx.tx)
}
