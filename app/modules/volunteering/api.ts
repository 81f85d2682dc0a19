import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  During,
  type Endpoint,
  listEndpoint,
  readEndpoint,
} from '#app/platform/http/endpoint.ts'
import { ApplyToServe, applyToServe } from './posts/apply-to-serve.ts'
import { CancelShift, cancelShift } from './posts/cancel-shift.ts'
import { ClosePost, closePost } from './posts/close-post.ts'
import { OpenPost, openPost } from './posts/open-post.ts'
import { PlanShifts, planShifts } from './posts/plan-shifts.ts'
import { comingShifts, findServer, openPosts } from './posts/queries.ts'
import { VetApplication, vetApplication } from './posts/vet-application.ts'
import { WithdrawApplication, withdrawApplication } from './posts/withdraw-application.ts'
import { maySeeRecord } from './records/access.ts'
import { AnswerDispute, answerDispute } from './records/answer-dispute.ts'
import { CallShiftRoll, callShiftRoll } from './records/call-shift-roll.ts'
import { ConfirmService, confirmService } from './records/confirm-service.ts'
import { CorrectService, correctService } from './records/correct-service.ts'
import { DisputeService, disputeService } from './records/dispute-service.ts'
import { IssueCertificate, issueCertificate } from './records/issue-certificate.ts'
import { recordsOf } from './records/queries.ts'
import { WithdrawCertificate, withdrawCertificate } from './records/withdraw-certificate.ts'
import { AskToServe, askToServe } from './rota/ask-to-serve.ts'
import { GiveUpPlace, giveUpPlace } from './rota/give-up-place.ts'
import { OfferSwap, offerSwap } from './rota/offer-swap.ts'
import { placesAhead } from './rota/queries.ts'
import { TakePlace, takePlace } from './rota/take-place.ts'
import { TakeSwap, takeSwap } from './rota/take-swap.ts'
import { WithdrawSwap, withdrawSwap } from './rota/withdraw-swap.ts'
import { ConfirmPickUp, confirmPickUp } from './youth/confirm-pick-up.ts'
import { GiveServiceConsent, giveServiceConsent } from './youth/give-service-consent.ts'
import { JoinTeam, joinTeam } from './youth/join-team.ts'
import { LeaveTeam, leaveTeam } from './youth/leave-team.ts'
import { SetServiceRule, setServiceRule } from './youth/set-service-rule.ts'
import { StartTeam, startTeam } from './youth/start-team.ts'
import { WithdrawServiceConsent, withdrawServiceConsent } from './youth/withdraw-service-consent.ts'

const Done = z.object({})
const Made = z.object({ id: z.uuid() })

/** A command's line; what it returns is shaped by its output. */
const line = <I>(
  path: string,
  summary: string,
  input: z.ZodType<I>,
  run: (ctx: Parameters<Endpoint['run']>[0], input: I) => Promise<unknown>,
  output: z.ZodType = Done,
) =>
  commandEndpoint({
    path,
    summary,
    input,
    output,
    run: async (ctx, asked) => (await run(ctx, asked.input)) ?? {},
  })

const reads: readonly Endpoint[] = [
  listEndpoint({
    path: '/posts',
    summary: 'Where volunteers can serve',
    open: true,
    query: z.object({}),
    output: z.object({
      id: z.uuid(),
      number: z.int(),
      title: z.string(),
      titleEn: z.string(),
      tasks: z.string(),
      place: z.string(),
      unitName: z.string(),
      leastAge: z.int(),
      risk: z.enum(['none', 'some']),
      riskNotice: z.string(),
      vettedTwice: z.boolean(),
    }),
    run: async (ctx) => (await openPosts(ctx)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
  listEndpoint({
    path: '/shifts',
    summary: 'Coming shifts, with how many hands each needs and has',
    open: true,
    query: z.object({}),
    output: z.object({
      id: z.uuid(),
      postId: z.uuid(),
      title: z.string(),
      titleEn: z.string(),
      place: z.string(),
      during: During,
      needed: z.int(),
      taken: z.int(),
    }),
    run: async (ctx) => (await comingShifts(ctx)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
  listEndpoint({
    path: '/places',
    summary: 'Your own places on coming shifts',
    query: z.object({}),
    output: z.object({
      id: z.uuid(),
      shiftId: z.uuid(),
      title: z.string(),
      titleEn: z.string(),
      place: z.string(),
      during: During,
    }),
    async run(ctx) {
      authorise(isSignedIn(ctx.actor))
      const places = await placesAhead(ctx, [found(ctx.actor.personId)])
      return places.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    },
  }),
  readEndpoint({
    path: '/service-records/:personId',
    summary: 'A person’s service, confirmed or waiting',
    output: z.object({
      records: z.array(
        z.object({
          placeId: z.uuid(),
          title: z.string(),
          during: During,
          outcome: z.string(),
          minutes: z.int(),
          noticeUntil: z.string().nullable(),
          disputed: z.boolean(),
        }),
      ),
    }),
    async run(ctx, { params }) {
      const person = found(await findServer(ctx, params['personId']!))
      found(maySeeRecord(ctx.actor, person) || null)
      return { records: await recordsOf(ctx, person.id) }
    },
  }),
]

const rota: readonly Endpoint[] = [
  line('/posts', 'Open a post', OpenPost, openPost, Made),
  line('/posts/close', 'Close a post to new applications', ClosePost, closePost),
  line(
    '/shifts',
    'Plan shifts of a post',
    PlanShifts,
    planShifts,
    z.object({ ids: z.array(z.uuid()) }),
  ),
  line('/shifts/cancel', 'Call a shift off', CancelShift, cancelShift),
  line('/shifts/ask', 'Ask everyone who could come to a shift', AskToServe, askToServe),
  line(
    '/post-applications',
    'Apply to serve, or for someone you act for',
    ApplyToServe,
    applyToServe,
    Made,
  ),
  line(
    '/post-applications/vet',
    'Look at an application: approve or decline',
    VetApplication,
    vetApplication,
  ),
  line(
    '/post-applications/withdraw',
    'Withdraw an application',
    WithdrawApplication,
    withdrawApplication,
  ),
  line('/places', 'Take a place on a shift, or give one to someone', TakePlace, takePlace, Made),
  line('/places/give-up', 'Give a place up', GiveUpPlace, giveUpPlace),
  line('/places/fetched', 'Confirm that a child was fetched', ConfirmPickUp, confirmPickUp),
  line('/swaps', 'Offer a place to others', OfferSwap, offerSwap, Made),
  line('/swaps/withdraw', 'Keep an offered place', WithdrawSwap, withdrawSwap),
  line('/swaps/take', 'Take an offered place over', TakeSwap, takeSwap, Made),
]

const youth: readonly Endpoint[] = [
  line('/teams', 'Start a team of young volunteers', StartTeam, startTeam, Made),
  line('/teams/join', 'Enter someone in a team', JoinTeam, joinTeam),
  line('/teams/leave', 'Leave a team', LeaveTeam, leaveTeam),
  line(
    '/service-consents',
    'Consent to a child’s serving at a post, or file the signed paper',
    GiveServiceConsent,
    giveServiceConsent,
    Made,
  ),
  line(
    '/service-consents/withdraw',
    'Withdraw such a consent; the child comes off the rota',
    WithdrawServiceConsent,
    withdrawServiceConsent,
  ),
  line('/service-rules', 'Set what protects those who serve', SetServiceRule, setServiceRule),
]

const records: readonly Endpoint[] = [
  line('/shifts/roll', 'Call the roll of a shift', CallShiftRoll, callShiftRoll),
  line(
    '/service-records/confirm',
    'Confirm service that someone else recorded',
    ConfirmService,
    confirmService,
  ),
  line(
    '/service-records/correct',
    'Correct a record by a new one',
    CorrectService,
    correctService,
    Made,
  ),
  line(
    '/service-records/dispute',
    'Say that a record isn’t right',
    DisputeService,
    disputeService,
    Made,
  ),
  line('/service-records/answer', 'Answer a dispute', AnswerDispute, answerDispute),
  line(
    '/certificates',
    'Issue a certificate of settled service',
    IssueCertificate,
    issueCertificate,
    Made,
  ),
  line(
    '/certificates/withdraw',
    'Withdraw a certificate',
    WithdrawCertificate,
    withdrawCertificate,
  ),
]

export const endpoints: readonly Endpoint[] = [...reads, ...rota, ...youth, ...records]
