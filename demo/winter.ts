import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { importDivisions } from '#app/modules/organisation/import-divisions.ts'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { root } from '#app/platform/root.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { bulletinLines, bulletinSteps } from './bulletins.ts'
import { type Cast, the } from './cast.ts'
import { replayedSeason } from './content/calendar.ts'
import { streetCode } from './content/places.ts'
import { coupletAfternoon, homeSession } from './content/season.ts'
import { orderedSessions } from './content/season-orders.ts'
import { courseLines, courseSteps } from './courses.ts'
import { eveningLines, eveningSteps } from './evenings.ts'
import { figuresOf, type Line } from './figures.ts'
import { formatsSteps } from './formats.ts'
import { mattersLines, mattersSteps } from './matters.ts'
import { openWinter, printMenu, register } from './menu.ts'
import { plannedLines, plannedSteps } from './planned.ts'
import { stepsOf, type Told } from './season.ts'
import { as, asSystem, play, type Stage, type Step, stageOf } from './stage.ts'
import { type Choice, makeStreet } from './street.ts'
import { teamSteps } from './team.ts'
import { volunteeringLines, volunteeringSteps } from './volunteering.ts'

const daysOfPreparing = 30

/** Brings in what every street of the demo shares: the divisions it is one of, and the holidays. */
export async function bringInDivisions(stage: Stage, at: Date): Promise<void> {
  const bytes = await readFile(join(root, 'demo/data/nantong-divisions.csv'))
  await asSystem(stage, at, (ctx) => importDivisions(ctx, { bytes }))
  await asSystem(stage, at, fillHolidays)
}

/** Makes 秦灶街道 ready for the winter that begins on this day. */
export async function prepare(stage: Stage, firstDay: string, only: Choice = null): Promise<Cast> {
  const at = instantAt(addDays(firstDay, -daysOfPreparing), '09:00')
  await bringInDivisions(stage, at)
  const { topId, ...people } = await makeStreet(stage, at, firstDay, only)
  const seasonId = await as(stage, people.office[0]!, at, (ctx) => openWinter(ctx, firstDay))
  const registered = await asSystem(stage, at, (ctx) =>
    register(
      ctx,
      (code) => (code === null ? topId : the(people.communities, code).unitId),
      firstDay,
    ),
  )
  const menu = await as(stage, people.office[0]!, at, (ctx) => printMenu(ctx, registered))
  return { ...people, seasonId, speakers: registered, talks: menu }
}

/** Every step of the winter as it is told. The office itself asks for what is not on a branch's way. */
export function winterSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const arranged = [homeSession, coupletAfternoon].map((told): Told => {
    return { ...told, orderedBy: cast.office[2]! }
  })
  return [
    ...[...arranged, ...orderedSessions].flatMap((told) => stepsOf(stage, cast, firstDay, told)),
    ...formatsSteps(stage, cast, firstDay),
    ...eveningSteps(stage, cast, firstDay),
    ...teamSteps(stage, cast, firstDay),
    ...courseSteps(stage, cast, firstDay),
    ...mattersSteps(stage, cast, firstDay),
    ...volunteeringSteps(stage, cast, firstDay),
  ]
}

/** Tells the winter of 2021–22 to its end, and reads what it came to as the office would. */
export async function replayWinter<T>(
  database: Database,
  read: (ctx: Context) => Promise<T>,
  only: Choice = null,
): Promise<T> {
  const { firstDay, lastDay } = replayedSeason
  const stage = stageOf(database, streetCode)
  const cast = await prepare(stage, firstDay, only)
  const end = instantAt(lastDay, '18:00')
  const steps = [
    ...winterSteps(stage, cast, firstDay),
    ...plannedSteps(stage, cast, firstDay),
    ...bulletinSteps(stage, cast),
  ]
  await play(stage, steps, end)
  return as(stage, cast.office[0]!, end, read)
}

/** What the winter came to, part by part. Whoever asks is of the office. */
export async function linesOfWinter(ctx: Context): Promise<Line[]> {
  return [
    ...(await figuresOf(ctx)),
    ...(await eveningLines(ctx)),
    ...(await plannedLines(ctx)),
    ...(await courseLines(ctx)),
    ...(await mattersLines(ctx)),
    ...(await volunteeringLines(ctx)),
    ...(await bulletinLines(ctx)),
  ]
}
