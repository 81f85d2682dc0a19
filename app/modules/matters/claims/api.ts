import { z } from 'zod'
import { scopeOf, unitRoles } from '#app/modules/people/access.ts'
import { authorise } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
} from '#app/platform/http/endpoint.ts'
import { maySeeBoard } from '../board/access.ts'
import { CallBack, callBack } from './call-back.ts'
import { ClaimMatter, claimMatter } from './claim-matter.ts'
import { EndClaim, endClaim } from './end-claim.ts'
import { FinishClaim, finishClaim } from './finish-claim.ts'
import { GiveVerdict, giveVerdict } from './give-verdict.ts'
import { NoteProgress, noteProgress } from './note-progress.ts'
import { claimsOfUnits } from './queries.ts'
import { SeeResidents, seeResidents } from './see-residents.ts'

const Done = z.object({})

const Claim = z.object({
  id: z.uuid(),
  matterId: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  part: z.int(),
  partName: z.string(),
  assignedTo: z.uuid(),
  claimedAt: Moment,
  contactedAt: Moment.nullable(),
  doneAt: Moment.nullable(),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/claims',
    summary: 'What the branches you run hold now, and what you are the contact for',
    query: z.object({}),
    output: Claim,
    async run(ctx) {
      authorise(maySeeBoard(ctx.actor))
      const { unitIds } = scopeOf(ctx.actor, unitRoles)
      return claimsOfUnits(ctx, unitIds, ctx.actor.personId)
    },
  }),
  commandEndpoint({
    path: '/claims',
    summary: 'Take a matter on for a branch, or a part of it, or share it by naming the parts',
    input: ClaimMatter,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => claimMatter(ctx, input),
  }),
  commandEndpoint({
    path: '/claims/notes',
    summary: 'Note how it goes; the first note says that the resident has heard from the branch',
    input: NoteProgress,
    output: z.object({ masked: z.boolean() }),
    run: (ctx, { input }) => noteProgress(ctx, input),
  }),
  commandEndpoint({
    path: '/claims/end',
    summary: 'Hand a claim back, freely',
    input: EndClaim,
    output: Done,
    async run(ctx, { input }) {
      await endClaim(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/claims/finish',
    summary: 'Say that a branch’s part is done',
    input: FinishClaim,
    output: Done,
    async run(ctx, { input }) {
      await finishClaim(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/verdicts',
    summary:
      'Write down whether a resident calls a matter solved, by someone who had no part in it',
    input: GiveVerdict,
    output: Done,
    async run(ctx, { input }) {
      await giveVerdict(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/verdicts/call-back',
    summary: 'Write down the call to a resident who said that it was not solved',
    input: CallBack,
    output: Done,
    async run(ctx, { input }) {
      await callBack(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/claims/residents',
    summary: 'Open how to reach a matter’s residents, for an hour; it is noted',
    input: SeeResidents,
    output: Done,
    async run(ctx, { input }) {
      await seeResidents(ctx, input)
      return {}
    },
  }),
]
