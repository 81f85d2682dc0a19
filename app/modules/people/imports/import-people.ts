import { z } from 'zod'
import { issuesOf } from '#app/modules/organisation/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Invalid, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayRunOffice } from '../access.ts'
import { addPeople } from '../add-people.ts'
import { judgedRows, lockPeopleFile } from './queries.ts'
import { type Judged, whyNotImported, whyNotReadable } from './rules.ts'

export const ImportPeople = z.strictObject({
  importId: z.uuid(),
  /** Whether rows with a fault are left out; else one of them keeps the whole list out. */
  onlyGood: tick.default(false),
})

/** The office enters the people of a list it has looked through, with their units and roles. */
export async function importPeople(
  ctx: Context,
  input: z.infer<typeof ImportPeople>,
): Promise<{ added: number; known: number; faulty: number }> {
  const file = found(await lockPeopleFile(ctx, input.importId))
  authorise(mayRunOffice(ctx.actor))
  refuseIf(whyNotReadable(file))
  const judged = await judgedRows(ctx, file)
  if (!input.onlyGood) refuseFaulty(judged)
  refuseIf(whyNotImported(file))
  const today = dayOf(ctx.now)
  // one query a list: each is entered as a whole, under its own unit
  for (const { unitId, role, people } of listsOf(judged))
    await addPeople(ctx, { unitId, people, role, fromOn: today })
  const count = (is: Judged['is']) => judged.filter((row) => row.is === is).length
  const counts = { added: count('new'), known: count('known'), faulty: count('faulty') }
  await ctx.tx
    .updateTable('peopleImport')
    .set({ doneAt: ctx.now, added: counts.added })
    .where('streetId', '=', ctx.street)
    .where('id', '=', file.id)
    .execute()
  await record(ctx, 'people.imported', file.id, { details: counts })
  return counts
}

function refuseFaulty(judged: readonly Judged[]): void {
  const faulty = judged.flatMap((row) => (row.is === 'faulty' ? [row] : []))
  if (faulty.length > 0) throw new Invalid(issuesOf(faulty))
}

const mostAtOnce = 1000

/** The people of one unit with one role together, a thousand at most. */
function listsOf(judged: readonly Judged[]) {
  const rows = judged.flatMap((row) => (row.is === 'new' ? [row] : []))
  const groups = [...Map.groupBy(rows, ({ unitId, role }) => `${unitId} ${role}`).values()]
  return groups.flatMap((group) => {
    const { unitId, role } = group[0]!
    const people = group.map(({ person }) => person)
    const parts = Math.ceil(people.length / mostAtOnce)
    return Array.from({ length: parts }, (_, part) => ({
      unitId,
      role: role ?? undefined,
      people: people.slice(part * mostAtOnce, (part + 1) * mostAtOnce),
    }))
  })
}
