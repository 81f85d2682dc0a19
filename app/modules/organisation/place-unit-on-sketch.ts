import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { numberInput } from '#app/platform/http/forms.ts'
import { mayKeepUnits } from './access.ts'
import { findUnit } from './queries.ts'
import { whyNotPlaced } from './rules.ts'

const kilometres = numberInput.pipe(z.number().min(0).max(200))

export const PlaceUnitOnSketch = z.strictObject({
  unitId: z.uuid(),
  /** From the sketch's western edge. */
  x: kilometres,
  /** From its southern edge. */
  y: kilometres,
})

/** The office says where a community lies on the street's own sketch, by which ways are estimated. */
export async function placeUnitOnSketch(ctx: Context, input: z.infer<typeof PlaceUnitOnSketch>) {
  const unit = found(await findUnit(ctx, input.unitId))
  authorise(mayKeepUnits(ctx.actor))
  refuseIf(whyNotPlaced(unit))
  await ctx.tx
    .updateTable('unit')
    .set({ sketchX: input.x, sketchY: input.y })
    .where('streetId', '=', ctx.street)
    .where('id', '=', unit.id)
    .execute()
  await record(ctx, 'unit.placed', unit.id)
}
