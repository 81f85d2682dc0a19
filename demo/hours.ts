import { decideEntry } from '#app/modules/coverage/hours/decide-entry.ts'
import { enterHours } from '#app/modules/coverage/hours/enter-hours.ts'
import { notReached } from '#app/modules/coverage/outreach/queries.ts'
import { wantVisit } from '#app/modules/coverage/outreach/want-visit.ts'
import { summariseDay } from '#app/modules/coverage/summaries/summarise-day.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { exemptPerson } from '#app/modules/seasons/requirements/exempt-person.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { addDays, dayOf, instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { elsewhere, exemptions, waiting } from './content/hours.ts'
import { placeNumber } from './content/places.ts'
import { orderedSessions } from './content/season-orders.ts'
import { presentBranch } from './present.ts'
import { attendanceOf, stepsOf, type Told } from './season.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

/** Hours entered by two people, exemptions, and the list of visits: a week before today and on its eve. */
export function hoursSteps(stage: Stage, cast: Cast, today: string): Step[] {
  const branch = the(cast.branches, presentBranch)
  const members = branch.members.filter((id) => id !== branch.secretary)
  const [learner, pupil, ...others] = members.slice(-4) as [string, string, ...string[]]
  const entry = (personId: string, onDay: string) => ({
    personId,
    seasonId: cast.seasonId,
    onDay,
    strandCode: 'pioneer',
    form: 'centralised' as const,
  })
  let entryId = ''
  const at = (days: number, time: string) => instantAt(addDays(today, days), time)
  return [
    {
      at: at(-6, '09:00'),
      run: (now) =>
        as(stage, branch.organiser, now, async (ctx) => {
          const input = { ...entry(learner, dayOf(now)), ...elsewhere }
          entryId = (await enterHours(ctx, input)).id
        }),
    },
    {
      at: at(-5, '10:30'),
      run: (now) =>
        as(stage, cast.office[1]!, now, (ctx) =>
          decideEntry(ctx, { entryId, decision: 'confirmed', answer: '' }),
        ),
    },
    {
      at: at(-1, '15:20'),
      run: (now) =>
        as(stage, cast.office[1]!, now, async (ctx) => {
          await enterHours(ctx, { ...entry(pupil, addDays(dayOf(now), -1)), ...waiting })
        }),
    },
    ...exemptions.map(
      ({ reason, from, until }, number): Step => ({
        at: at(-4, `11:0${number}`),
        run: (now) =>
          as(stage, cast.office[0]!, now, async (ctx) => {
            const days = { fromOn: addDays(today, -from), untilOn: addDays(today, until) }
            await exemptPerson(ctx, { personId: others[number]!, ...days, reason })
          }),
      }),
    ),
    { at: at(-1, '16:10'), run: (now) => as(stage, cast.office[2]!, now, listVisits) },
    { at: at(-1, '22:40'), run: (now) => asSystem(stage, now, summariseDay) },
  ]
}

/** The first two whom nobody has reached and who can't go out are put on the list of visits. */
async function listVisits(ctx: Parameters<typeof wantVisit>[0]): Promise<void> {
  const season = await currentSeason(ctx)
  if (!season) return
  const scope = scopeOf(ctx.actor, officeRoles)
  const { rows } = await notReached(ctx, season, { scope, unitId: null, page: 1 })
  for (const { id } of rows.filter((person) => person.homebound).slice(0, 2))
    await wantVisit(ctx, { personId: id })
}

/** What the day's figures say once all is loaded, for the district to read. */
export async function summariseNow(stage: Stage, now: Date): Promise<void> {
  await asSystem(stage, now, summariseDay)
}

/** A talk of the winter, and another that the present branch held while it went on. */
const atOneTime = orderedSessions.find(
  ({ alternatives, chosen }) => alternatives[chosen].day === 46,
)!
const meanwhile: Told = {
  ...orderedSessions.find(({ talk }) => talk === 12)!,
  branch: presentBranch,
  place: placeNumber('秦灶社区党群服务中心二楼会议室'),
  orderedOn: 41,
  alternatives: [
    { day: 46, time: '10:00' },
    { day: 47, time: '14:00' },
  ],
  chosen: 0,
  headCount: 16,
  seats: 40,
  signedUp: 12,
  attended: { members: 12, staff: 0, youth: 0, residents: 0 },
  given: null,
  note: '会议室的暖气足，大家坐满了一个钟头。',
}

/** Two sessions of one morning, with one member on both rolls: someone has to say where she was. */
export function overlapSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const host = the(cast.branches, atOneTime.branch)
  const { seated } = attendanceOf(cast, meanwhile, the(cast.branches, presentBranch).organiser)
  const marks = { [seated[0]!]: { presence: 'came' as const } }
  return [
    ...stepsOf(stage, cast, firstDay, meanwhile),
    {
      at: instantAt(addDays(firstDay, 46), '10:20'),
      run: (now) =>
        as(stage, host.organiser, now, async (ctx) => {
          const { id } = await ctx.tx
            .selectFrom('session')
            .select('id')
            .where('streetId', '=', ctx.street)
            .where('unitId', '=', host.unitId)
            .where('status', '=', 'scheduled')
            .orderBy('during')
            .executeTakeFirstOrThrow()
          await callRoll(ctx, { sessionId: id, marks })
        }),
    },
  ]
}
