import { followSession } from '#app/modules/talks/orders/follow-session.ts'
import { type Context, system } from '#app/platform/context.ts'
import { makeDispatch } from './make-talks.ts'

/** An order whose talk was held, or is still to be; of the same talk as another where one is given. */
export async function makeHeld(
  ctx: Context,
  state: 'held' | 'accepted' = 'held',
  like?: { talk: { id: string } },
) {
  const made = await makeDispatch(ctx)
  const hold = (dispatchId: string) => followSession({ ...ctx, actor: system }, { dispatchId })
  if (like)
    // Each order has a speaker and a time of its own, so that none of them waits for another.
    await ctx.tx
      .updateTable('talkOrder')
      .set({ talkId: like.talk.id })
      .where('streetId', '=', ctx.street)
      .where('id', '=', made.order.id)
      .execute()
  if (state === 'held') await hold(made.dispatch.id)
  return { ...made, hold }
}
