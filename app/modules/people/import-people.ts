import { z } from 'zod'
import { openUnits } from '#app/modules/organisation/queries.ts'
import { issuesOf } from '#app/modules/organisation/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, Invalid } from '#app/platform/errors.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayRunOffice } from './access.ts'
import { addPeople } from './add-people.ts'
import { phonesTaken } from './queries.ts'
import { faultyHere, type ListedPerson, readPeople } from './rules.ts'

export const ImportPeople = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})

/** The office brings in a list of people with their units and roles. One faulty row refuses it all. */
export async function importPeople(
  ctx: Context,
  input: z.infer<typeof ImportPeople>,
): Promise<{ added: number }> {
  authorise(mayRunOffice(ctx.actor))
  const today = dayOf(ctx.now)
  const { rows, faulty } = readPeople(input.bytes, today)
  const units = await openUnits(ctx)
  const taken = await phonesTaken(
    ctx,
    rows.flatMap(({ person }) => person.phone ?? []),
  )
  const allFaulty = [...faulty, ...faultyHere(rows, units, taken)]
  if (allFaulty.length > 0) throw new Invalid(issuesOf(allFaulty))
  const unitIds = new Map(units.map(({ name, id }) => [name, id]))
  // one query a list: each is entered as a whole, under its own unit
  for (const { unit, role, people } of listsOf(rows))
    await addPeople(ctx, { unitId: unitIds.get(unit)!, people, role, fromOn: today })
  return { added: rows.length }
}

const mostAtOnce = 1000

/** The people of one unit with one role together, a thousand at most. */
function listsOf(rows: readonly ListedPerson[]) {
  const groups = [...Map.groupBy(rows, ({ unit, role }) => `${unit} ${role}`).values()]
  return groups.flatMap((group) => {
    const { unit, role } = group[0]!
    const people = group.map(({ person }) => person)
    const parts = Math.ceil(people.length / mostAtOnce)
    return Array.from({ length: parts }, (_, part) => ({
      unit,
      role,
      people: people.slice(part * mostAtOnce, (part + 1) * mostAtOnce),
    }))
  })
}
