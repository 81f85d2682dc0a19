import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayWishFor } from './access.ts'

export const MakeWish = z.strictObject({ unitId: z.uuid(), words: text(300) })

/** A branch would like to hear something that is not on the menu. */
export async function makeWish(ctx: Context, input: z.infer<typeof MakeWish>) {
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(mayWishFor(ctx.actor, unit.id))
  const id = newId()
  await ctx.tx
    .insertInto('wish')
    .values({
      streetId: ctx.street,
      id,
      number: await nextNumber(ctx, 'wish'),
      unitId: unit.id,
      madeBy: found(ctx.actor.personId),
      words: input.words,
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'wish.made', id)
  return { id }
}
