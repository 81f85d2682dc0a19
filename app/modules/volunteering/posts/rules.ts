import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf, hour, yearsBetween } from '#app/platform/time.ts'

export type ApplicationState = Tables['application']['state']
export type ShiftStatus = Tables['shift']['status']

/** Why something about posts, shifts and applications can't be done. Each is the key of its sentence. */
export type PostReason =
  | 'post.closed'
  | 'post.youngAge'
  | 'post.youngRisk'
  | 'post_risk_told'
  | 'post_of_young_riskless'
  | 'shift.past'
  | 'shift.length'
  | 'shift.cancelled'
  | 'shift.held'
  | 'serving.training'
  | 'serving.health'
  | 'serving.decided'
  | 'serving.sameVetter'
  | 'serving.oneself'
  | 'serving.onRota'
  | 'serving.age'
  | 'serving.birthday'
  | HeldReason

/** The names under which the database says no, where two come at once. */
type HeldReason = 'application_once' | 'application_vetted_twice' | 'application_not_oneself'

const shortest = hour / 4
const longest = 12 * hour

type Post = { closedAt: Date | null }

/** A post of a team is for children: no risk, and open to their age. */
export function whyNotOpened(post: {
  teamId?: string | undefined
  risk: string
  riskNotice: string
  leastAge: number
}): PostReason | null {
  if (post.teamId && post.risk !== 'none') return 'post_of_young_riskless'
  if ((post.risk === 'some') !== (post.riskNotice !== '')) return 'post_risk_told'
  return post.risk === 'some' && post.leastAge < 18 ? 'post.youngAge' : null
}

/** Why a shift can't be planned: it is over, too short or too long. */
export function whyNotPlanned(during: Span, post: Post, now: Date): PostReason | null {
  if (post.closedAt) return 'post.closed'
  const length = during.end.getTime() - during.start.getTime()
  if (length < shortest || length > longest) return 'shift.length'
  return during.start <= now ? 'shift.past' : null
}

export function whyNotStanding(shift: { status: ShiftStatus }): PostReason | null {
  if (shift.status === 'cancelled') return 'shift.cancelled'
  return shift.status === 'held' ? 'shift.held' : null
}

/** Why a wish to serve can't be taken: the post's conditions come first, the shift's later. */
export function whyNotApplied(
  post: Post & { leastAge: number; needsTraining: boolean; needsHealth: boolean; risk: string },
  person: { bornOn: string | null },
  declared: { trained: boolean; healthy: boolean },
  now: Date,
): PostReason | null {
  if (post.closedAt) return 'post.closed'
  if (person.bornOn === null) return 'serving.birthday'
  const years = yearsBetween(person.bornOn, dayOf(now))
  if (years < post.leastAge) return 'serving.age'
  if (years < 18 && post.risk !== 'none') return 'post.youngRisk'
  if (post.needsTraining && !declared.trained) return 'serving.training'
  return post.needsHealth && !declared.healthy ? 'serving.health' : null
}

/** A name in a message that goes to others than the family; a child's stays on the team's own pages. */
export function nameToTell(person: { name: string; bornOn: string | null }, now: Date): string {
  const grown = person.bornOn === null || yearsBetween(person.bornOn, dayOf(now)) >= 18
  return grown ? person.name : ''
}

/** Why a step of vetting can't be taken: two steps, by two people, never of oneself. */
export function whyNotVetted(
  application: { state: ApplicationState; personId: string; vettedBy: string | null },
  vetterId: string | null,
): PostReason | null {
  if (application.personId === vetterId) return 'serving.oneself'
  if (application.state !== 'waiting' && application.state !== 'vetted') return 'serving.decided'
  return application.state === 'vetted' && application.vettedBy === vetterId
    ? 'serving.sameVetter'
    : null
}

export function whyNotClosed(post: Post): PostReason | null {
  return post.closedAt ? 'post.closed' : null
}

/** Why a wish to serve can't be taken back: it has ended, or a shift on the rota leans on it. */
export function whyNotApplicationWithdrawn(
  application: { state: ApplicationState },
  onRota: boolean,
): PostReason | null {
  if (application.state === 'declined' || application.state === 'withdrawn')
    return 'serving.decided'
  return onRota ? 'serving.onRota' : null
}
