import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import { calendarOf, type DayKind, type WorkCalendar, yearOf } from '#app/platform/working-days.ts'

type Reading = Pick<Context, 'tx' | 'now'>

/** The working days around this moment: of the two years before, this one, and the next. */
export async function workCalendar(ctx: Reading): Promise<WorkCalendar> {
  const year = yearOf(dayOf(ctx.now))
  const { rows } = await sql<{ day: string; kind: DayKind }>`
    select day, kind from holiday where day between ${`${year - 2}-01-01`} and ${`${year + 1}-12-31`}`.execute(
    ctx.tx,
  )
  return calendarOf(rows)
}

/** The years whose holidays are known, the latest first, and whether someone entered them by hand. */
export async function knownYears(ctx: Pick<Context, 'tx'>) {
  const { rows } = await sql<{ year: number; free: number; worked: number; byHand: boolean }>`
    select extract(year from day)::int as year, count(*) filter (where kind = 'off') as free,
      count(*) filter (where kind = 'work') as worked, bool_or(source = 'hand') as by_hand
    from holiday group by 1 order by 1 desc`.execute(ctx.tx)
  return rows
}

/** One year's holidays and the weekend days worked for them, in their order. */
export async function holidaysOf(ctx: Pick<Context, 'tx'>, year: number) {
  return ctx.tx
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'nameEn'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .orderBy('day')
    .execute()
}

/** Every holiday and worked weekend day of the years of a span, by day, and which years are known. */
export async function holidaysAround(ctx: Pick<Context, 'tx'>, from: string, until: string) {
  const rows = await ctx.tx
    .selectFrom('holiday')
    .select(['day', 'kind', 'name', 'nameEn'])
    .where('day', '>=', `${yearOf(from)}-01-01`)
    .where('day', '<=', `${yearOf(until)}-12-31`)
    .execute()
  return {
    days: new Map(rows.map((row) => [row.day, row])),
    years: new Set(rows.map(({ day }) => yearOf(day))),
  }
}

/** A public holiday with its first and its last day. */
export type HolidaySpan = { name: string; nameEn: string; fromOn: string; untilOn: string }

/** The public holidays between two days, both counted, the first one first. */
export async function holidaysBetween(
  ctx: Pick<Context, 'tx'>,
  from: string,
  until: string,
): Promise<HolidaySpan[]> {
  const { rows } = await sql<HolidaySpan>`
    select name, name_en, min(day)::text as from_on, max(day)::text as until_on from holiday
    where kind = 'off' and day between ${from} and ${until}
    group by name, name_en, extract(year from day) order by 3`.execute(ctx.tx)
  return rows
}
