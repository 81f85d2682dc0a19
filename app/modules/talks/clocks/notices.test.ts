import { expect, test } from 'vitest'
import { type Context, system } from '#app/platform/context.ts'
import type { Fact } from '#app/platform/facts.ts'
import { rolledBack } from '#test/database.ts'
import { makeAppointed } from '#test/make.ts'
import { makeDispatch, makeOrder, makeTalk } from '#test/make-talks.ts'
import { escalateOrder, remindOfOrder } from './notices.ts'
import type { Stage } from './rules.ts'

/** Runs a reaction twice, as a worker may, and says whom it told and where the way leads. */
async function toldBy(
  ctx: Context,
  reaction: (ctx: Context, fact: Fact) => Promise<void>,
  { orderId, stage }: { orderId: string; stage: Stage },
) {
  const name = reaction === remindOfOrder ? 'clock.reminded' : 'clock.escalated'
  const fact = { id: crypto.randomUUID(), name, subjectId: orderId, details: { stage } }
  const whole = { ...fact, actorId: null, at: ctx.now, reason: null }
  await reaction({ ...ctx, actor: system }, whole)
  await reaction({ ...ctx, actor: system }, whole)
  const rows = await ctx.tx
    .selectFrom('notice')
    .select(['personId', 'link'])
    .where('factId', '=', fact.id)
    .orderBy('personId')
    .execute()
  return rows.map(({ personId, link }) => [personId, link])
}

test('the office is reminded of its own stages, the asked speaker of the answer', () =>
  rolledBack(async (ctx) => {
    const office = await makeAppointed(ctx, 'office')
    const { order } = await makeOrder(ctx, (await makeTalk(ctx)).id)
    const waiting = { orderId: order.id, stage: 'dispatch' } as const
    expect(await toldBy(ctx, remindOfOrder, waiting)).toEqual([[office.id, `/orders/${order.id}`]])
    const asked = await makeDispatch(ctx, 'proposed')
    const answer = { orderId: asked.order.id, stage: 'accept' } as const
    expect(await toldBy(ctx, remindOfOrder, answer)).toEqual([
      [asked.speaker.personId, `/dispatches/${asked.dispatch.id}`],
    ])
  }))

test('what is late goes up to who leads the office, and to the office where nobody does', () =>
  rolledBack(async (ctx) => {
    const office = await makeAppointed(ctx, 'office')
    const { order } = await makeOrder(ctx, (await makeTalk(ctx)).id)
    const late = { orderId: order.id, stage: 'dispatch' } as const
    expect(await toldBy(ctx, escalateOrder, late)).toEqual([[office.id, `/orders/${order.id}`]])
    const leader = await makeAppointed(ctx, 'administrator')
    expect(await toldBy(ctx, escalateOrder, late)).toEqual([[leader.id, `/orders/${order.id}`]])
  }))
