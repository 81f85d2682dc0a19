import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findApplication } from './queries.ts'

/** The office hears of someone who would like to speak, in the evening's digest. */
export async function tellOfApplication(ctx: Context, fact: Fact): Promise<void> {
  const application = found(await findApplication(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: fact.name,
    factId: fact.id,
    details: { person: application.name },
    link: to(urls.application, { applicationId: application.id }),
    urgency: 'digest',
  })
}

/** An applicant whom the street knows hears of the trial talk and of how it was decided. */
export async function tellApplicant(ctx: Context, fact: Fact): Promise<void> {
  const application = found(await findApplication(ctx, fact.subjectId))
  // Who applied without a sign-in is called by the office.
  if (application.personId === null) return
  await tell(ctx, {
    personIds: [application.personId],
    name: fact.name,
    factId: fact.id,
    details: {
      trialAt: application.trialAt,
      place: application.trialPlace,
      reason: application.reason,
    },
    link: application.speakerId
      ? to(urls.speaker, { speakerId: application.speakerId })
      : urls.speak,
    urgency: 'soon',
  })
}
