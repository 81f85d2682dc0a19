import { z } from 'zod'
import { mayRunUnit } from '#app/modules/people/access.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { branchToFit, talksToFit } from './queries.ts'
import { fitsOf } from './rules.ts'
import { SwitchFits, switchFits } from './switch-fits.ts'

const Fit = z.object({
  talkId: z.uuid(),
  whys: z.array(
    z.object({
      name: z.enum(['topicMissing', 'dialect', 'age', 'understood', 'near', 'pavilion']),
      topic: z.string().optional(),
      language: z.string().optional(),
      speaker: z.string().optional(),
      audience: z.string().optional(),
      held: z.int().optional(),
      said: z.int().optional(),
      well: z.int().optional(),
    }),
  ),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/units/:unitId/fits',
    summary: 'The talks that may fit a branch you run, each with why',
    output: z.object({ fits: z.array(Fit) }),
    async run(ctx, { params }) {
      authorise(mayRunUnit(ctx.actor, params['unitId']!))
      const branch = found(await branchToFit(ctx, params['unitId']!))
      return { fits: fitsOf(branch, await talksToFit(ctx, params['unitId']!)) }
    },
  }),
  commandEndpoint({
    path: '/fits',
    summary: 'Switch off what the menu suggests to you, or on again',
    input: SwitchFits,
    output: z.object({}),
    run: (ctx, { input }) => switchFits(ctx, input),
  }),
]
