import { z } from 'zod'
import { openStreet } from '#app/modules/organisation/open-street.ts'
import { findStreet, topUnit } from '#app/modules/organisation/queries.ts'
import { type Context, holds } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { phoneInput, text } from '#app/platform/http/forms.ts'
import { dayOf } from '#app/platform/time.ts'
import { isProgram } from '../access.ts'
import { addPerson } from '../add-person.ts'
import { appoint } from '../appoint.ts'
import { actorOf, findPersonByPhone } from '../queries.ts'
import { keepPassword } from './keep-password.ts'
import { whyNotPassword } from './rules.ts'
import { newPassword } from './set-password.ts'

export const MakeFirstAdministrator = z.strictObject({
  /** The street's name in English, where it has still to be opened. */
  nameEn: text(80),
  name: text(60),
  phone: phoneInput,
  password: newPassword,
})

/**
 * The operator gives a street, opened first if need be, its administrator: someone who can sign in
 * and appoint everyone else. Whoever has the phone already becomes it.
 */
export async function makeFirstAdministrator(
  ctx: Context,
  input: z.infer<typeof MakeFirstAdministrator>,
): Promise<{ personId: string }> {
  const open = await findStreet(ctx, ctx.street)
  authorise(isProgram(ctx.actor))
  refuseIf(whyNotPassword(input.password, input.phone))
  if (!open) await openStreet(ctx, { code: String(ctx.street), nameEn: input.nameEn })
  const { id: unitId } = found(await topUnit(ctx))
  const { name, phone, password } = input
  const known = await findPersonByPhone(ctx, phone)
  const { id: personId } = known ?? (await addPerson(ctx, { name, phone, homeUnitId: unitId }))
  const actor = await actorOf(ctx, personId)
  const term = { personId, unitId, fromOn: dayOf(ctx.now) }
  if (!holds(actor, ['administrator'], unitId))
    await appoint(ctx, { ...term, role: 'administrator' })
  if (!holds(actor, ['office'], unitId)) await appoint(ctx, { ...term, role: 'office' })
  await keepPassword(ctx, { personId, password })
  return { personId }
}
