import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepMenu } from './access.ts'
import { lockTalk } from './queries.ts'
import { whyNotPublished } from './rules.ts'

export const PublishTalk = z.strictObject({ talkId: z.uuid() })

/** The office puts a talk that was being prepared on the menu. */
export async function publishTalk(ctx: Context, input: z.infer<typeof PublishTalk>) {
  const talk = found(await lockTalk(ctx, input.talkId))
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotPublished(talk))
  await ctx.tx
    .updateTable('talk')
    .set({ putOnMenuAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', talk.id)
    .execute()
  await record(ctx, 'talk.putOnMenu', talk.id)
}
