import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepUnits } from './access.ts'
import { findUnit } from './queries.ts'
import { whyNotUnder } from './rules.ts'

export const AddUnit = z.strictObject({
  parentId: z.uuid(),
  kind: z.enum(['community', 'branch', 'station', 'school']),
  name: text(60),
  divisionCode: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
})

/** The office adds a community, branch, station or school to the tree. */
export async function addUnit(ctx: Context, input: z.infer<typeof AddUnit>) {
  const parent = found(await findUnit(ctx, input.parentId))
  authorise(mayKeepUnits(ctx.actor))
  refuseIf(whyNotUnder(input.kind, parent))
  const id = newId()
  const unit = await ctx.tx
    .insertInto('unit')
    .values({
      streetId: ctx.street,
      id,
      parentId: parent.id,
      kind: input.kind,
      name: input.name,
      divisionCode: input.divisionCode ?? null,
      ancestors: [...parent.ancestors, id],
      madeAt: ctx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'unit.added', id)
  return unit
}
