import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunTeam } from './access.ts'

export const StartTeam = z.strictObject({ unitId: z.uuid(), name: text(60) })

/** A unit starts a team of young volunteers. */
export async function startTeam(ctx: Context, input: z.infer<typeof StartTeam>) {
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(mayRunTeam(ctx.actor, { unitId: unit.id }))
  const id = newId()
  await ctx.tx
    .insertInto('youthTeam')
    .values({ streetId: ctx.street, id, unitId: unit.id, name: input.name, madeAt: ctx.now })
    .execute()
  await record(ctx, 'team.started', id)
  return { id }
}
