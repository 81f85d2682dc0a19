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
import { mayOrderFor } from './access.ts'
import { OrderTalk, orderTalk } from './order-talk.ts'
import { findOrder, ordersAfter, timesOf } from './queries.ts'
import { WithdrawOrder, withdrawOrder } from './withdraw-order.ts'

const Done = z.object({})

const Order = z.object({
  id: z.uuid(),
  number: z.int(),
  status: z.enum(['submitted', 'proposed', 'accepted', 'held', 'withdrawn']),
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
    output: Order.extend({ note: z.string(), times: z.array(During) }),
    async run(ctx, { params }) {
      const order = found(await findOrder(ctx, params['orderId']!))
      authorise(mayOrderFor(ctx.actor, order.unitId))
      return { ...order, times: (await timesOf(ctx, order.id)).map((time) => time.during) }
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
]
