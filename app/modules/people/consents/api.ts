import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { GiveConsent, giveConsent } from './give-consent.ts'
import { WithdrawConsent, withdrawConsent } from './withdraw-consent.ts'

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/consents',
    summary: 'Consent to one thing, for yourself or your child, or file a signed paper',
    input: GiveConsent,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => giveConsent(ctx, input),
  }),
  commandEndpoint({
    path: '/consents/withdraw',
    summary: 'Withdraw a consent',
    input: WithdrawConsent,
    output: z.object({}),
    async run(ctx, { input }) {
      await withdrawConsent(ctx, input)
      return {}
    },
  }),
]
