import { z } from 'zod'
import { findStreet } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { countOpen, noteOpen, openFrom } from '#app/platform/open-writes.ts'
import { whyNotMade } from './rules.ts'

export const MakeSuggestion = z.strictObject({ words: text(2000), page: optionalText(500) })

/** Anyone suggests or complains of something, with a name if signed in, and may do so on any page. */
export async function makeSuggestion(
  ctx: Context,
  input: z.infer<typeof MakeSuggestion>,
): Promise<{ id: string }> {
  found(await findStreet(ctx, ctx.street))
  openToEveryone()
  const from = openFrom(ctx)
  refuseIf(whyNotMade(await countOpen(ctx, 'suggestion', from)))
  const id = newId()
  await ctx.tx
    .insertInto('suggestion')
    .values({
      streetId: ctx.street,
      id,
      personId: ctx.onBehalfOf ?? ctx.actor.personId,
      // Where the person was, but not what stood in the address: that may be secret.
      page: input.page.split('?')[0]!,
      words: input.words,
      madeAt: ctx.now,
    })
    .execute()
  await noteOpen(ctx, 'suggestion', from)
  await record(ctx, 'suggestion.made', id)
  return { id }
}
