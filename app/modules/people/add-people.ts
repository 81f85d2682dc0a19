import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { nameInPinyin } from '#app/platform/chinese.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunOffice, mayRunUnit } from './access.ts'
import { AddPerson } from './add-person.ts'
import { roles, whyNotAdded } from './rules.ts'

const mostAtOnce = 1000

export const AddPeople = z.strictObject({
  unitId: z.uuid(),
  people: z
    .array(AddPerson.omit({ homeUnitId: true }))
    .min(1)
    .max(mostAtOnce),
  /** A role that all of them hold at the unit from a day on, such as that of a member. */
  role: z.enum(roles).exclude(['administrator', 'office']).optional(),
  fromOn: dayInput.optional(),
})

/** Staff enter a list of a unit's people at once, such as a branch's members; all of them or none. */
export async function addPeople(
  ctx: Context,
  input: z.infer<typeof AddPeople>,
): Promise<{ ids: string[] }> {
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(input.role ? mayRunOffice(ctx.actor) : mayRunUnit(ctx.actor, unit.id))
  for (const person of input.people) refuseIf(whyNotAdded(person, ctx.now))
  const pinyin = await Promise.all(input.people.map(({ name }) => nameInPinyin(name)))
  const made = { streetId: ctx.street, madeAt: ctx.now }
  const rows = input.people.map((person, at) => ({
    ...made,
    id: newId(),
    homeUnitId: unit.id,
    name: person.name,
    namePinyin: pinyin[at]!,
    gender: person.gender ?? null,
    bornOn: person.bornOn ?? null,
    phone: person.phone ?? null,
    reach: person.phone ? (person.reach ?? ('sms' as const)) : ('call' as const),
    dialect: person.dialect ?? null,
    homebound: person.homebound ?? false,
    joinedPartyOn: person.joinedPartyOn ?? null,
  }))
  await ctx.tx.insertInto('person').values(rows).execute()
  const { role, fromOn } = input
  if (role && fromOn) {
    await ctx.tx
      .insertInto('appointment')
      .values(
        rows.map(({ id }) => ({
          ...made,
          id: newId(),
          personId: id,
          unitId: unit.id,
          role,
          fromOn,
        })),
      )
      .execute()
  }
  await record(ctx, 'people.added', unit.id, { details: { count: rows.length, role } })
  return { ids: rows.map(({ id }) => id) }
}
