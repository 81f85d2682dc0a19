import { z } from 'zod'
import { topUnit } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text } from '#app/platform/http/forms.ts'
import { mayKeepMenu } from './access.ts'
import { topicsOf } from './queries.ts'

export const AddTopic = z.strictObject({
  code: z.string().regex(/^[a-z-]{1,40}$/),
  name: text(20),
  nameEn: text(40),
})

/** The office adds a topic by which talks can be found. */
export async function addTopic(ctx: Context, input: z.infer<typeof AddTopic>) {
  const [topics, street] = [await topicsOf(ctx), found(await topUnit(ctx))]
  authorise(mayKeepMenu(ctx.actor))
  await ctx.tx
    .insertInto('topic')
    .values({ streetId: ctx.street, position: topics.length, ...input })
    .execute()
  await record(ctx, 'topic.added', street.id, { details: { code: input.code } })
}
