import { z } from 'zod'
import { authorise } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, listEndpoint } from '#app/platform/http/endpoint.ts'
import { mayKeepSpeakers } from './access.ts'
import { EndSpeaking, endSpeaking } from './end-speaking.ts'
import { speakers } from './queries.ts'
import { RegisterSpeaker, registerSpeaker } from './register-speaker.ts'
import { speakerKinds } from './rules.ts'

const Speaker = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(speakerKinds),
  about: z.string(),
  aboutEn: z.string(),
  languages: z.array(z.string()),
  conditions: z.string(),
  mostGuests: z.int().nullable(),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/speakers',
    summary: 'The speaker register',
    query: z.object({}),
    output: Speaker,
    async run(ctx) {
      authorise(mayKeepSpeakers(ctx.actor))
      return (await speakers(ctx)).filter((speaker) => !speaker.leftAt)
    },
  }),
  commandEndpoint({
    path: '/speakers',
    summary: 'Enter a person in the speaker register',
    input: RegisterSpeaker,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => registerSpeaker(ctx, input),
  }),
  commandEndpoint({
    path: '/speakers/leave',
    summary: 'Take a speaker off the register, or leave it',
    input: EndSpeaking,
    output: z.object({}),
    run: (ctx, { input }) => endSpeaking(ctx, input),
  }),
]
