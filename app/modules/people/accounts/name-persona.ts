import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { isProgram } from '../access.ts'
import { findPerson } from '../queries.ts'
import { personas } from './rules.ts'

export const NamePersona = z.strictObject({ name: z.enum(personas), personId: z.uuid() })

/** The demo says which of its people a button signs in. */
export async function namePersona(ctx: Context, input: z.infer<typeof NamePersona>): Promise<void> {
  const person = found(await findPerson(ctx, input.personId))
  authorise(isProgram(ctx.actor))
  await ctx.tx
    .insertInto('demoPersona')
    .values({ streetId: ctx.street, name: input.name, personId: person.id })
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'name']).doUpdateSet({ personId: person.id }),
    )
    .execute()
}
