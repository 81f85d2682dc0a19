import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { lockNeed } from '../needs/queries.ts'
import { whyNotMadeMatter } from '../needs/rules.ts'
import { mayPublish } from './access.ts'
import { lockMatter } from './queries.ts'
import { whyNotJoined } from './rules.ts'

export const JoinNeed = z.strictObject({ needId: z.uuid(), matterId: z.uuid() })

/** The office joins a need to a matter that answers it too; its resident is asked in the end as well. */
export async function joinNeed(ctx: Context, input: z.infer<typeof JoinNeed>): Promise<void> {
  const matter = found(await lockMatter(ctx, input.matterId))
  const need = found(await lockNeed(ctx, input.needId))
  authorise(mayPublish(ctx.actor))
  refuseIf(whyNotJoined(matter))
  refuseIf(whyNotMadeMatter(need, matter))
  await ctx.tx
    .updateTable('need')
    .set({ status: 'matter', matterId: matter.id, triagedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('id', '=', need.id)
    .execute()
  await record(ctx, 'need.joined', need.id, { details: { matterId: matter.id } })
}
