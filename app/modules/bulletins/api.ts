import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayReadBulletins } from './access.ts'
import { bulletins, findBulletin, recordsBehind, valuesOf } from './queries.ts'
import { figureOf, figuresIn } from './rules.ts'
import { SaveBulletin, saveBulletin } from './save-bulletin.ts'
import { StartBulletin, startBulletin } from './start-bulletin.ts'

const Bulletin = z.object({
  id: z.uuid(),
  number: z.int(),
  language: z.string(),
  title: z.string(),
  version: z.int(),
})
const Draft = Bulletin.extend({ seasonId: z.uuid(), body: z.string() })
const Record = z.object({
  kind: z.string(),
  id: z.uuid(),
  label: z.string(),
  labelEn: z.string(),
  place: z.string().nullable(),
  at: Moment.nullable(),
  pieces: z.int(),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/bulletins',
    summary: 'The bulletins of the street',
    query: z.object({}),
    output: Bulletin,
    async run(ctx) {
      authorise(mayReadBulletins(ctx.actor))
      return bulletins(ctx)
    },
  }),
  readEndpoint({
    path: '/bulletins/:bulletinId',
    summary: 'A bulletin’s text, with what its figures say now',
    output: Draft.extend({ figures: z.record(z.string(), z.number()) }),
    async run(ctx, { params }) {
      authorise(mayReadBulletins(ctx.actor))
      const bulletin = found(await findBulletin(ctx, params['bulletinId']!))
      const values = await valuesOf(ctx, bulletin.season, figuresIn(bulletin.body))
      return { ...bulletin, figures: Object.fromEntries(values) }
    },
  }),
  readEndpoint({
    path: '/bulletins/:bulletinId/figures/:figure',
    summary: 'What a figure says now and the first hundred records behind it',
    output: z.object({ value: z.number(), total: z.int(), records: z.array(Record) }),
    async run(ctx, { params }) {
      authorise(mayReadBulletins(ctx.actor))
      const bulletin = found(await findBulletin(ctx, params['bulletinId']!))
      const figure = found(figureOf(params['figure']!))
      return recordsBehind(ctx, bulletin.season, figure, { limit: 100, offset: 0 })
    },
  }),
  commandEndpoint({
    path: '/bulletins',
    summary: 'Start a bulletin with a first draft of the season’s records',
    input: StartBulletin,
    output: Draft,
    run: (ctx, { input }) => startBulletin(ctx, input),
  }),
  commandEndpoint({
    path: '/bulletins/save',
    summary: 'Save a bulletin’s text over the version that was opened',
    input: SaveBulletin,
    output: Draft,
    run: (ctx, { input }) => saveBulletin(ctx, input),
  }),
]
