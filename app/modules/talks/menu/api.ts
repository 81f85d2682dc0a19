import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { PutTalkOnMenu, putTalkOnMenu } from './put-talk-on-menu.ts'
import { findTalk, menuOf } from './queries.ts'
import { RetireTalk, retireTalk } from './retire-talk.ts'
import { facetNames, fitsChoice } from './rules.ts'

const Talk = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  titleEn: z.string(),
  about: z.string(),
  aboutEn: z.string(),
  strandCode: z.string(),
  topics: z.array(z.string()),
  audiences: z.array(z.string()),
  formats: z.array(z.string()),
  languages: z.array(z.string()),
  minutes: z.int(),
})

const facets = Object.fromEntries(facetNames.map((facet) => [facet, z.string().optional()]))

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/menu',
    summary: 'The talks that can be ordered, found by words and narrowed like the page',
    open: true,
    query: z.object({ q: z.string().max(100).optional(), ...facets }),
    output: Talk,
    async run(ctx, { query }) {
      const { q, ...choice } = query
      return (await menuOf(ctx, q)).talks.filter((talk) => fitsChoice(talk, choice))
    },
  }),
  readEndpoint({
    path: '/menu/:talkId',
    summary: 'One talk of the menu',
    open: true,
    output: Talk,
    run: async (ctx, { params }) => found(await findTalk(ctx, params['talkId']!)),
  }),
  commandEndpoint({
    path: '/menu',
    summary: 'Put a talk on the menu',
    input: PutTalkOnMenu,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => putTalkOnMenu(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/retire',
    summary: 'Take a talk off the menu',
    input: RetireTalk,
    output: z.object({}),
    run: (ctx, { input }) => retireTalk(ctx, input),
  }),
]
