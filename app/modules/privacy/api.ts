import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { AnswerRequest, answerRequest } from './answer-request.ts'
import { AskForCorrection, askForCorrection } from './ask-for-correction.ts'
import { AskForDeletion, askForDeletion } from './ask-for-deletion.ts'
import { ForgetPerson, forgetPerson } from './forget-person.ts'
import { runRetention } from './run-retention.ts'
import { WithdrawRequest, withdrawRequest } from './withdraw-request.ts'

const Made = z.object({ id: z.uuid() })
const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/privacy/corrections',
    summary: 'Say what is wrong in what is known of you or your child',
    input: AskForCorrection,
    output: Made,
    run: (ctx, { input }) => askForCorrection(ctx, input),
  }),
  commandEndpoint({
    path: '/privacy/deletions',
    summary: 'Ask that you or your child be deleted',
    input: AskForDeletion,
    output: Made,
    run: (ctx, { input }) => askForDeletion(ctx, input),
  }),
  commandEndpoint({
    path: '/privacy/withdraw',
    summary: 'Withdraw a request about your data',
    input: WithdrawRequest,
    output: Done,
    async run(ctx, { input }) {
      await withdrawRequest(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/privacy/answer',
    summary: 'Answer a request about personal data',
    input: AnswerRequest,
    output: Done,
    async run(ctx, { input }) {
      await answerRequest(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/privacy/forget',
    summary: 'Delete what is kept of a person; there is no way back',
    input: ForgetPerson,
    output: Done,
    async run(ctx, { input }) {
      await forgetPerson(ctx, input)
      return {}
    },
  }),
  commandEndpoint({
    path: '/privacy/retention',
    summary: 'Take away what is kept no longer',
    input: z.strictObject({}),
    output: z.object({ tables: z.array(z.object({ table: z.string(), rows: z.number() })) }),
    run: async (ctx) => ({ tables: await runRetention(ctx) }),
  }),
]
