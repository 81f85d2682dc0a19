import { needsContact } from '#app/modules/people/rules.ts'
import { type Actor, holds, type Role } from '#app/platform/context.ts'
import { addDays, day, dayOf, later } from '#app/platform/time.ts'
import { type Counted, type WorkCalendar, workingDaysAfter } from '#app/platform/working-days.ts'
import { type MatterReason, type MatterStatus, whyNotParted } from '../board/rules.ts'

/** Why something about a claim can't be done. Each is the key of its sentence. */
export type ClaimReason =
  | 'claim_taken'
  | 'claim.noSuchPart'
  | 'claim.notABranch'
  | 'claim.unitClosed'
  | 'claim.notOfBranch'
  | 'claim.notToBeShared'
  | 'claim.over'
  | 'claim.saidDone'
  | 'claim.inTime'
  | 'verdict.notDone'
  | 'verdict.otherNeed'
  | 'verdict.byClaimer'
  | 'verdict_once'
  | 'verdict.calledBack'
  | 'verdict.wasSolved'

type Matter = { status: MatterStatus; parts: readonly string[] }

/** How the parts will be named where a branch shares a matter: its own first. */
export function sharedParts(own: string, others: string): string[] | null {
  const names = others
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return own === '' && names.length === 0 ? null : [own, ...names]
}

/** Why a branch can't take this part of a matter on. */
export function whyNotClaimable(
  matter: Matter,
  taken: ReadonlySet<number>,
  part: number,
  shared: readonly string[] | null,
): ClaimReason | MatterReason | null {
  if (matter.status !== 'open' && matter.status !== 'claimed') return 'matter.over'
  if (part >= matter.parts.length) return 'claim.noSuchPart'
  if (taken.has(part)) return 'claim_taken'
  if (shared === null) return null
  if (matter.parts.length > 1 || taken.size > 0 || shared.length < 2 || shared.includes(''))
    return 'claim.notToBeShared'
  return whyNotParted(shared)
}

export function whyNotABranch(unit: { kind: string; closedAt: Date | null }): ClaimReason | null {
  if (unit.kind !== 'branch') return 'claim.notABranch'
  return unit.closedAt ? 'claim.unitClosed' : null
}

const branchRoles = [
  'organiser',
  'secretary',
  'committee',
  'member',
  'staff',
  'volunteer',
] as const satisfies readonly Role[]

/** Why this person can't speak with the resident for a branch: who does is of the branch. */
export function whyNotAssigned(person: Actor, unitId: string): ClaimReason | null {
  return person.kind === 'person' && holds(person, branchRoles, unitId) ? null : 'claim.notOfBranch'
}

type Claim = { endedAt: Date | null; doneAt: Date | null }

/** Why nothing more can be done with a claim. */
export function whyNotLive(claim: Claim): ClaimReason | null {
  return claim.endedAt ? 'claim.over' : null
}

/** Why a branch can't say that it is done: it did, or its claim is over. */
export function whyNotFinished(claim: Claim): ClaimReason | null {
  return whyNotLive(claim) ?? (claim.doneAt ? 'claim.saidDone' : null)
}

export const endings = ['handedBack', 'lapsed', 'withdrawn'] as const
export type Ending = (typeof endings)[number]

// From the claim on, in days of the calendar: a neighbour waits on free days too.
const contactDays = 7
const warningDays = 5
// Nobody loses a matter within a day of hearing that they might.
const afterWarning = day

/** The last day for a branch's first word with the resident. */
export function contactDue(claim: { claimedAt: Date }): string {
  return addDays(dayOf(claim.claimedAt), contactDays)
}

/** Claims made before this are warned of, where the resident has heard nothing. */
export function warnedBefore(now: Date): Date {
  return later(now, -warningDays * day)
}

/** Claims made before the first and warned before the second lapse, where the resident has heard nothing. */
export function lapsedBefore(now: Date): { claimed: Date; warned: Date } {
  return { claimed: later(now, -contactDays * day), warned: later(now, -afterWarning) }
}

/** Why a claim can't end like this. Handing back is free at any time until the branch says it is done. */
export function whyNotEnded(
  claim: Claim & { claimedAt: Date; contactedAt: Date | null; warnedAt: Date | null },
  how: Ending,
  now: Date,
): ClaimReason | null {
  if (claim.endedAt) return 'claim.over'
  if (how === 'handedBack') return claim.doneAt ? 'claim.saidDone' : null
  if (how === 'withdrawn') return null
  const before = lapsedBefore(now)
  const late = claim.claimedAt < before.claimed && claim.warnedAt && claim.warnedAt <= before.warned
  return late && !claim.contactedAt ? null : 'claim.inTime'
}

/** A matter's state by its parts: taken where somebody holds each, done where each is said to be. */
export function statusOf(parts: number, live: readonly { doneAt: Date | null }[]): MatterStatus {
  if (live.length < parts) return 'open'
  return live.every(({ doneAt }) => doneAt !== null) ? 'done' : 'claimed'
}

type Claimer = {
  unitId: string
  claimedBy: string
  assignedTo: string
  doneBy: string | null
  phones: readonly (string | null)[]
}

/**
 * Why someone can't say whether a matter was solved: it is the resident's to say, and whoever took it
 * on can neither be that resident nor write it down for them.
 */
export function whyNotJudged(
  given: { need: { matterId: string | null; phone: string | null }; giver: Actor },
  matter: { id: string; status: MatterStatus },
  claimers: readonly Claimer[],
): ClaimReason | null {
  const { need, giver } = given
  if (need.matterId !== matter.id) return 'verdict.otherNeed'
  if (matter.status !== 'done') return 'verdict.notDone'
  const own = claimers.some(
    (claim) =>
      [claim.claimedBy, claim.assignedTo, claim.doneBy].some(
        (id) => id !== null && id === giver.personId,
      ) ||
      (need.phone !== null && claim.phones.includes(need.phone)) ||
      (giver.kind === 'person' && holds(giver, ['organiser', 'secretary'], claim.unitId)),
  )
  return own ? 'verdict.byClaimer' : null
}

/** Why there is no call to write down. */
export function whyNotCalledBack(verdict: {
  solved: boolean
  calledBackAt: Date | null
}): ClaimReason | null {
  if (verdict.solved) return 'verdict.wasSolved'
  return verdict.calledBackAt ? 'verdict.calledBack' : null
}

const callBackDays = 1
const askDays = 3

/** By when someone calls a resident who says that it was not solved. */
export function callBackDue(verdict: { at: Date }, calendar: WorkCalendar): Counted {
  return workingDaysAfter(dayOf(verdict.at), callBackDays, calendar)
}

/** By when the office asks a resident who has not said whether it was solved. */
export function askDue(matter: { doneAt: Date }, calendar: WorkCalendar): Counted {
  return workingDaysAfter(dayOf(matter.doneAt), askDays, calendar)
}

/** How to reach the resident is for the assigned person, until thirty days after the end. */
export function showsResident(
  claim: { assignedTo: string; endedAt: Date | null; ending: string | null },
  actor: Actor,
  now: Date,
): boolean {
  if (actor.personId !== claim.assignedTo) return false
  // Who handed back has no more to do with it.
  return needsContact(
    { isAgreed: claim.ending === null || claim.ending === 'confirmed', endsAt: claim.endedAt },
    now,
  )
}
