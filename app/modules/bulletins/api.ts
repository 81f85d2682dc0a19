import { z } from 'zod'
import { authorise, found, openToEveryone } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { mayReadBulletins } from './access.ts'
import { ApproveBulletin, approveBulletin } from './approve-bulletin.ts'
import { KeepHouseWords, keepHouseWords } from './checks/keep-house-words.ts'
import { CommentOnBulletin, commentOnBulletin } from './comment-on-bulletin.ts'
import { figureOf, figuresIn } from './figures/rules.ts'
import { HandInBulletin, handInBulletin } from './hand-in-bulletin.ts'
import { articles } from './news/queries.ts'
import { AddPicture, addPicture } from './pictures/add-picture.ts'
import { NamePeopleOnPicture, namePeopleOnPicture } from './pictures/name-people-on-picture.ts'
import { RemovePicture, removePicture } from './pictures/remove-picture.ts'
import { TakeSessionPhoto, takeSessionPhoto } from './pictures/take-session-photo.ts'
import { PublishBulletin, publishBulletin } from './publish-bulletin.ts'
import { bulletins, evidenceOf, findBulletin, saidBy } from './queries.ts'
import { LeaveOutPerson, leaveOutPerson } from './quotes/leave-out-person.ts'
import { TellOfPerson, tellOfPerson } from './quotes/tell-of-person.ts'
import { SaveBulletin, saveBulletin } from './save-bulletin.ts'
import { SendBackBulletin, sendBackBulletin } from './send-back-bulletin.ts'
import { StartBulletin, startBulletin } from './start-bulletin.ts'
import { StartCorrection, startCorrection } from './start-correction.ts'

const Bulletin = z.object({
  id: z.uuid(),
  number: z.int(),
  language: z.string(),
  title: z.string(),
  version: z.int(),
  status: z.string(),
})
const Draft = Bulletin.extend({ seasonId: z.uuid(), body: z.string() })
const Done = z.object({})
const News = z.object({
  id: z.uuid(),
  number: z.int(),
  title: z.string(),
  language: z.string(),
  publishedAt: Moment,
  correctsId: z.uuid().nullable(),
  text: z.string(),
})
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
      const values = await saidBy(ctx, bulletin, figuresIn(bulletin.body))
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
      return found(await evidenceOf(ctx, bulletin, figure, { limit: 100, offset: 0 }))
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
  commandEndpoint({
    path: '/bulletins/hand-in',
    summary: 'Hand a draft in for its three reviews',
    input: HandInBulletin,
    output: Done,
    run: (ctx, { input }) => doing(handInBulletin(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/approve',
    summary: 'Approve the version that was read',
    input: ApproveBulletin,
    output: Done,
    run: (ctx, { input }) => doing(approveBulletin(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/send-back',
    summary: 'Send a bulletin back, saying where and what',
    input: SendBackBulletin,
    output: Done,
    run: (ctx, { input }) => doing(sendBackBulletin(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/comment',
    summary: 'Leave a comment at a paragraph',
    input: CommentOnBulletin,
    output: Done,
    run: (ctx, { input }) => doing(commentOnBulletin(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/publish',
    summary: 'Publish a bulletin that all have read, and freeze its figures',
    input: PublishBulletin,
    output: Done,
    run: (ctx, { input }) => doing(publishBulletin(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/correct',
    summary: 'Start the correction of a published bulletin',
    input: StartCorrection,
    output: Draft,
    run: (ctx, { input }) => startCorrection(ctx, input),
  }),
  commandEndpoint({
    path: '/bulletins/people',
    summary: 'Enter someone whom a bulletin tells of',
    input: TellOfPerson,
    output: Done,
    run: (ctx, { input }) => doing(tellOfPerson(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/people/leave-out',
    summary: 'Leave someone out of a bulletin',
    input: LeaveOutPerson,
    output: Done,
    run: (ctx, { input }) => doing(leaveOutPerson(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/pictures',
    summary: 'Add a picture that was sent before, by the id of what was sent',
    input: AddPicture.extend({ file: z.uuid() }),
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => addPicture(ctx, input),
  }),
  commandEndpoint({
    path: '/bulletins/pictures/from-session',
    summary: 'Take a photo of a session into a draft',
    input: TakeSessionPhoto,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => takeSessionPhoto(ctx, input),
  }),
  commandEndpoint({
    path: '/bulletins/pictures/people',
    summary: 'Say who can be recognised on a picture',
    input: NamePeopleOnPicture,
    output: Done,
    run: (ctx, { input }) => doing(namePeopleOnPicture(ctx, input)),
  }),
  commandEndpoint({
    path: '/bulletins/pictures/remove',
    summary: 'Take a picture out of a draft',
    input: RemovePicture,
    output: Done,
    run: (ctx, { input }) => doing(removePicture(ctx, input)),
  }),
  commandEndpoint({
    path: '/house-words',
    summary: 'Keep the list of words that bulletins do not use',
    input: KeepHouseWords,
    output: Done,
    run: (ctx, { input }) => doing(keepHouseWords(ctx, input)),
  }),
  listEndpoint({
    path: '/news',
    summary: 'The published bulletins of the street',
    open: true,
    query: z.object({}),
    output: News,
    async run(ctx) {
      openToEveryone()
      return (await articles(ctx)).map(({ parts, ...bulletin }) => ({
        ...bulletin,
        text: parts.flatMap((part) => ('text' in part ? part.text : [])).join('\n'),
      }))
    },
  }),
]

async function doing(done: Promise<unknown>): Promise<object> {
  await done
  return {}
}
