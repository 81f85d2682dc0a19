import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayAppoint } from './access.ts'
import { findPerson } from './queries.ts'
import { roles, whyNotAppointed } from './rules.ts'

export const Appoint = z.strictObject({
  personId: z.uuid(),
  unitId: z.uuid(),
  role: z.enum(roles),
  fromOn: dayInput,
  untilOn: optional(dayInput),
})

/** The office gives a person a role at a unit from a day on; an administrator alone makes another. */
export async function appoint(ctx: Context, input: z.infer<typeof Appoint>) {
  const person = found(await findPerson(ctx, input.personId))
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(mayAppoint(ctx.actor, input.role))
  refuseIf(whyNotAppointed(input))
  const appointment = await ctx.tx
    .insertInto('appointment')
    .values({
      streetId: ctx.street,
      id: newId(),
      personId: person.id,
      unitId: unit.id,
      role: input.role,
      fromOn: input.fromOn,
      untilOn: input.untilOn ?? null,
      madeAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'person.appointed', person.id, {
    details: { role: input.role, unitId: unit.id },
  })
  return appointment
}
