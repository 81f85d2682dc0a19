import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, Invalid } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayImportDivisions } from './access.ts'
import { divisionsWith, topUnit } from './queries.ts'
import { compare, type FaultyRow, faultyParents, issuesOf, readDivisions } from './rules.ts'

export const ImportDivisions = z.strictObject({
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})

/**
 * An administrator brings the administrative divisions in from a file, for every street. One faulty
 * row refuses the whole file; a file that was brought in before changes nothing.
 */
export async function importDivisions(ctx: Context, input: z.infer<typeof ImportDivisions>) {
  authorise(mayImportDivisions(ctx.actor))
  const { rows, faulty } = readDivisions(input.bytes)
  const known = await divisionsWith(
    ctx,
    rows.flatMap(({ code, parentCode }) => (parentCode === null ? code : [code, parentCode])),
  )
  // The operator brings divisions in before there is any street.
  const street = await topUnit(ctx)
  refuseFaulty([...faulty, ...faultyParents(rows, known)])
  const { added, changed, kept } = compare(rows, known)
  const written = [...added, ...changed]
  await sql`
    insert into division (code, name, level, parent_code)
    select * from unnest(${written.map(({ code }) => code)}::text[], ${written.map(({ name }) => name)}::text[],
      ${written.map(({ level }) => level)}::text[], ${written.map(({ parentCode }) => parentCode)}::text[])
    on conflict (code) do update set name = excluded.name, parent_code = excluded.parent_code`.execute(
    ctx.tx,
  )
  const counts = { added: added.length, changed: changed.length, kept }
  await record(ctx, 'divisions.imported', street?.id ?? newId(), { details: counts })
  return counts
}

function refuseFaulty(faulty: readonly FaultyRow[]): void {
  if (faulty.length > 0) throw new Invalid(issuesOf(faulty))
}
