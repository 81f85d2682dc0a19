import { z } from 'zod'
import { findWithUnits } from '#app/modules/people/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayReachOut } from './access.ts'

export const WantVisit = z.strictObject({ personId: z.uuid() })

/** Whoever looks after a person puts them on the list of those to be visited this season. */
export async function wantVisit(ctx: Context, input: z.infer<typeof WantVisit>) {
  const person = found(await findWithUnits(ctx, input.personId))
  const season = found(await currentSeason(ctx))
  authorise(mayReachOut(ctx.actor, person.unitIds))
  const id = newId()
  await ctx.tx
    .insertInto('outreach')
    .values({
      streetId: ctx.street,
      id,
      seasonId: season.id,
      personId: person.id,
      sessionId: null,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'visit.wanted', id)
  return { id }
}
