import { z } from 'zod'
import { topUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, text } from '#app/platform/http/forms.ts'
import { mayKeepMenu } from './access.ts'
import { topicsOf } from './queries.ts'
import { codeForTopic, whyNotAdded } from './rules.ts'

export const AddTopic = z.strictObject({
  /** What it is called by in addresses; without, made from the English name. */
  code: optional(z.string().regex(/^[a-z-]{1,40}$/)),
  name: text(20),
  nameEn: text(40),
})

/** The office adds a topic by which talks can be found. */
export async function addTopic(ctx: Context, input: z.infer<typeof AddTopic>) {
  const [topics, street] = [await topicsOf(ctx), found(await topUnit(ctx))]
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotAdded(input, topics))
  const code = input.code ?? codeForTopic(input.nameEn, topics)
  await ctx.tx
    .insertInto('topic')
    .values({ streetId: ctx.street, position: topics.length, ...input, code })
    .execute()
  await record(ctx, 'topic.added', street.id, { details: { code } })
  return { code }
}
