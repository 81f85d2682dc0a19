import { expect, test } from 'vitest'
import { bulletins } from '#app/modules/bulletins/queries.ts'
import { dayOf, instantAt, later } from '#app/platform/time.ts'
import { ownDatabase } from '#test/database.ts'
import { bulletinLines, bulletinSteps, presentBulletinSteps } from './bulletins.ts'
import { replayedSeason } from './content/calendar.ts'
import { streetCode } from './content/places.ts'
import { coupletAfternoon, homeSession } from './content/season.ts'
import { stepsOf } from './season.ts'
import { as, play, type Stage, stageOf } from './stage.ts'
import { prepare } from './winter.ts'

const { firstDay, lastDay } = replayedSeason
const branches = new Set([homeSession.branch, coupletAfternoon.branch])

async function tell(stage: Stage) {
  const cast = await prepare(stage, firstDay, branches)
  const told = [homeSession, coupletAfternoon].flatMap((session) =>
    stepsOf(stage, cast, firstDay, { ...session, orderedBy: cast.office[2]! }),
  )
  return { cast, told }
}

test('the season’s bulletin is made, read by four, and out with its figures', {
  timeout: 60_000,
}, async () => {
  const stage = stageOf(await ownDatabase(), streetCode)
  const { cast, told } = await tell(stage)
  const end = instantAt(lastDay, '18:00')
  await play(stage, [...told, ...bulletinSteps(stage, cast)], end)
  const lines = await as(stage, cast.office[0]!, end, bulletinLines)
  const holding = lines.filter(({ expected, actual }) => expected === actual)
  expect(holding.map(({ figure }) => figure)).toEqual([
    'veteran’s age',
    'veteran’s Party years',
    'couplets, more than 40',
    'what is planned next',
  ])
  expect(lines).toHaveLength(8)
})

test('today one bulletin is out, one waits for the proofreader, and one is in review', {
  timeout: 60_000,
}, async () => {
  const stage = stageOf(await ownDatabase(), streetCode)
  const { cast, told } = await tell(stage)
  const today = instantAt(firstDay, '09:00')
  const now = later(today, 48 * 24 * 3_600_000)
  await play(stage, [...told, ...presentBulletinSteps(stage, cast, dayOf(now))], now)
  const rows = await as(stage, cast.office[0]!, now, bulletins)
  expect(rows.map(({ status }) => status)).toEqual(['proof', 'first', 'published'])
})
