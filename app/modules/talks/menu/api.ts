import { z } from 'zod'
import { found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayReadTalk } from './access.ts'
import { AddMaterial, addMaterial } from './add-material.ts'
import { AddTopic, addTopic } from './add-topic.ts'
import { ChangeTalk, changeTalk } from './change-talk.ts'
import { ChooseSpeakers, chooseSpeakers } from './choose-speakers.ts'
import { OfferForSeason, offerForSeason } from './offer-for-season.ts'
import { PublishTalk, publishTalk } from './publish-talk.ts'
import { PutTalkOnMenu, putTalkOnMenu } from './put-talk-on-menu.ts'
import { findOnMenu, findTalk, speakersOfTalk } from './queries.ts'
import { RemoveMaterial, removeMaterial } from './remove-material.ts'
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
  offeredFrom: z.string().nullable(),
  offeredUntil: z.string().nullable(),
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
      return (await findOnMenu(ctx, q ?? '')).talks.filter((talk) => fitsChoice(talk, choice))
    },
  }),
  readEndpoint({
    path: '/menu/:talkId',
    summary: 'One talk of the menu',
    open: true,
    output: Talk,
    async run(ctx, { params }) {
      const talk = found(await findTalk(ctx, params['talkId']!))
      const speakers = await speakersOfTalk(ctx, talk.id)
      return found(mayReadTalk(ctx.actor, talk, speakers) ? talk : null)
    },
  }),
  commandEndpoint({
    path: '/menu',
    summary: 'Put a talk on the menu, or begin to prepare it',
    input: PutTalkOnMenu,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => putTalkOnMenu(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/topics',
    summary: 'Add a topic to the street’s list',
    input: AddTopic,
    output: z.object({ code: z.string() }),
    run: (ctx, { input }) => addTopic(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/retire',
    summary: 'Take a talk off the menu',
    input: RetireTalk,
    output: z.object({}),
    run: (ctx, { input }) => retireTalk(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/publish',
    summary: 'Put a talk that was being prepared on the menu',
    input: PublishTalk,
    output: z.object({}),
    run: (ctx, { input }) => publishTalk(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/change',
    summary: 'Change what the menu says of a talk, as a new version',
    input: ChangeTalk,
    output: z.object({ version: z.int() }),
    run: (ctx, { input }) => changeTalk(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/season',
    summary: 'Offer a talk for a part of the year only, or all year again',
    input: OfferForSeason,
    output: z.object({}),
    run: (ctx, { input }) => offerForSeason(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/speakers',
    summary: 'Say who gives a talk, and how well',
    input: ChooseSpeakers,
    output: z.object({}),
    run: (ctx, { input }) => chooseSpeakers(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/materials',
    summary: 'Add a material to a talk, with the id of what was sent before',
    // A file comes as the id of what was sent in pieces before.
    input: AddMaterial.extend({ file: z.uuid() }),
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => addMaterial(ctx, input),
  }),
  commandEndpoint({
    path: '/menu/materials/remove',
    summary: 'Take a material away from a talk',
    input: RemoveMaterial,
    output: z.object({}),
    run: (ctx, { input }) => removeMaterial(ctx, input),
  }),
]
