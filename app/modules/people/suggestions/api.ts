import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { MakeSuggestion, makeSuggestion } from './make-suggestion.ts'

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/suggestions',
    summary: 'Suggest something or complain, signed in or not',
    open: true,
    input: MakeSuggestion,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => makeSuggestion(ctx, input),
  }),
]
