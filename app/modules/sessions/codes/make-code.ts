import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { findWithUnits } from '#app/modules/people/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { prepareLinks } from '#app/platform/signing.ts'
import { guardiansOf } from '../seats/queries.ts'
import { mayHaveCodeOf } from './access.ts'
import { lockCode } from './queries.ts'
import { whyNotMade } from './rules.ts'

export const MakeCode = z.strictObject({
  /** Whose, where that is not the actor: a child, or someone who gets a card. */
  personId: z.uuid().optional(),
  /** The code there is ends, as for a card that was lost. */
  anew: tick.default(false),
})

/** A person gets a code for rolls, a random number that says nothing; one made anew ends the one before. */
export async function makeCode(ctx: Context, input: z.infer<typeof MakeCode>) {
  const person = found(await findWithUnits(ctx, found(input.personId ?? ctx.actor.personId)))
  const guardianIds = await guardiansOf(ctx, person.id)
  const code = await lockCode(ctx, person.id)
  authorise(mayHaveCodeOf(ctx.actor, { ...person, guardianIds }))
  refuseIf(whyNotMade(code !== undefined, input.anew))
  if (code)
    await ctx.tx
      .updateTable('personalCode')
      .set({ revokedAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('id', '=', code.id)
      .execute()
  await ctx.tx
    .insertInto('personalCode')
    .values({
      streetId: ctx.street,
      // Not one of our own ids, which say when they were made.
      id: randomUUID(),
      personId: person.id,
      madeAt: ctx.now,
    })
    .execute()
  await prepareLinks(ctx)
  await record(forPerson(ctx, person.id), code ? 'rollCode.renewed' : 'rollCode.made', person.id)
}
