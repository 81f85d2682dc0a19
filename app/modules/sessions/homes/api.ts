import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { EnterHome, enterHome } from './enter-home.ts'

const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/homes',
    summary: 'Enter whose home a venue is, and the limits the householder sets',
    input: EnterHome,
    output: Done,
    run: (ctx, { input }) => enterHome(ctx, input),
  }),
]
