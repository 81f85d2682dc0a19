import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { mayRunUnit } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { prepareLinks } from '#app/platform/signing.ts'
import { peopleWithoutCode } from './queries.ts'

export const MakeCards = z.strictObject({ unitId: z.uuid() })

/** Who runs a unit gives a code to everyone of it who has none, for cards on paper. */
export async function makeCards(
  ctx: Context,
  input: z.infer<typeof MakeCards>,
): Promise<{ made: number }> {
  const unit = found(await findUnit(ctx, input.unitId))
  const personIds = await peopleWithoutCode(ctx, unit.id)
  authorise(mayRunUnit(ctx.actor, unit.id))
  await prepareLinks(ctx)
  if (personIds.length === 0) return { made: 0 }
  await ctx.tx
    .insertInto('personalCode')
    .values(
      personIds.map((personId) => ({
        streetId: ctx.street,
        id: randomUUID(),
        personId,
        madeAt: ctx.now,
      })),
    )
    // Someone may make a code at this moment; it is as good.
    .onConflict((conflict) =>
      conflict
        .columns(['streetId', 'personId'])
        .where(sql<boolean>`revoked_at is null`)
        .doNothing(),
    )
    .execute()
  await record(ctx, 'cards.made', unit.id, { details: { made: personIds.length } })
  return { made: personIds.length }
}
