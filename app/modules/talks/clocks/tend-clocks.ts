import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { recordAll } from '#app/platform/facts.ts'
import { mayTendClocks } from './access.ts'
import { runningClocks } from './queries.ts'
import { callOf } from './rules.ts'

type Clock = Awaited<ReturnType<typeof runningClocks>>[number]

/**
 * On its round, reminds who must act once four fifths of the time are over, and lets the matter go up
 * once all of it is; each once. Run twice, it does nothing more.
 */
export async function tendClocks(ctx: Context): Promise<void> {
  const clocks = await runningClocks(ctx)
  authorise(mayTendClocks(ctx.actor))
  const calls = (call: 'remind' | 'escalate') =>
    clocks.filter((clock) => callOf(clock, ctx.now) === call)
  const [toRemind, toEscalate] = [calls('remind'), calls('escalate')]
  await recordAll(ctx, 'clock.reminded', await mark(ctx, toRemind, 'remindedAt'))
  await recordAll(ctx, 'clock.escalated', await mark(ctx, toEscalate, 'escalatedAt'))
}

/** Notes what these clocks have asked for and gives what is to be said: nothing of one that another round noted. */
async function mark(
  ctx: Context,
  clocks: readonly Clock[],
  column: 'remindedAt' | 'escalatedAt',
): Promise<{ subjectId: string; details: { stage: string } }[]> {
  const marked = await ctx.tx
    .updateTable('orderClock')
    .set({ [column]: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', (is) => is.fn.any(is.val(clocks.map(({ orderId }) => orderId))))
    .where('stoppedAt', 'is', null)
    .where(column, 'is', null)
    .where(column === 'remindedAt' ? 'remindAt' : 'dueAt', '<=', ctx.now)
    .returning(['orderId', 'stage'])
    .execute()
  return marked.map(({ orderId, stage }) => ({ subjectId: orderId, details: { stage } }))
}
