import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  During,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { day, later } from '#app/platform/time.ts'
import { maySeeResources } from './access.ts'
import { AddResource, addResource } from './add-resource.ts'
import { BookForDays, BookForSession, bookResource } from './book-resource.ts'
import { GiveUpBooking, giveUpBooking } from './give-up-booking.ts'
import { HandOverResource, handOverResource } from './hand-over-resource.ts'
import { NeedResources, needResources } from './need-resources.ts'
import { bookingsOf, findResource, resources } from './queries.ts'
import { RetireResource, retireResource } from './retire-resource.ts'
import { ReturnResource, returnResource } from './return-resource.ts'
import { resourceKinds } from './rules.ts'

const Done = z.object({})
const Made = z.object({ id: z.uuid() })
const year = 365 * day

const Resource = z.object({
  id: z.uuid(),
  kind: z.enum(resourceKinds),
  name: z.string(),
  nameEn: z.string(),
  about: z.string(),
  keeperName: z.string(),
})

const Booking = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  sessionId: z.uuid().nullable(),
  during: During,
  status: z.enum(['booked', 'handed_over', 'returned', 'cancelled']),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/resources',
    summary: 'What the street can lend',
    query: z.object({}),
    output: Resource,
    async run(ctx) {
      authorise(maySeeResources(ctx.actor))
      return resources(ctx)
    },
  }),
  readEndpoint({
    path: '/resources/:resourceId',
    summary: 'One thing the street lends, and who has it when',
    output: Resource.extend({ bookings: z.array(Booking) }),
    async run(ctx, { params }) {
      authorise(maySeeResources(ctx.actor))
      const resource = found(await findResource(ctx, params['resourceId']!))
      const span = { start: later(ctx.now, -year), end: later(ctx.now, year) }
      return { ...resource, bookings: await bookingsOf(ctx, resource.id, span) }
    },
  }),
  commandEndpoint({
    path: '/resources',
    summary: 'Enter something the street can lend',
    input: AddResource,
    output: Made,
    run: (ctx, { input }) => addResource(ctx, input),
  }),
  commandEndpoint({
    path: '/resources/retire',
    summary: 'Take something off the register of what can be lent',
    input: RetireResource,
    output: Done,
    run: (ctx, { input }) => retireResource(ctx, input),
  }),
  commandEndpoint({
    path: '/resources/book',
    summary: 'Book what the street lends for some days',
    input: BookForDays,
    output: Made,
    run: (ctx, { input }) => bookResource(ctx, input),
  }),
  commandEndpoint({
    path: '/resources/book-for-session',
    summary: 'Book what the street lends for the time of a session',
    input: BookForSession,
    output: Made,
    run: (ctx, { input }) => bookResource(ctx, input),
  }),
  commandEndpoint({
    path: '/bookings/give-up',
    summary: 'Give a booking up',
    input: GiveUpBooking,
    output: Done,
    run: (ctx, { input }) => giveUpBooking(ctx, input),
  }),
  commandEndpoint({
    path: '/bookings/hand-over',
    summary: 'Note to whom a resource was handed over',
    input: HandOverResource,
    output: Done,
    run: (ctx, { input }) => handOverResource(ctx, input),
  }),
  commandEndpoint({
    path: '/bookings/return',
    summary: 'Note that a resource is back',
    input: ReturnResource,
    output: Done,
    run: (ctx, { input }) => returnResource(ctx, input),
  }),
  commandEndpoint({
    path: '/sessions/needs',
    summary: 'Say what has to be lent for a session',
    input: NeedResources,
    output: Done,
    run: (ctx, { input }) => needResources(ctx, input),
  }),
]
