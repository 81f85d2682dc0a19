import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { bareHeading } from '#app/platform/sent-lists.ts'
import { mayRunOffice } from '../access.ts'
import { lockPeopleFile } from './queries.ts'
import { importFields, listedRoles, whyNotChosen } from './rules.ts'

export const ChooseColumns = z.strictObject({
  importId: z.uuid(),
  /** What each column of the file is, from the left; empty where it is not needed. */
  columns: z.array(optional(z.enum(importFields))).max(200),
  /** Where people belong, and what they are, where the list says nothing of it. */
  unitId: optional(z.uuid()),
  role: optional(z.enum(listedRoles)),
})

/** The office says what the columns of a list are; the next list with these headings is read so too. */
export async function chooseColumns(ctx: Context, input: z.infer<typeof ChooseColumns>) {
  const file = found(await lockPeopleFile(ctx, input.importId))
  const unit = input.unitId === undefined ? null : found(await findUnit(ctx, input.unitId))
  authorise(mayRunOffice(ctx.actor))
  const columns = file.columns.map((_, at) => input.columns[at] ?? null)
  refuseIf(whyNotChosen(file, { columns, unitId: unit?.id ?? null }))
  await ctx.tx
    .updateTable('peopleImport')
    .set({ columns: JSON.stringify(columns), unitId: unit?.id ?? null, role: input.role ?? null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', file.id)
    .execute()
  const headings = file.rows[file.headingsAt]?.fields.map(bareHeading) ?? []
  const meant = new Map(headings.map((heading, at) => [heading, columns[at] ?? '']))
  meant.delete('')
  if (meant.size > 0)
    await ctx.tx
      .insertInto('importHeading')
      .values([...meant].map(([heading, field]) => ({ streetId: ctx.street, heading, field })))
      .onConflict((on) =>
        on
          .columns(['streetId', 'heading'])
          .doUpdateSet((row) => ({ field: row.ref('excluded.field') })),
      )
      .execute()
  await record(ctx, 'people.columnsChosen', file.id)
}
