import { z } from 'zod'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  During,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { maySeeOrder } from './access.ts'
import { ChangeOrder, changeOrder } from './change-order.ts'
import { CloseOrder, closeOrder } from './close-order.ts'
import { ConfirmHeld, confirmHeld } from './confirm-held.ts'
import { DisputeOrder, disputeOrder } from './dispute-order.ts'
import { DraftOrder, draftOrder } from './draft-order.ts'
import { OpenOrder, openOrder } from './open-order.ts'
import { OrderTalk, orderTalk } from './order-talk.ts'
import { findOrder, guestsOf, ordersAfter, timesOf } from './queries.ts'
import { RefuseOrder, refuseOrder } from './refuse-order.ts'
import { ReopenOrder, reopenOrder } from './reopen-order.ts'
import { ReportMissed, reportMissed } from './report-missed.ts'
import { ReturnOrder, returnOrder } from './return-order.ts'
import { type OrderStatus, standing } from './rules.ts'
import { SettleDispute, settleDispute } from './settle-dispute.ts'
import { SubmitOrder, submitOrder } from './submit-order.ts'
import { VetOrder, vetOrder } from './vet-order.ts'
import { WithdrawOrder, withdrawOrder } from './withdraw-order.ts'

const Done = z.object({})

const statuses = Object.keys(standing) as [OrderStatus, ...OrderStatus[]]

const Order = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(statuses),
  talkId: z.uuid(),
  title: z.string(),
  titleEn: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  venueId: z.uuid(),
  venueName: z.string(),
  audience: z.string(),
  language: z.string(),
  headCount: z.int(),
  placedAt: Moment,
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/orders',
    summary: 'The orders of everyone you run, oldest first',
    query: z.object({}),
    output: Order,
    async run(ctx, { after, limit }) {
      const scope = scopeOf(ctx.actor, [...officeRoles, ...unitRoles])
      authorise(scope.unitIds.length > 0)
      return ordersAfter(ctx, scope, after, limit)
    },
  }),
  readEndpoint({
    path: '/orders/:orderId',
    summary: 'One order, with the times that suit',
    output: Order.extend({
      note: z.string(),
      answer: z.string(),
      priority: z.int(),
      times: z.array(During),
      guests: z.array(z.object({ unitId: z.uuid(), unitName: z.string(), headCount: z.int() })),
    }),
    async run(ctx, { params }) {
      const order = found(await findOrder(ctx, params['orderId']!))
      const guests = await guestsOf(ctx, order.id)
      authorise(maySeeOrder(ctx.actor, order, guests))
      const times = (await timesOf(ctx, order.id)).map((time) => time.during)
      return { ...order, times, guests }
    },
  }),
  commandEndpoint({
    path: '/orders',
    summary: 'Order a talk from the menu',
    input: OrderTalk,
    output: z.object({ id: z.uuid(), number: z.int() }),
    run: (ctx, { input }) => orderTalk(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/withdraw',
    summary: 'Withdraw an order',
    input: WithdrawOrder,
    output: Done,
    run: (ctx, { input }) => withdrawOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/draft',
    summary: 'Begin an order, the branch’s own until it is submitted',
    input: DraftOrder,
    output: z.object({ id: z.uuid(), number: z.int() }),
    run: (ctx, { input }) => draftOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/change',
    summary: 'Write a draft or a returned order anew',
    input: ChangeOrder,
    output: Done,
    run: (ctx, { input }) => changeOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/submit',
    summary: 'Place a draft, or a returned order again',
    input: SubmitOrder,
    output: Done,
    run: (ctx, { input }) => submitOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/vet',
    summary: 'Look an order over: it waits for a speaker from now on',
    input: VetOrder,
    output: Done,
    run: (ctx, { input }) => vetOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/return',
    summary: 'Give an order back to be changed',
    input: ReturnOrder,
    output: Done,
    run: (ctx, { input }) => returnOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/refuse',
    summary: 'Not take an order on, with the reason',
    input: RefuseOrder,
    output: Done,
    run: (ctx, { input }) => refuseOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/open',
    summary: 'Let every speaker who suits take an order up',
    input: OpenOrder,
    output: Done,
    run: (ctx, { input }) => openOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/confirm',
    summary: 'Confirm that a talk was held as recorded',
    input: ConfirmHeld,
    output: Done,
    run: (ctx, { input }) => confirmHeld(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/missed',
    summary: 'Say that a talk could not be held',
    input: ReportMissed,
    output: Done,
    run: (ctx, { input }) => reportMissed(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/dispute',
    summary: 'Say that a talk was not held as recorded',
    input: DisputeOrder,
    output: Done,
    run: (ctx, { input }) => disputeOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/settle',
    summary: 'Settle what a branch disputes',
    input: SettleDispute,
    output: Done,
    run: (ctx, { input }) => settleDispute(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/reopen',
    summary: 'Let an order wait for a speaker again, with new times',
    input: ReopenOrder,
    output: Done,
    run: (ctx, { input }) => reopenOrder(ctx, input),
  }),
  commandEndpoint({
    path: '/orders/close',
    summary: 'Close an order',
    input: CloseOrder,
    output: Done,
    run: (ctx, { input }) => closeOrder(ctx, input),
  }),
]
