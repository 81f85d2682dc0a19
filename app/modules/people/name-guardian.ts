import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayLookAfter } from './access.ts'
import { findPerson, findWithUnits } from './queries.ts'
import { whyNotGuardian, whyNotNamedBy } from './rules.ts'

export const NameGuardian = z.strictObject({ childId: z.uuid(), guardianId: z.uuid() })

/** Whoever looks after a child's unit enters who is the child's guardian: a grown-up, never themselves. */
export async function nameGuardian(
  ctx: Context,
  input: z.infer<typeof NameGuardian>,
): Promise<void> {
  const child = found(await findPerson(ctx, input.childId))
  const guardian = found(await findPerson(ctx, input.guardianId))
  const { unitIds } = found(await findWithUnits(ctx, child.id))
  authorise(mayLookAfter(ctx.actor, unitIds))
  refuseIf(whyNotNamedBy(ctx.actor.personId, guardian.id))
  refuseIf(whyNotGuardian(child, guardian, ctx.now))
  await ctx.tx
    .insertInto('guardian')
    .values({
      streetId: ctx.street,
      childId: child.id,
      guardianId: guardian.id,
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'guardian.named', child.id, { details: { guardianId: guardian.id } })
}
