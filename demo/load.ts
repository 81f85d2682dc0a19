import { makeSuggestion } from '#app/modules/people/suggestions/make-suggestion.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { addDays, dayOf, daysBetween, instantAt } from '#app/platform/time.ts'
import { presentBulletinSteps } from './bulletins.ts'
import { type Cast, the } from './cast.ts'
import { streetCode } from './content/places.ts'
import { firstDayFor, seasonSessions } from './content/season.ts'
import { coursesWaiting } from './courses.ts'
import { hoursSteps, overlapSteps, summariseNow } from './hours.ts'
import { mattersPresent } from './matters-present.ts'
import { openDistrict, openNeighbour } from './neighbours.ts'
import { personaSteps, personasOf } from './personas.ts'
import { planWaiting } from './planned.ts'
import { presentBranch, presentBranches, presentOn } from './present.ts'
import { presentPrivacy } from './privacy.ts'
import { openedSteps, reviewSteps } from './reviews.ts'
import { stepsOf } from './season.ts'
import { as, play, type Stage, type Step, stageOf } from './stage.ts'
import type { Choice } from './street.ts'
import { presentTeamSteps } from './team.ts'
import { presentVolunteering } from './volunteering-present.ts'
import { prepare, winterSteps } from './winter.ts'

/** Only the branches in which something happens, for a quick look. */
export const busyBranches: Choice = new Set([
  ...seasonSessions.map(({ branch }) => branch),
  ...presentBranches,
])

/** Fills an empty database with the demo as it stands at this moment. */
export async function loadDemo(database: Database, now: Date, only: Choice = null): Promise<void> {
  const stage = stageOf(database, streetCode)
  const firstDay = firstDayFor(dayOf(now))
  const today = daysBetween(firstDay, dayOf(now))
  const cast = await prepare(stage, firstDay, only)
  const { member, youth, guardian } = personasOf(cast)
  const family = { childId: youth, guardianId: guardian }
  const day = dayOf(now)
  const steps = [
    ...winterSteps(stage, cast, firstDay),
    ...overlapSteps(stage, cast, firstDay),
    ...presentOn(today).flatMap((told) => stepsOf(stage, cast, firstDay, told)),
    ...reviewSteps(stage, cast, firstDay, day),
    ...openedSteps(stage, cast, day),
    ...hoursSteps(stage, cast, day),
    ...presentTeamSteps(stage, cast, day),
    ...planWaiting(stage, cast, day),
    ...coursesWaiting(stage, cast, day, member),
    ...mattersPresent(stage, cast, day, member),
    ...presentVolunteering(stage, cast, day, family),
    ...presentBulletinSteps(stage, cast, day),
    ...wordsOf(stage, cast, day),
    ...presentPrivacy(stage, cast, day),
    ...personaSteps(stage, cast, day),
  ]
  await play(stage, steps, now)
  await summariseNow(stage, now)
  await openNeighbour(database, firstDay, now)
  await openDistrict(database, firstDay)
}

/** A suggestion that waits for its answer. */
function wordsOf(stage: Stage, cast: Cast, today: string): Step[] {
  const member = the(cast.branches, presentBranch).members[0]!
  return [
    {
      at: instantAt(addDays(today, -1), '17:05'),
      run: async (now) => {
        const words = '会议室的椅子有点凉，能不能备几个坐垫？年纪大的坐一个钟头吃不消。'
        await as(stage, member, now, (ctx) => makeSuggestion(ctx, { words, page: '/sessions' }))
      },
    },
  ]
}
