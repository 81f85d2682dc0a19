import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { optional } from '#app/platform/http/forms.ts'
import { isSignedIn } from '../access.ts'

export const ChooseReading = z.strictObject({
  language: optional(z.enum(['zh', 'en'])),
  text: optional(z.enum(['large', 'normal'])),
})

/** A person chooses how to read: the language, of messages too, and the size of the text. */
export async function chooseReading(
  ctx: Context,
  input: z.infer<typeof ChooseReading>,
): Promise<void> {
  authorise(isSignedIn(ctx.actor))
  const chosen = {
    ...(input.language && { language: input.language }),
    ...(input.text && { largeText: input.text === 'large' }),
  }
  if (Object.keys(chosen).length === 0) return
  await ctx.tx
    .updateTable('person')
    .set(chosen)
    .where('streetId', '=', ctx.street)
    .where('id', '=', found(ctx.actor.personId))
    .execute()
}
