import { expect, test } from 'vitest'
import type { Context } from '#app/platform/context.ts'
import type { Database } from '#app/platform/database/connection.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeOrder, makeSpeaker, makeTalk } from '#test/make-talks.ts'
import { allAtOnce } from '#test/race.ts'
import { openOrder } from '../orders/open-order.ts'
import { lockSpeaker } from '../speakers/queries.ts'
import { acceptDispatch } from './accept-dispatch.ts'
import { dispatchOrder } from './dispatch-order.ts'
import { proposeOrders } from './propose-orders.ts'
import { lockAsked } from './queries.ts'
import { substituteSpeaker } from './substitute-speaker.ts'
import { takeOpenOrder } from './take-open-order.ts'

const start = '2022-01-20T14:00'
const database = await ownDatabase()

/** A talk with two speakers, so many orders of it for one hour, and the office. */
async function stage(orders: number) {
  return committed(database, async (ctx) => {
    const speakers = [await makeSpeaker(ctx), await makeSpeaker(ctx)] as const
    const talk = await makeTalk(ctx, speakers)
    const office = await makeAppointed(ctx, 'office')
    const placed: string[] = []
    for (let count = 0; count < orders; count += 1) {
      placed.push((await makeOrder(ctx, talk.id)).order.id)
    }
    return { speakers, office, orders: placed }
  })
}

type Who = { id: string }
const by = (who: Who, run: (ctx: Context) => Promise<unknown>) => () =>
  committed(database, async (ctx) => run(await as(ctx, who)))

/** How many talks a speaker has promised at that hour. */
async function promised(own: Database, speakerId: string): Promise<number> {
  return committed(own, async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('dispatch')
      .select('id')
      .where('streetId', '=', ctx.street)
      .where('speakerId', '=', speakerId)
      .where('status', 'in', ['proposed', 'accepted'])
      .execute()
    return rows.length
  })
}

test('two speakers take one open order at once: one has it', async () => {
  const { speakers, office, orders } = await stage(1)
  const orderId = orders[0]!
  await by(office, (ctx) => openOrder(ctx, { orderId }))()
  const take = ({ personId }: (typeof speakers)[number]) =>
    by({ id: personId }, (ctx) => takeOpenOrder(ctx, { orderId, start }))
  const hold = (ctx: Context) => lockAsked(ctx, [orderId], [])
  const outcomes = await allAtOnce(database, hold, speakers.map(take))
  expect(outcomes.toSorted()).toEqual(['done', 'order.speakerComes'])
})

// Each path locks the speaker before it weighs what they promised.
test('a speaker who takes an order while the office and a plan ask for others is in one place', async () => {
  const { speakers, office, orders } = await stage(3)
  const [mine, theirs, planned] = orders as [string, string, string]
  const [{ id: speakerId, personId }] = speakers
  await by(office, (ctx) => openOrder(ctx, { orderId: mine }))()
  const at = new Date('2022-01-20T14:00:00+08:00')
  const outcomes = await allAtOnce(database, (ctx) => lockSpeaker(ctx, speakerId), [
    by({ id: personId }, (ctx) => takeOpenOrder(ctx, { orderId: mine, start })),
    by(office, (ctx) => dispatchOrder(ctx, { orderId: theirs, speakerId, start })),
    by(office, async (ctx) => {
      const booking = { orderId: planned, speakerId, start: at }
      const { unasked } = await proposeOrders(ctx, [booking], 'plan')
      return unasked
    }),
  ])
  // A plan is not refused as a whole: it says what it could not ask for.
  expect(outcomes[2]).toBe('done')
  expect(await promised(database, speakerId)).toBe(1)
})

test('a speaker who steps in while accepting another talk of that hour is in one place', async () => {
  const { speakers, office, orders } = await stage(2)
  const [held, other] = orders as [string, string]
  const [first, second] = speakers
  const ask = (orderId: string, speakerId: string) => (ctx: Context) =>
    dispatchOrder(ctx, { orderId, speakerId, start })
  const { id: dispatchId } = (await by(office, ask(held, first.id))()) as { id: string }
  await by({ id: first.personId }, (ctx) => acceptDispatch(ctx, { dispatchId }))()
  const outcomes = await allAtOnce(database, (ctx) => lockSpeaker(ctx, second.id), [
    by(office, (ctx) => substituteSpeaker(ctx, { dispatchId, speakerId: second.id })),
    by(office, ask(other, second.id)),
  ])
  expect(outcomes.toSorted()).toEqual(['done', 'speaker_taken'])
  expect(await promised(database, second.id)).toBe(1)
})
