import { z } from 'zod'
import { topUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { wholeNumber } from '#app/platform/http/forms.ts'
import { maySetClocks } from './access.ts'
import { stages } from './rules.ts'

const days = wholeNumber(1, 20)
export const SetClocks = z.strictObject({ vet: days, dispatch: days, accept: days })

/** The office says how many working days each stage may take; clocks that run already keep their time. */
export async function setClocks(ctx: Context, input: z.infer<typeof SetClocks>): Promise<void> {
  const street = found(await topUnit(ctx))
  authorise(maySetClocks(ctx.actor))
  await ctx.tx
    .insertInto('orderClockRule')
    .values(
      stages.map((stage) => ({
        streetId: ctx.street,
        stage,
        workingDays: input[stage],
        setBy: found(ctx.actor.personId),
        setAt: ctx.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'stage']).doUpdateSet((set) => ({
        workingDays: set.ref('excluded.workingDays'),
        setBy: set.ref('excluded.setBy'),
        setAt: set.ref('excluded.setAt'),
      })),
    )
    .execute()
  await record(ctx, 'clocks.set', street.id, { details: input })
}
