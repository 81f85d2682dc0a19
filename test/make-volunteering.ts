import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import { applyToServe } from '#app/modules/volunteering/posts/apply-to-serve.ts'
import { openPost } from '#app/modules/volunteering/posts/open-post.ts'
import { planShifts } from '#app/modules/volunteering/posts/plan-shifts.ts'
import { applicationsTo } from '#app/modules/volunteering/posts/queries.ts'
import { takePlace } from '#app/modules/volunteering/rota/take-place.ts'
import { giveServiceConsent } from '#app/modules/volunteering/youth/give-service-consent.ts'
import { joinTeam } from '#app/modules/volunteering/youth/join-team.ts'
import { startTeam } from '#app/modules/volunteering/youth/start-team.ts'
import { type Context, system } from '#app/platform/context.ts'
import { another, as, makeAppointed, makeBranch, makePerson } from './make.ts'

type PostOptions = {
  unitId?: string
  teamId?: string
  leastAge?: number
  riskNotice?: string
  vettedTwice?: boolean
  needsTraining?: boolean
  needsHealth?: boolean
}

/** A post at a unit, opened by its organiser. */
export async function makePost(ctx: Context, options: PostOptions = {}) {
  const unitId = options.unitId ?? (await makeBranch(ctx)).id
  const organiser = await makeAppointed(ctx, 'organiser', unitId)
  const own = await as(ctx, organiser)
  const { id } = await openPost(own, {
    unitId,
    teamId: options.teamId,
    title: '文明交通岗',
    titleEn: 'Road crossing',
    tasks: '上学放学时护送行人过马路',
    place: '秦灶路口',
    leastAge: options.leastAge ?? (options.teamId ? 8 : 18),
    needsTraining: options.needsTraining ?? false,
    needsHealth: options.needsHealth ?? false,
    riskNotice: options.riskNotice ?? '',
    vettedTwice: options.vettedTwice ?? false,
  })
  return { id, unitId, organiser }
}

type ShiftOptions = {
  date?: string
  from?: string
  to?: string
  needed?: number
}

/** A shift of a post, the next afternoon unless told otherwise. */
export async function makeShift(
  ctx: Context,
  post: { id: string; organiser: { id: string } },
  { date = '2022-01-13', from = '14:00', to = '16:00', needed = 2 }: ShiftOptions = {},
): Promise<string> {
  const planned = { postId: post.id, date, from, to, needed, days: 1 }
  const { ids } = await planShifts(await as(ctx, post.organiser), planned)
  return ids[0]!
}

/** A grown-up who is cleared for a post that isn't vetted. */
export async function makeVolunteer(ctx: Context, postId?: string) {
  const person = await makePerson(ctx, undefined, { bornOn: '1960-03-01' })
  if (postId) await apply(await as(ctx, person), postId, person.id)
  return person
}

/** Asks to serve, with everything declared. */
export async function apply(ctx: Context, postId: string, personId: string) {
  return applyToServe(ctx, {
    postId,
    personId,
    trained: true,
    healthy: true,
    pickUp: '外婆陈玉兰',
  })
}

/** A child of a guardian; ten years old unless told otherwise. */
async function makeChild(ctx: Context, unitId: string, bornOn = '2011-10-01') {
  const child = await makePerson(ctx, unitId, { bornOn })
  const guardian = await makePerson(ctx, unitId, { bornOn: '1985-01-01' })
  const asSystem = { ...ctx, actor: system }
  await nameGuardian(asSystem, { childId: child.id, guardianId: guardian.id })
  return { child, guardian }
}

/** A team with one who leads it, its post and a shift on which the one who leads stands. */
export async function makeTeam(ctx: Context, options: ShiftOptions = {}) {
  const unitId = (await makeBranch(ctx)).id
  const staff = await as(ctx, await makeAppointed(ctx, 'organiser', unitId))
  const { id: teamId } = await startTeam(staff, { unitId, name: `红领巾队${another()}` })
  const lead = await makeVolunteer(ctx)
  await joinTeam(staff, { teamId, personId: lead.id, part: 'lead' })
  const post = await makePost(ctx, { unitId, teamId })
  const shiftId = await makeShift(ctx, post, { needed: 8, ...options })
  await apply(await as(ctx, lead), post.id, lead.id)
  const { id: besideId } = await takePlace(await as(ctx, lead), { shiftId })
  return { unitId, teamId, staff, lead, post, shiftId, besideId }
}

type Team = Awaited<ReturnType<typeof makeTeam>>

/** A child in the team who has asked to serve, with the guardian's consent unless told otherwise. */
export async function makeYoung(
  ctx: Context,
  team: Team,
  more: { bornOn?: string; consent?: boolean } = {},
) {
  const { child, guardian } = await makeChild(ctx, team.unitId, more.bornOn)
  await joinTeam(team.staff, { teamId: team.teamId, personId: child.id, part: 'young' })
  const parent = await as(ctx, guardian)
  const { id: applicationId } = await apply(parent, team.post.id, child.id)
  const consentId =
    more.consent === false
      ? null
      : (await giveServiceConsent(parent, { applicationId, pickUp: '' })).id
  return { child, guardian, parent, applicationId, consentId }
}

/** The one application of a person to a post. */
export async function applicationOf(ctx: Context, postId: string, personId: string) {
  return (await applicationsTo(ctx, postId)).find((each) => each.personId === personId)
}
