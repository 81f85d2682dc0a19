import { sql } from 'kysely'
import { z } from 'zod'
import { holidaysAround } from '#app/modules/organisation/holidays/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { rangeOf } from '#app/platform/database/spans.ts'
import { authorise, found, Refused, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, severalOf } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumbers } from '#app/platform/numbering.ts'
import { dayOf, timeOf, weekdayOf } from '#app/platform/time.ts'
import { mayScheduleSessions } from '../access.ts'
import { boardsOf } from '../boards/queries.ts'
import { lockSession, venueTakenBy } from '../queries.ts'
import { thingsOf } from '../things/queries.ts'
import { visitsOf } from '../visits/queries.ts'
import {
  comes,
  datesOf,
  onHolidays,
  type Pattern,
  type SeriesDate,
  whyNotAgain,
  whyNotMade,
  whyNotPattern,
} from './rules.ts'

export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

/** How often a session comes again: the part of the form that is looked at before anything is made. */
export const HowOften = z.strictObject({
  weekdays: severalOf(weekdays, 0),
  untilOn: dayInput,
  onHolidays: z.enum(onHolidays),
})

const manyDays = z.preprocess(
  (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
  z.array(dayInput).max(400),
)

export const PlanSeries = HowOften.extend({
  /** The first of them, whose time, place and everything else the others share. */
  sessionId: z.uuid(),
  /** The days that are wanted besides the first; without any said, all that come. */
  days: manyDays.optional(),
})

/**
 * The office lets a session come again on days of the week. The others are made as drafts, all at once,
 * each with what the first needs; a day that comes and isn't wanted is an exception.
 */
export async function planSeries(ctx: Context, input: z.infer<typeof PlanSeries>) {
  const first = found(await lockSession(ctx, input.sessionId))
  const season = found(await currentSeason(ctx))
  const pattern = patternOf(first, input)
  const around = await holidaysAround(ctx, pattern.fromOn, pattern.untilOn)
  authorise(mayScheduleSessions(ctx.actor))
  refuseIf(whyNotAgain(first) ?? whyNotPattern(pattern))
  const dates = datesOf(pattern, {
    season,
    holidays: around.days,
    years: around.years,
    now: ctx.now,
  })
  const [, ...others] = dates.filter(comes)
  const days = input.days ?? others.map(({ day }) => day)
  refuseIf(whyNotMade(dates, days))
  const wanted = others.filter(({ day }) => days.includes(day))
  const times = wanted.map(({ during }) => during)
  const [taken] = first.venueId ? await venueTakenBy(ctx, first.venueId, times) : []
  if (taken) throw new Refused('venue_taken', { ...taken, ...taken.during })
  const seriesId = newId()
  await ctx.tx
    .insertInto('sessionSeries')
    .values({
      ...pattern,
      streetId: ctx.street,
      id: seriesId,
      weekdays: [...pattern.weekdays],
      exceptOn: others.filter(({ day }) => !days.includes(day)).map(({ day }) => day),
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await ctx.tx
    .updateTable('session')
    .set({ seriesId })
    .where('streetId', '=', ctx.street)
    .where('id', '=', first.id)
    .execute()
  await makeOthers(ctx, first, seriesId, wanted)
  await record(ctx, 'series.planned', seriesId, { details: { sessions: wanted.length + 1 } })
  return { id: seriesId }
}

/** The pattern of a first session: its own day and time, on its weekday at least. */
export function patternOf(
  first: { during: { start: Date; end: Date } },
  { weekdays, untilOn, onHolidays }: z.infer<typeof HowOften>,
): Pattern {
  const { start, end } = first.during
  const fromOn = dayOf(start)
  const days = new Set([weekdayOf(fromOn), ...weekdays.map(Number)])
  return {
    weekdays: [...days].toSorted((a, b) => a - b),
    fromOn,
    untilOn,
    fromTime: timeOf(start),
    untilTime: timeOf(end),
    exceptOn: [],
    onHolidays,
  }
}

type First = NonNullable<Awaited<ReturnType<typeof lockSession>>>

async function makeOthers(
  ctx: Context,
  first: First,
  seriesId: string,
  dates: readonly SeriesDate[],
) {
  const numbers = await nextNumbers(ctx, 'session', dates.length)
  const made = dates.map(({ during }, at) => ({
    ...first,
    id: newId(),
    number: numbers[at]!,
    seriesId,
    during: rangeOf(during),
    // When people sign up is said of one day; the others open when they are announced.
    opensAt: null,
    closesAt: null,
    status: 'draft' as const,
    revision: 0,
    scheduledAt: ctx.now,
  }))
  if (made.length === 0) return
  await ctx.tx.insertInto('session').values(made).execute()
  const ids = made.map(({ id }) => id)
  await shareNeeds(ctx, first.id, ids)
  await shareThings(ctx, first.id, ids)
}

/** What has to be lent, what is asked of those who sign up, what is watched, and who walks a round. */
async function shareNeeds(ctx: Context, firstId: string, ids: readonly string[]) {
  const each = sql`join unnest(${ids}::uuid[]) as made (id) on true
    where o.street_id = ${ctx.street} and o.session_id = ${firstId}`
  await sql`insert into resource_need (street_id, session_id, kind)
    select o.street_id, made.id, o.kind from resource_need o ${each}`.execute(ctx.tx)
  await sql`
    insert into session_question (street_id, session_id, position, kind, label, label_en, choices, choices_en, required)
    select o.street_id, made.id, o.position, o.kind, o.label, o.label_en, o.choices, o.choices_en, o.required
    from session_question o ${each}`.execute(ctx.tx)
  await sql`insert into viewing (street_id, session_id, course_id)
    select o.street_id, made.id, o.course_id from viewing o ${each}`.execute(ctx.tx)
  await sql`insert into door_round (street_id, session_id, visitor_id, minutes_each, leaves)
    select o.street_id, made.id, o.visitor_id, o.minutes_each, o.leaves from door_round o ${each}`.execute(
    ctx.tx,
  )
}

/** The boards of an exhibition, what there is to give, and the doors of a round. */
async function shareThings(ctx: Context, firstId: string, ids: readonly string[]) {
  const boards = await boardsOf(ctx, firstId)
  const things = await thingsOf(ctx, firstId)
  const visits = await visitsOf(ctx, firstId)
  const forEach = <Row extends object>(rows: readonly Row[]) =>
    ids.flatMap((sessionId) =>
      rows.map((row) => ({ ...row, streetId: ctx.street, id: newId(), sessionId })),
    )
  if (boards.length > 0) await ctx.tx.insertInto('board').values(forEach(boards)).execute()
  if (things.length > 0) {
    const offered = things.map(({ name, offered }) => ({ name, offered }))
    await ctx.tx.insertInto('thing').values(forEach(offered)).execute()
  }
  if (visits.length > 0) {
    const doors = visits.map(({ personId, place }) => ({ personId, place }))
    await ctx.tx.insertInto('visit').values(forEach(doors)).execute()
  }
}
