import { z } from 'zod'
import { findPerson } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayKeepResources } from './access.ts'
import { resourceKinds } from './rules.ts'

export const AddResource = z.strictObject({
  kind: z.enum(resourceKinds),
  name: text(60),
  nameEn: optionalText(90),
  about: optionalText(300),
  aboutEn: optionalText(400),
  /** Who hands it over or is asked to come, where that is not who enters it. */
  keeperId: optional(z.uuid()),
})

/** The office enters something the street can lend. */
export async function addResource(ctx: Context, input: z.infer<typeof AddResource>) {
  const keeper = found(await findPerson(ctx, found(input.keeperId ?? ctx.actor.personId)))
  authorise(mayKeepResources(ctx.actor))
  const id = newId()
  await ctx.tx
    .insertInto('resource')
    .values({ streetId: ctx.street, id, ...input, keeperId: keeper.id, madeAt: ctx.now })
    .execute()
  await record(ctx, 'resource.added', id)
  return { id }
}
