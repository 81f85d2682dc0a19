import { pinyin } from 'pinyin-pro'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { mayRunUnit } from './access.ts'

export const AddPerson = z.strictObject({
  name: text(60),
  homeUnitId: z.uuid(),
  gender: z.enum(['f', 'm']).optional(),
  bornOn: dayInput.optional(),
  phone: z
    .string()
    .regex(/^1\d{10}$/)
    .optional(),
  dialect: text(20).optional(),
  homebound: z.boolean().default(false),
  joinedPartyOn: dayInput.optional(),
})

/** Staff enter a person who lives in or belongs to a unit; without a phone the person is called on. */
export async function addPerson(ctx: Context, input: z.input<typeof AddPerson>) {
  const unit = found(await findUnit(ctx, input.homeUnitId))
  authorise(mayRunUnit(ctx.actor, unit.id))
  const person = await ctx.tx
    .insertInto('person')
    .values({
      streetId: ctx.street,
      id: newId(),
      name: input.name,
      namePinyin: pinyinOf(input.name),
      gender: input.gender ?? null,
      bornOn: input.bornOn ?? null,
      phone: input.phone ?? null,
      reach: input.phone ? 'sms' : 'call',
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

/** A name as it is typed on a Latin keyboard: "gudaming gdm", with surnames read as surnames. */
export function pinyinOf(name: string): string {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' })
  return `${syllables.join('')} ${syllables.map((syllable) => syllable[0]).join('')}`.toLowerCase()
}
