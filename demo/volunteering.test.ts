import { expect, test } from 'vitest'
import { shiftsAtRisk } from '#app/modules/volunteering/posts/queries.ts'
import { openSwaps, placesAhead } from '#app/modules/volunteering/rota/queries.ts'
import { consentsAskedOf } from '#app/modules/volunteering/youth/queries.ts'
import { addDays, instantAt } from '#app/platform/time.ts'
import { ownDatabase } from '#test/database.ts'
import { the } from './cast.ts'
import { replayedSeason } from './content/calendar.ts'
import { streetCode } from './content/places.ts'
import { present } from './content/volunteering.ts'
import { as, play, stageOf } from './stage.ts'
import { volunteeringLines, volunteeringSteps } from './volunteering.ts'
import { presentVolunteering } from './volunteering-present.ts'
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
  const today = addDays(firstDay, 91)
  const [family] = the(cast.communities, present.community).youth
  const waiting = presentVolunteering(stage, cast, today, family!)
  await play(stage, waiting, instantAt(today, '08:00'))
  const now = instantAt(today, '08:30')
  const [volunteer] = the(cast.communities, present.community).volunteers
  const found = await as(stage, family!.guardianId, now, async (ctx) => ({
    shifts: (await placesAhead(ctx, [volunteer!])).length,
    swaps: (await openSwaps(ctx)).length,
    atRisk: (await shiftsAtRisk(ctx, [the(cast.communities, present.community).unitId])).length,
    activities: (await placesAhead(ctx, [family!.childId])).length,
    toDecide: (await consentsAskedOf(ctx, family!.guardianId)).filter((each) => !each.consentId)
      .length,
  }))
  expect(found).toEqual({ shifts: 1, swaps: 1, atRisk: 3, activities: 1, toDecide: 1 })
})
