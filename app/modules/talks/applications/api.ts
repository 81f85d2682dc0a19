import { z } from 'zod'
import { authorise } from '#app/platform/errors.ts'
import {
  commandEndpoint,
  type Endpoint,
  listEndpoint,
  Moment,
} from '#app/platform/http/endpoint.ts'
import { mayDecideApplications } from './access.ts'
import { ApplyToSpeak, applyToSpeak } from './apply-to-speak.ts'
import { ArrangeTrial, arrangeTrial } from './arrange-trial.ts'
import { DeclineApplication, declineApplication } from './decline-application.ts'
import { NoteTalk, noteTalk } from './note-talk.ts'
import { NoteTrial, noteTrial } from './note-trial.ts'
import { applications } from './queries.ts'
import { RegisterApplicant, registerApplicant } from './register-applicant.ts'
import { WithdrawApplication, withdrawApplication } from './withdraw-application.ts'

const Done = z.object({})

const Application = z.object({
  id: z.uuid(),
  number: z.int(),
  name: z.string(),
  about: z.string(),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
  status: z.enum(['applied', 'talked', 'trial', 'heard', 'registered', 'declined', 'withdrawn']),
  appliedAt: Moment,
  trialAt: Moment.nullable(),
})

export const endpoints: readonly Endpoint[] = [
  listEndpoint({
    path: '/applications',
    summary: 'The people who would like to speak, those still open first',
    query: z.object({}),
    output: Application,
    async run(ctx) {
      authorise(mayDecideApplications(ctx.actor))
      return applications(ctx)
    },
  }),
  commandEndpoint({
    path: '/applications',
    summary: 'Apply to speak to neighbours, signed in or not',
    open: true,
    input: ApplyToSpeak,
    output: Done,
    run: (ctx, { input }) => applyToSpeak(ctx, input),
  }),
  commandEndpoint({
    path: '/applications/talked',
    summary: 'Note what came of the talk with an applicant',
    input: NoteTalk,
    output: Done,
    run: (ctx, { input }) => noteTalk(ctx, input),
  }),
  commandEndpoint({
    path: '/applications/trial',
    summary: 'Arrange an applicant’s trial talk',
    input: ArrangeTrial,
    output: Done,
    run: (ctx, { input }) => arrangeTrial(ctx, input),
  }),
  commandEndpoint({
    path: '/applications/heard',
    summary: 'Note what was said of a trial talk',
    input: NoteTrial,
    output: Done,
    run: (ctx, { input }) => noteTrial(ctx, input),
  }),
  commandEndpoint({
    path: '/applications/register',
    summary: 'Enter an applicant in the speaker register',
    input: RegisterApplicant,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => registerApplicant(ctx, input),
  }),
  commandEndpoint({
    path: '/applications/decline',
    summary: 'Decline an application, with a reason',
    input: DeclineApplication,
    output: Done,
    run: (ctx, { input }) => declineApplication(ctx, input),
  }),
  commandEndpoint({
    path: '/applications/withdraw',
    summary: 'Take an application back',
    input: WithdrawApplication,
    output: Done,
    run: (ctx, { input }) => withdrawApplication(ctx, input),
  }),
]
