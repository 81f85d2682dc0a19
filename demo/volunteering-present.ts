import { planShifts } from '#app/modules/volunteering/posts/plan-shifts.ts'
import { issueCertificate } from '#app/modules/volunteering/records/issue-certificate.ts'
import { recordsOf } from '#app/modules/volunteering/records/queries.ts'
import { isSettled } from '#app/modules/volunteering/records/rules.ts'
import { offerSwap } from '#app/modules/volunteering/rota/offer-swap.ts'
import { takePlace } from '#app/modules/volunteering/rota/take-place.ts'
import { giveServiceConsent } from '#app/modules/volunteering/youth/give-service-consent.ts'
import { joinTeam } from '#app/modules/volunteering/youth/join-team.ts'
import { startTeam } from '#app/modules/volunteering/youth/start-team.ts'
import type { Context } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { type Cast, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { present } from './content/volunteering.ts'
import { as, type Stage, type Step } from './stage.ts'
import { apply, confirmAll, open, rollAll } from './volunteering.ts'

/**
 * What waits today in the personas' community: the volunteer has a shift tomorrow and could take
 * another one over, a shift lacks hands, the child has an activity, and the guardian one to decide.
 */
export function presentVolunteering(
  stage: Stage,
  cast: Cast,
  today: string,
  family: { childId: string; guardianId: string },
): Step[] {
  const community = the(cast.communities, present.community)
  const on = (day: number, time: string) => instantAt(addDays(today, day), time)
  const shifts = new Map<number, string>()
  return [
    ...crossingSteps(stage, community, today, on, shifts),
    ...teamSteps(stage, community, today, on, family),
  ]
}

/** Long enough ago that the notice of what was served is over, holidays or not. */
const served = -25

type Place = ReturnType<Cast['communities']['get']> & object
type When = (day: number, time: string) => Date

function crossingSteps(
  stage: Stage,
  { unitId, staff, volunteers }: Place,
  today: string,
  on: When,
  shifts: Map<number, string>,
): Step[] {
  const [organiser, second] = staff as [string, string]
  const [one, other] = volunteers as [string, string]
  const times = { from: '07:30', to: '09:00' }
  const planning = async (now: Date) => {
    const postId = await as(stage, organiser, now, async (ctx) => {
      const id = await open(ctx, unitId, present.crossing)
      for (const [day, needed] of [
        [served, 2],
        [-5, 2],
        [1, 2],
        [2, 4],
        [3, 1],
      ] as const) {
        const planned = { postId: id, date: addDays(today, day), ...times, needed, days: 1 }
        shifts.set(day, (await planShifts(ctx, planned)).ids[0]!)
      }
      return id
    })
    for (const [personId, days] of [
      [one, [served, -5, 1]],
      [other, [served, -5, 2, 3]],
    ] as const)
      await as(stage, personId, now, async (ctx) => {
        await apply(ctx, postId, personId)
        for (const day of days) {
          const { id } = await takePlace(ctx, { shiftId: shifts.get(day)! })
          if (day === 3) await offerSwap(ctx, { placeId: id })
        }
      })
  }
  const rolled = (day: number): Step[] => [
    {
      at: on(day, '09:30'),
      run: (now) => as(stage, organiser, now, (ctx) => rollAll(ctx, shifts.get(day)!)),
    },
    {
      at: on(day + 1, '10:00'),
      run: (now) => as(stage, second, now, (ctx) => confirmAll(ctx, unitId)),
    },
  ]
  const certificate = { personId: one, unitId, on: addDays(today, served) }
  return [
    { at: on(served - 2, '10:00'), run: planning },
    ...rolled(served),
    ...rolled(-5),
    {
      at: on(-3, '15:00'),
      run: (now) => as(stage, second, now, (ctx) => certify(ctx, certificate)),
    },
  ]
}

/** A certificate of what was served on a day, once it counts for good. */
async function certify(ctx: Context, of: { personId: string; unitId: string; on: string }) {
  const { personId, unitId, on } = of
  const records = await recordsOf(ctx, personId)
  // Where the year's holidays are not known yet, the notice of a record has no end.
  if (records.some((each) => each.day === on && isSettled(each, ctx.now)))
    await issueCertificate(ctx, { personId, unitId, fromOn: on, untilOn: on })
}

function teamSteps(
  stage: Stage,
  { unitId, staff, volunteers }: Place,
  today: string,
  on: When,
  { childId, guardianId }: { childId: string; guardianId: string },
): Step[] {
  const [organiser] = staff as [string]
  const lead = volunteers[2]!
  let teamId = ''
  let books = ''
  let lanterns = ''
  let shiftId = ''
  const gathering = (now: Date) =>
    as(stage, organiser, now, async (ctx) => {
      teamId = (await startTeam(ctx, { unitId, name: present.team })).id
      await joinTeam(ctx, { teamId, personId: lead, part: 'lead' })
      await joinTeam(ctx, { teamId, personId: childId, part: 'young' })
      books = await open(ctx, unitId, present.books, teamId)
      lanterns = await open(ctx, unitId, present.lanterns, teamId)
      const planned = { from: '14:00', to: '15:30', needed: 4, days: 1 }
      const at = (postId: string, day: number) => ({
        postId,
        date: addDays(today, day),
        ...planned,
      })
      shiftId = (await planShifts(ctx, at(books, 3))).ids[0]!
      await planShifts(ctx, at(lanterns, 6))
    })
  const consenting = (now: Date) =>
    as(stage, guardianId, now, async (ctx) => {
      const { id: applicationId } = await apply(ctx, books, childId, present.pickUp)
      await giveServiceConsent(ctx, { applicationId, pickUp: present.pickUp })
    })
  const rostering = async (now: Date) => {
    const besideId = await as(stage, lead, now, async (ctx) => {
      await apply(ctx, books, lead)
      return (await takePlace(ctx, { shiftId })).id
    })
    await as(stage, organiser, now, (ctx) =>
      takePlace(ctx, { shiftId, personId: childId, besideId }),
    )
  }
  return [
    { at: on(-7, '16:00'), run: gathering },
    { at: on(-6, '19:00'), run: consenting },
    { at: on(-5, '10:30'), run: rostering },
    {
      at: on(-2, '19:30'),
      run: (now) =>
        as(stage, childId, now, async (ctx) => {
          await apply(ctx, lanterns, childId)
        }),
    },
  ]
}
