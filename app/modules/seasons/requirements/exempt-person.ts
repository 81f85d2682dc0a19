import { z } from 'zod'
import { mayRunOffice } from '#app/modules/people/access.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { whyNotExempted } from './rules.ts'

export const ExemptPerson = z.strictObject({
  personId: z.uuid(),
  fromOn: dayInput,
  /** The last day on which nothing is asked. */
  untilOn: dayInput,
  reason: text(200),
})

/** The office exempts a person for some days. The reason stays out of every history. */
export async function exemptPerson(ctx: Context, input: z.infer<typeof ExemptPerson>) {
  const person = found(await findPerson(ctx, input.personId))
  authorise(mayRunOffice(ctx.actor))
  const madeBy = found(ctx.actor.personId)
  refuseIf(whyNotExempted(input, madeBy))
  const id = newId()
  await ctx.tx
    .insertInto('exemption')
    .values({ streetId: ctx.street, id, madeBy, madeAt: ctx.now, ...input })
    .execute()
  const { fromOn, untilOn } = input
  await record(ctx, 'person.exempted', person.id, { details: { fromOn, untilOn } })
  return { id }
}
