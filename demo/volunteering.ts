import { sql } from 'kysely'
import { addPeople } from '#app/modules/people/add-people.ts'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import { applyToServe } from '#app/modules/volunteering/posts/apply-to-serve.ts'
import { openPost } from '#app/modules/volunteering/posts/open-post.ts'
import { planShifts } from '#app/modules/volunteering/posts/plan-shifts.ts'
import { applicationsTo, serversAmong } from '#app/modules/volunteering/posts/queries.ts'
import { vetApplication } from '#app/modules/volunteering/posts/vet-application.ts'
import { callShiftRoll } from '#app/modules/volunteering/records/call-shift-roll.ts'
import { confirmService } from '#app/modules/volunteering/records/confirm-service.ts'
import { issueCertificate } from '#app/modules/volunteering/records/issue-certificate.ts'
import { recordsToConfirm } from '#app/modules/volunteering/records/queries.ts'
import { placesOn } from '#app/modules/volunteering/rota/queries.ts'
import { takePlace } from '#app/modules/volunteering/rota/take-place.ts'
import { confirmPickUp } from '#app/modules/volunteering/youth/confirm-pick-up.ts'
import { giveServiceConsent } from '#app/modules/volunteering/youth/give-service-consent.ts'
import { joinTeam } from '#app/modules/volunteering/youth/join-team.ts'
import { startTeam } from '#app/modules/volunteering/youth/start-team.ts'
import type { Context } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { type Cast, type Community, the } from './cast.ts'
import { addDays } from './content/calendar.ts'
import { makeYoungPeople } from './content/people.ts'
import { expectedService, hotel, redScarves, type ToldPost } from './content/volunteering.ts'
import type { Line } from './figures.ts'
import { entryOf } from './people.ts'
import { as, asSystem, type Stage, type Step } from './stage.ts'

/** The service of the winter: nine at the hotel over the Spring Festival, and the ten red scarves. */
export function volunteeringSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  return [...hotelSteps(stage, cast, firstDay), ...scarfSteps(stage, cast, firstDay)]
}

/** Opens a post for a unit, as the actor of the context. */
export async function open(ctx: Context, unitId: string, told: ToldPost, teamId?: string) {
  return (await openPost(ctx, { ...told, unitId, teamId })).id
}

/** Applies with everything declared. */
export async function apply(ctx: Context, postId: string, personId: string, pickUp = '') {
  return applyToServe(ctx, { postId, personId, trained: true, healthy: true, pickUp })
}

/** Marks everyone on a shift as having served the whole of it. */
export async function rollAll(ctx: Context, shiftId: string): Promise<void> {
  const on = (await placesOn(ctx, [shiftId])).filter(({ state }) => state === 'on')
  const marks = Object.fromEntries(on.map(({ id }) => [id, { outcome: 'attended' as const }]))
  await callShiftRoll(ctx, { shiftId, marks })
}

/** Confirms all that waits in a unit. */
export async function confirmAll(ctx: Context, unitId: string): Promise<void> {
  const waiting = await recordsToConfirm(ctx, [unitId])
  await confirmService(ctx, { recordIds: waiting.map(({ id }) => id) })
}

function hotelSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const { unitId, staff } = the(cast.communities, hotel.community)
  const organiser = staff[3]!
  const [, chief] = cast.office as [string, string]
  const on = (day: number, time: string) => instantAt(addDays(firstDay, day), time)
  let postId = ''
  let shiftIds: string[] = []
  let nine: string[] = []
  const preparing = async (now: Date) => {
    await as(stage, organiser, now, async (ctx) => {
      postId = await open(ctx, unitId, hotel.post)
      shiftIds = await plannedAt(ctx, postId, addDays(firstDay, hotel.firstDay))
      nine = await youngest(ctx, cast, organiser)
    })
    for (const personId of nine)
      await as(stage, personId, now, (ctx) => apply(ctx, postId, personId))
  }
  const vetting = (by: string) => (now: Date) =>
    as(stage, by, now, async (ctx) => {
      for (const { id } of await applicationsTo(ctx, postId))
        await vetApplication(ctx, { applicationId: id, decision: 'approve' })
    })
  const rostering = (now: Date) =>
    as(stage, organiser, now, async (ctx) => {
      // In turn, so that everyone has a day and a half between two shifts.
      for (const [at, shiftId] of shiftIds.entries())
        for (let hand = 0; hand < hotel.hands; hand += 1) {
          const personId = nine[(at * hotel.hands + hand) % nine.length]!
          await takePlace(ctx, { shiftId, personId })
        }
    })
  const rolling = (now: Date) =>
    as(stage, organiser, now, async (ctx) => {
      for (const shiftId of shiftIds) await rollAll(ctx, shiftId)
    })
  const last = hotel.firstDay + hotel.days
  const certifying = (now: Date) =>
    as(stage, chief, now, async (ctx) => {
      const span = { fromOn: firstDay, untilOn: addDays(firstDay, last) }
      await issueCertificate(ctx, { personId: nine[0]!, unitId, ...span })
    })
  return [
    { at: on(47, '09:00'), run: preparing },
    { at: on(48, '10:00'), run: vetting(organiser) },
    { at: on(49, '10:00'), run: vetting(chief) },
    { at: on(50, '15:00'), run: rostering },
    { at: on(last, '09:00'), run: rolling },
    {
      at: on(last, '15:00'),
      run: (now) => as(stage, chief, now, (ctx) => confirmAll(ctx, unitId)),
    },
    { at: on(last + 9, '09:30'), run: certifying },
  ]
}

/** Both shifts of each day of the festival, in the order of their times. */
async function plannedAt(ctx: Context, postId: string, date: string): Promise<string[]> {
  const rows: string[][] = []
  for (const { from, to } of hotel.shifts) {
    const planned = { postId, date, from, to, needed: hotel.hands, days: hotel.days }
    rows.push((await planShifts(ctx, planned)).ids)
  }
  return rows[0]!.flatMap((_, day) => rows.map((ids) => ids[day]!))
}

/** The youngest of the street's neighbourhood staff and volunteers who are of age. */
async function youngest(ctx: Context, cast: Cast, but: string): Promise<string[]> {
  const communities = [...cast.communities.values()]
  const ids = communities.flatMap(({ staff, volunteers }) => [...staff, ...volunteers])
  const people = await serversAmong(ctx, ids)
  return people
    .filter(({ id, bornOn }) => id !== but && bornOn !== null)
    .toSorted((a, b) => b.bornOn!.localeCompare(a.bornOn!) || a.id.localeCompare(b.id))
    .slice(0, hotel.people)
    .map(({ id }) => id)
}

type Family = Community['youth'][number]

function scarfSteps(stage: Stage, cast: Cast, firstDay: string): Step[] {
  const community = the(cast.communities, redScarves.community)
  const { unitId, staff, volunteers } = community
  const [organiser, second] = staff as [string, string]
  const on = (day: number, time: string) => instantAt(addDays(firstDay, day), time)
  let families: Family[] = []
  let postId = ''
  let shiftId = ''
  const gathering = async (now: Date) => {
    families = await asSystem(stage, now, (ctx) => familiesOf(ctx, community, firstDay))
    await as(stage, organiser, now, async (ctx) => {
      const { id: teamId } = await startTeam(ctx, { unitId, name: redScarves.team })
      for (const personId of volunteers) await joinTeam(ctx, { teamId, personId, part: 'lead' })
      for (const { childId } of families)
        await joinTeam(ctx, { teamId, personId: childId, part: 'young' })
      postId = await open(ctx, unitId, redScarves.post, teamId)
      const { from, to, day } = redScarves
      const needed = families.length + volunteers.length
      const date = addDays(firstDay, day)
      shiftId = (await planShifts(ctx, { postId, date, from, to, needed, days: 1 })).ids[0]!
    })
  }
  const consenting = async (now: Date) => {
    for (const [at, { childId, guardianId }] of families.entries())
      await as(stage, guardianId, now, async (ctx) => {
        const pickUp = redScarves.pickUps[at % redScarves.pickUps.length]!
        const { id: applicationId } = await apply(ctx, postId, childId, pickUp)
        await giveServiceConsent(ctx, { applicationId, pickUp })
      })
  }
  const rostering = async (now: Date) => {
    const leads: string[] = []
    for (const personId of volunteers)
      await as(stage, personId, now, async (ctx) => {
        await apply(ctx, postId, personId)
        leads.push((await takePlace(ctx, { shiftId })).id)
      })
    await as(stage, organiser, now, async (ctx) => {
      for (const [at, { childId }] of families.entries())
        await takePlace(ctx, { shiftId, personId: childId, besideId: leads[at % leads.length] })
    })
  }
  const rolling = (now: Date) =>
    as(stage, organiser, now, async (ctx) => {
      for (const place of await placesOn(ctx, [shiftId]))
        if (place.pickUp !== '') await confirmPickUp(ctx, { placeId: place.id })
      await rollAll(ctx, shiftId)
    })
  return [
    { at: on(44, '10:30'), run: gathering },
    { at: on(45, '19:00'), run: consenting },
    { at: on(46, '15:30'), run: rostering },
    { at: on(redScarves.day, '16:20'), run: rolling },
    {
      at: on(redScarves.day + 1, '10:00'),
      run: (now) => as(stage, second, now, (ctx) => confirmAll(ctx, unitId)),
    },
  ]
}

const seed = 7
const youthOfStreet = 60

/** Ten families of the community: those the street has, and others who come in for the team. */
async function familiesOf(
  ctx: Context,
  { unitId, youth }: Community,
  firstDay: string,
): Promise<Family[]> {
  const more = redScarves.children - youth.length
  const newcomers = makeYoungPeople(seed, youthOfStreet + more, firstDay).slice(youthOfStreet)
  const enter = async (people: (typeof newcomers)[number]['child'][], role: 'youth' | 'guardian') =>
    (await addPeople(ctx, { unitId, people: people.map(entryOf), role, fromOn: firstDay })).ids
  const children = await enter(
    newcomers.map(({ child }) => child),
    'youth',
  )
  const guardians = await enter(
    newcomers.map(({ guardian }) => guardian),
    'guardian',
  )
  const families = children.map((childId, at) => ({ childId, guardianId: guardians[at]! }))
  for (const family of families) await nameGuardian(ctx, family)
  return [...youth, ...families]
}

/** What the winter's service came to, counted from its records. */
export async function volunteeringLines(ctx: Context): Promise<Line[]> {
  const { rows } = await sql<Record<keyof typeof expectedService, number>>`
    with served as (
      select r.*, p.post_id, post.team_id, p.born_on > p.day - interval '18 years' as young
      from service_record r
      join shift_place p on p.street_id = r.street_id and p.id = r.place_id
      join post on post.street_id = p.street_id and post.id = p.post_id
      where r.street_id = ${ctx.street} and r.replaced_at is null and r.confirmed_at is not null
        and r.outcome = 'attended')
    select count(distinct person_id) filter (where team_id is null) as "atHotel",
      count(*) filter (where team_id is null) as "hotelPlaces",
      count(distinct person_id) filter (where young) as "youngOnes",
      count(distinct person_id) filter (where team_id is not null and not young) as "leads",
      count(*) as confirmed, sum(minutes) / 60 as hours,
      (select count(*) from consent c where c.street_id = ${ctx.street} and c.purpose = 'activity'
        and c.active and exists (select from post where post.street_id = c.street_id and post.id = c.subject_id)) as consents,
      (select count(*) from service_certificate c where c.street_id = ${ctx.street}
        and c.withdrawn_at is null) as certificates
    from served`.execute(ctx.tx)
  const counted = rows[0]!
  const names: Record<keyof typeof expectedService, string> = {
    atHotel: 'on the hotel’s rota',
    hotelPlaces: '  their shifts',
    youngOnes: 'red scarves',
    leads: '  led by',
    consents: '  guardians’ consents',
    confirmed: 'services confirmed',
    hours: '  hours of them',
    certificates: 'certificates',
  }
  return Object.entries(names).map(([key, figure]) => ({
    figure,
    expected: expectedService[key as keyof typeof expectedService],
    actual: counted[key as keyof typeof expectedService],
  }))
}
