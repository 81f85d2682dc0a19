import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'

export const SwitchFits = z.strictObject({ fits: z.enum(['on', 'off']) })

/** A person switches off what the menu suggests, or on again. */
export async function switchFits(ctx: Context, input: z.infer<typeof SwitchFits>) {
  authorise(isSignedIn(ctx.actor))
  const personId = found(ctx.actor.personId)
  if (input.fits === 'on') {
    await ctx.tx
      .deleteFrom('fitsOff')
      .where('streetId', '=', ctx.street)
      .where('personId', '=', personId)
      .execute()
  } else {
    await ctx.tx
      .insertInto('fitsOff')
      .values({ streetId: ctx.street, personId, since: ctx.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (input.fits === 'on') await record(ctx, 'fits.on', personId)
  else await record(ctx, 'fits.off', personId)
}
