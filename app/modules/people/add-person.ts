import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { nameInPinyin } from '#app/platform/chinese.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, optional, phoneInput, text, tick } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunUnit } from './access.ts'
import { whyNotAdded } from './rules.ts'

export const AddPerson = z.strictObject({
  name: text(60),
  homeUnitId: z.uuid(),
  gender: optional(z.enum(['f', 'm'])),
  bornOn: optional(dayInput),
  phone: optional(phoneInput),
  /** How the person would rather hear from the street; without a phone by call or visit. */
  reach: optional(z.enum(['sms', 'call'])),
  dialect: optional(text(20)),
  homebound: optional(tick),
  joinedPartyOn: optional(dayInput),
})

/** Staff enter a person who lives in or belongs to a unit; without a phone the person is called on. */
export async function addPerson(ctx: Context, input: z.infer<typeof AddPerson>) {
  const unit = found(await findUnit(ctx, input.homeUnitId))
  authorise(mayRunUnit(ctx.actor, unit.id))
  refuseIf(whyNotAdded(input, ctx.now))
  const person = await ctx.tx
    .insertInto('person')
    .values({
      streetId: ctx.street,
      id: newId(),
      name: input.name,
      namePinyin: await nameInPinyin(input.name),
      gender: input.gender ?? null,
      bornOn: input.bornOn ?? null,
      phone: input.phone ?? null,
      reach: input.phone ? (input.reach ?? 'sms') : 'call',
      dialect: input.dialect ?? null,
      homebound: input.homebound ?? false,
      joinedPartyOn: input.joinedPartyOn ?? null,
      homeUnitId: unit.id,
      madeAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'person.added', person.id)
  return person
}
