import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { RemoveStory, removeStory } from './remove-story.ts'
import { TellStory, tellStory } from './tell-story.ts'

const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/stories',
    summary: 'Write down a speaker’s story; nobody else sees it before the speaker consents',
    // Recordings are sent on the page, in pieces.
    input: TellStory.omit({ recording: true }),
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => tellStory(ctx, input),
  }),
  commandEndpoint({
    path: '/stories/remove',
    summary: 'Remove a story, your own or as the office; it is gone',
    input: RemoveStory,
    output: Done,
    run: (ctx, { input }) => removeStory(ctx, input),
  }),
]
