import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayKeepMenu } from './access.ts'
import { lockTalk } from './queries.ts'
import { whyNotRetired } from './rules.ts'

export const RetireTalk = z.strictObject({ talkId: z.uuid() })

/** The office takes a talk off the menu; what was ordered of it stands. */
export async function retireTalk(ctx: Context, input: z.infer<typeof RetireTalk>) {
  const talk = found(await lockTalk(ctx, input.talkId))
  authorise(mayKeepMenu(ctx.actor))
  refuseIf(whyNotRetired(talk))
  await ctx.tx
    .updateTable('talk')
    .set({ retiredAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', talk.id)
    .execute()
  await record(ctx, 'talk.retired', talk.id)
}
