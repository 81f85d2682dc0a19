import { z } from 'zod'
import { commandEndpoint, type Endpoint } from '#app/platform/http/endpoint.ts'
import { ChangeRequirements, changeRequirements } from './change-requirements.ts'
import { ExemptPerson, exemptPerson } from './exempt-person.ts'
import { ShortenExemption, shortenExemption } from './shorten-exemption.ts'

const Done = z.object({})

export const endpoints: readonly Endpoint[] = [
  commandEndpoint({
    path: '/seasons/requirements',
    summary: 'Change what a season asks of each role',
    input: ChangeRequirements,
    output: Done,
    run: (ctx, { input }) => changeRequirements(ctx, input),
  }),
  commandEndpoint({
    path: '/exemptions',
    summary: 'Exempt a person for some days',
    input: ExemptPerson,
    output: z.object({ id: z.uuid() }),
    run: (ctx, { input }) => exemptPerson(ctx, input),
  }),
  commandEndpoint({
    path: '/exemptions/shorten',
    summary: 'Let an exemption end earlier',
    input: ShortenExemption,
    output: Done,
    run: (ctx, { input }) => shortenExemption(ctx, input),
  }),
]
