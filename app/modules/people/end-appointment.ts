import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { mayAppoint } from './access.ts'
import { whyNotAppointed } from './rules.ts'

export const EndAppointment = z.strictObject({ appointmentId: z.uuid(), untilOn: dayInput })

/** The office names the last day of a role. */
export async function endAppointment(
  ctx: Context,
  input: z.infer<typeof EndAppointment>,
): Promise<void> {
  const held = found(
    await ctx.tx
      .selectFrom('appointment')
      .select(['id', 'personId', 'role', 'unitId', 'fromOn'])
      .where('streetId', '=', ctx.street)
      .where('id', '=', input.appointmentId)
      .forUpdate()
      .executeTakeFirst(),
  )
  authorise(mayAppoint(ctx.actor, held.role))
  refuseIf(whyNotAppointed({ fromOn: held.fromOn, untilOn: input.untilOn }))
  await ctx.tx
    .updateTable('appointment')
    .set({ untilOn: input.untilOn })
    .where('streetId', '=', ctx.street)
    .where('id', '=', held.id)
    .execute()
  await record(ctx, 'appointment.ended', held.personId, {
    details: { role: held.role, unitId: held.unitId, untilOn: input.untilOn },
  })
}
