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
  await mark(ctx, toRemind, 'remindedAt')
  await mark(ctx, toEscalate, 'escalatedAt')
  await recordAll(ctx, 'clock.reminded', toRemind.map(factOf))
  await recordAll(ctx, 'clock.escalated', toEscalate.map(factOf))
}

function factOf({ orderId, stage }: Clock) {
  return { subjectId: orderId, details: { stage } }
}

async function mark(
  ctx: Context,
  clocks: readonly Clock[],
  column: 'remindedAt' | 'escalatedAt',
): Promise<void> {
  if (clocks.length === 0) return
  await ctx.tx
    .updateTable('orderClock')
    .set({ [column]: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('orderId', '=', (is) => is.fn.any(is.val(clocks.map(({ orderId }) => orderId))))
    .where('stoppedAt', 'is', null)
    .execute()
}
