import { z } from 'zod'
import { authorise } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, listEndpoint } from '#app/platform/http/endpoint.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayKeepSpeakers } from './access.ts'
import { CorrectEntry, correctEntry } from './correct-entry.ts'
import { EndSpeaking, endSpeaking } from './end-speaking.ts'
import { experts } from './queries.ts'
import { RegisterSpeaker, registerSpeaker } from './register-speaker.ts'
import { speakerFacets, speakerFits, speakerKinds, vettingState, vettingStates } from './rules.ts'
import { SetAvailability, setAvailability } from './set-availability.ts'
import { VetSpeaker, vetSpeaker } from './vet-speaker.ts'

const Speaker = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(speakerKinds),
  about: z.string(),
  aboutEn: z.string(),
  languages: z.array(z.string()),
  conditions: z.string(),
  mostGuests: z.int().nullable(),
  topics: z.array(z.string()),
  formats: z.array(z.string()),
  audiences: z.array(z.string()),
  lengths: z.array(z.int()),
  rangeKm: z.int().nullable(),
  vettedUntil: z.string().nullable(),
  vetting: z.enum(vettingStates),
  communityName: z.string().nullable(),
})

const facets = Object.fromEntries(speakerFacets.map((facet) => [facet, z.string().optional()]))

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/speakers',
    summary: 'The speaker register, narrowed like the page',
    query: z.object(facets),
    output: Speaker,
    async run(ctx, { query }) {
      authorise(mayKeepSpeakers(ctx.actor))
      const today = dayOf(ctx.now)
      return (await experts(ctx))
        .map((each) => ({ ...each, vetting: vettingState(each.vettedUntil, today) }))
        .filter((speaker) => speakerFits(speaker, query))
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
    path: '/speakers/correct',
    summary: 'Correct an entry of the register: your own, or as the office',
    input: CorrectEntry,
    output: z.object({}),
    run: (ctx, { input }) => correctEntry(ctx, input),
  }),
  commandEndpoint({
    path: '/speakers/availability',
    summary: 'Say when a speaker can come; it replaces what was said before',
    input: SetAvailability,
    output: z.object({}),
    run: (ctx, { input }) => setAvailability(ctx, input),
  }),
  commandEndpoint({
    path: '/speakers/vet',
    summary:
      'Note that the street has asked around about a speaker, and until when it vouches for them',
    input: VetSpeaker,
    output: z.object({}),
    run: (ctx, { input }) => vetSpeaker(ctx, input),
  }),
  commandEndpoint({
    path: '/speakers/leave',
    summary: 'Take a speaker off the register, or leave it',
    input: EndSpeaking,
    output: z.object({}),
    run: (ctx, { input }) => endSpeaking(ctx, input),
  }),
]
