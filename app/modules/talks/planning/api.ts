import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  During,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayDispatch } from '../orders/access.ts'
import { DiscardPlan, discardPlan } from './discard-plan.ts'
import { HealPlan, healPlan } from './heal-plan.ts'
import { MovePlanned, movePlanned } from './move-planned.ts'
import { PublishPlan, publishPlan } from './publish-plan.ts'
import { findPlan, placedIn, planOrdersOf, plansOf, tryMove } from './queries.ts'
import { differenceBetween } from './rules.ts'
import { StartPlan, startPlan } from './start-plan.ts'
import { TakeOutOfPlan, takeOutOfPlan } from './take-out-of-plan.ts'
import { UnlockPlanned, unlockPlanned } from './unlock-planned.ts'

const Done = z.object({})
const Worth = z.object({
  served: z.number(),
  service: z.number(),
  fit: z.number(),
  load: z.number(),
  kilometres: z.number(),
})

const Plan = z.object({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  kind: z.enum(['whole', 'repair', 'whatIf', 'hand']),
  status: z.enum(['waiting', 'solving', 'ready', 'failed', 'published', 'discarded']),
  orders: z.int(),
  served: z.int(),
  worth: Worth.nullable(),
  objective: z.number().nullable(),
  bound: z.number().nullable(),
  proof: z.enum(['optimal', 'within', 'greedy']).nullable(),
  madeAt: Moment,
  publishedAt: Moment.nullable(),
})

const Planned = z.object({
  orderId: z.uuid(),
  number: z.int(),
  title: z.string(),
  titleEn: z.string(),
  unitName: z.string(),
  speakerId: z.uuid().nullable(),
  speakerName: z.string().nullable(),
  venueId: z.uuid().nullable(),
  during: During.nullable(),
  locked: z.boolean(),
})

const Ids = z.array(z.uuid())
const Tried = z.object({
  breaks: z.array(z.object({ rule: z.string(), orderIds: Ids })),
  costs: Worth,
})
const Difference = z.object({ added: Ids, moved: Ids, dropped: Ids })

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/plans',
    summary: 'The plans of the season, as versions',
    query: z.object({}),
    output: Plan,
    async run(ctx) {
      authorise(mayDispatch(ctx.actor))
      return plansOf(ctx)
    },
  }),
  readEndpoint({
    path: '/plans/:planId',
    summary: 'One plan, with who gives each order, where and when',
    output: Plan.extend({ planned: z.array(Planned) }),
    async run(ctx, { params }) {
      const plan = found(await findPlan(ctx, params['planId']!))
      authorise(mayDispatch(ctx.actor))
      return { ...plan, planned: await planOrdersOf(ctx, plan.id) }
    },
  }),
  readEndpoint({
    path: '/plans/:planId/compare/:otherId',
    summary: 'What one plan makes otherwise than another',
    output: z.object({ before: Plan, after: Plan, difference: Difference }),
    async run(ctx, { params }) {
      const before = found(await findPlan(ctx, params['planId']!))
      const after = found(await findPlan(ctx, params['otherId']!))
      authorise(mayDispatch(ctx.actor))
      const difference = differenceBetween(
        await placedIn(ctx, before.id),
        await placedIn(ctx, after.id),
      )
      return { before, after, difference }
    },
  }),
  readEndpoint({
    path: '/plans/:planId/orders/:orderId/try/:speakerId/:venueId/:day/:from',
    summary: 'What placing an order by hand would break and cost; nothing is saved',
    output: Tried,
    async run(ctx, { params }) {
      found(await findPlan(ctx, params['planId']!))
      authorise(mayDispatch(ctx.actor))
      // An address with no day or time in it is none.
      const { data } = MovePlanned.safeParse(params)
      return found(await tryMove(ctx, found(data)))
    },
  }),
  commandEndpoint({
    path: '/plans',
    summary: 'Ask for the best plan for all open orders, or ask “what if …?”',
    input: StartPlan,
    output: z.object({ id: z.uuid(), number: z.int() }),
    run: (ctx, { input }) => startPlan(ctx, input),
  }),
  commandEndpoint({
    path: '/plans/heal',
    summary: 'Ask for the plan that puts things right with the fewest changes',
    input: HealPlan,
    output: z.object({ id: z.uuid(), number: z.int() }),
    run: (ctx, { input }) => healPlan(ctx, input),
  }),
  commandEndpoint({
    path: '/plans/move',
    summary: 'Place an order in a plan by hand',
    input: MovePlanned,
    output: Tried,
    run: (ctx, { input }) => movePlanned(ctx, input),
  }),
  commandEndpoint({
    path: '/plans/take-out',
    summary: 'Take an order out of a plan',
    input: TakeOutOfPlan,
    output: Done,
    run: (ctx, { input }) => takeOutOfPlan(ctx, input),
  }),
  commandEndpoint({
    path: '/plans/unlock',
    summary: 'Let the planner move an order again that was placed by hand',
    input: UnlockPlanned,
    output: Done,
    run: (ctx, { input }) => unlockPlanned(ctx, input),
  }),
  commandEndpoint({
    path: '/plans/publish',
    summary: 'Publish a plan: its bookings become invitations',
    input: PublishPlan,
    output: Difference.extend({ proposed: z.int(), unasked: z.int() }),
    run: (ctx, { input }) => publishPlan(ctx, input),
  }),
  commandEndpoint({
    path: '/plans/discard',
    summary: 'Throw a plan away',
    input: DiscardPlan,
    output: Done,
    run: (ctx, { input }) => discardPlan(ctx, input),
  }),
]
