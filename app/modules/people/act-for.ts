import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { isSelf, mayLookAfter } from './access.ts'
import { findWithUnits } from './queries.ts'

/**
 * Staff do a step for a person, by phone or on paper: the context to run it in, under which
 * everything is recorded as done on the person's behalf.
 */
export async function actFor(ctx: Context, personId: string): Promise<Context> {
  const person = found(await findWithUnits(ctx, personId))
  if (isSelf(ctx.actor, person.id)) return ctx
  authorise(mayLookAfter(ctx.actor, person.unitIds))
  return forPerson(ctx, person.id)
}
