import { z } from 'zod'
import { findPersonByPhone } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { severalOf, tick } from '#app/platform/http/forms.ts'
import { spokenLanguages } from '../menu/rules.ts'
import { registerSpeaker } from '../speakers/register-speaker.ts'
import { speakerKinds } from '../speakers/rules.ts'
import { mayDecideApplications } from './access.ts'
import { lockApplication } from './queries.ts'
import { whyNotRegistered } from './rules.ts'

export const RegisterApplicant = z.strictObject({
  applicationId: z.uuid(),
  kind: z.enum(speakerKinds).default('citizen'),
  conductChecked: tick,
})

/**
 * An applicant who was heard joins the register with what they said of themselves. Who applied
 * without a sign-in is the person of that phone, whom the office has entered among the people.
 */
export async function registerApplicant(ctx: Context, input: z.infer<typeof RegisterApplicant>) {
  const application = found(await lockApplication(ctx, input.applicationId))
  const byPhone = application.phone && (await findPersonByPhone(ctx, application.phone))
  const personId = application.personId ?? (byPhone ? byPhone.id : null)
  authorise(mayDecideApplications(ctx.actor))
  refuseIf(whyNotRegistered(application, { personId, conductChecked: input.conductChecked }))
  const speaker = await registerSpeaker(ctx, {
    personId: found(personId),
    kind: input.kind,
    about: application.about,
    aboutEn: '',
    languages: severalOf(spokenLanguages).parse(application.languages),
    topics: application.topics.map((code) => ({ code, strength: 2 })),
    conditions: '',
    conditionsEn: '',
    conductChecked: true,
  })
  await ctx.tx
    .updateTable('speakerApplication')
    .set({ status: 'registered', personId, speakerId: speaker.id, decidedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', application.id)
    .execute()
  await record(ctx, 'application.registered', application.id)
  return { id: speaker.id }
}
