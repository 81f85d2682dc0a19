import type { Tables } from '#app/platform/tables.ts'

export type ApplicationStatus = Tables['speakerApplication']['status']

export type ApplicationReason =
  | 'application.whoAreYou'
  | 'application.speaksAlready'
  | 'application.tooManyToday'
  | 'application.over'
  | 'application.notYetTalked'
  | 'application.noTrialYet'
  | 'application.noFeedbackYet'
  | 'application.alreadyTalked'
  | 'application.timePast'
  | 'application.nobodyYet'
  | 'application.conductUnknown'
  | 'speaker_application_open'
  | 'speaker_application_phone'

/** The way of an application, in its order: what the office does next stands after where it is. */
export const openStatuses = [
  'applied',
  'talked',
  'trial',
  'heard',
] as const satisfies readonly ApplicationStatus[]

/** How many may apply in a day without signing in: far more than ever do, and few enough to read. */
const mostNameless = 30
/** How many within an hour from one place, so that no place takes the day from all others. */
const mostFromHere = 5

/** Why someone can't apply: nobody could be asked back, or they stand in the register. */
export function whyNotApplied(
  applicant: { name: string; phone: string | undefined; isKnown: boolean; speaks: boolean },
  nameless: { fromHere: number; today: number },
): ApplicationReason | null {
  if (applicant.speaks) return 'application.speaksAlready'
  if (applicant.isKnown) return null
  if (applicant.name === '' || applicant.phone === undefined) return 'application.whoAreYou'
  const tooMany = nameless.today >= mostNameless || nameless.fromHere >= mostFromHere
  return tooMany ? 'application.tooManyToday' : null
}

type Standing = { status: ApplicationStatus }

/** Why nothing more can be done about an application: it was decided, or withdrawn. */
export function whyNotOpen(application: Standing): ApplicationReason | null {
  return openStatuses.some((status) => status === application.status) ? null : 'application.over'
}

/** The first thing is to talk with the person. */
export function whyNotTalked(application: Standing): ApplicationReason | null {
  const refused = whyNotOpen(application)
  if (refused) return refused
  return application.status === 'applied' ? null : 'application.alreadyTalked'
}

/** A trial talk follows the talk with the office, and may be held again. */
export function whyNotTried(application: Standing, at: Date, now: Date): ApplicationReason | null {
  const refused = whyNotOpen(application)
  if (refused) return refused
  if (application.status === 'applied') return 'application.notYetTalked'
  return at <= now ? 'application.timePast' : null
}

/** What was said of the trial talk is noted when it is over. */
export function whyNotHeard(
  application: Standing & { trialAt: Date | null },
  now: Date,
): ApplicationReason | null {
  const refused = whyNotOpen(application)
  if (refused) return refused
  return application.status !== 'trial' || application.trialAt === null || now < application.trialAt
    ? 'application.noTrialYet'
    : null
}

/** Why an applicant can't be registered: no trial was heard, or nobody asked around. */
export function whyNotRegistered(
  application: Standing,
  known: { personId: string | null; conductChecked: boolean },
): ApplicationReason | null {
  const refused = whyNotOpen(application)
  if (refused) return refused
  if (application.status !== 'heard') return 'application.noFeedbackYet'
  if (known.personId === null) return 'application.nobodyYet'
  return known.conductChecked ? null : 'application.conductUnknown'
}
