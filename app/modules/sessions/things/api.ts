import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { GiveThing, giveThing } from './give-thing.ts'
import { OfferThing, offerThing } from './offer-thing.ts'

const Done = z.object({})
const Made = z.object({ id: z.uuid() })

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/things',
    summary: 'Say what a session has to give, and how many',
    input: OfferThing,
    output: Made,
    run: (ctx, { input }) => offerThing(ctx, input),
  }),
  commandEndpoint({
    path: '/things/give',
    summary: 'Count what is given',
    input: GiveThing,
    output: Done,
    run: (ctx, { input }) => giveThing(ctx, input),
  }),
]
