import { expect, test } from 'vitest'
import { addDays, instantAt } from '#app/platform/time.ts'
import { ownDatabase } from '#test/database.ts'
import { replayedSeason } from './content/calendar.ts'
import { streetCode } from './content/places.ts'
import { as, play, stageOf } from './stage.ts'
import { volunteeringLines, volunteeringSteps } from './volunteering.ts'
import { prepare } from './winter.ts'

test('the winter’s service comes to what was told', async () => {
  const database = await ownDatabase()
  const { firstDay } = replayedSeason
  const stage = stageOf(database, streetCode)
  const cast = await prepare(stage, firstDay, new Set())
  const end = instantAt(addDays(firstDay, 90), '18:00')
  await play(stage, volunteeringSteps(stage, cast, firstDay), end)
  const lines = await as(stage, cast.office[0]!, end, volunteeringLines)
  expect(lines.filter(({ expected, actual }) => expected !== actual)).toEqual([])
  expect(lines).toHaveLength(8)
})
