import { z } from 'zod'
import { scopeOf } from '#app/modules/people/access.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { coverageRoles, maySeeCoverage } from '../access.ts'
import { EndOutreach, endOutreach } from './end-outreach.ts'
import { InvitePerson, invitePerson } from './invite-person.ts'
import { notReached } from './queries.ts'
import { WantVisit, wantVisit } from './want-visit.ts'

const Made = z.object({ id: z.uuid() })

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/coverage/not-reached',
    summary: 'The first fifty members within reach whom the current season has not reached',
    output: z.object({
      total: z.int(),
      people: z.array(
        z.object({
          id: z.uuid(),
          name: z.string(),
          unitId: z.uuid(),
          unitName: z.string(),
          homebound: z.boolean(),
        }),
      ),
    }),
    async run(ctx) {
      authorise(maySeeCoverage(ctx.actor))
      const season = found(await currentSeason(ctx))
      const scope = scopeOf(ctx.actor, coverageRoles)
      const { rows, total } = await notReached(ctx, season, { scope, unitId: null, page: 1 })
      return { total, people: rows }
    },
  }),
  commandEndpoint({
    path: '/outreach/invite',
    summary: 'Ask someone you look after to a session',
    input: InvitePerson,
    output: Made,
    run: (ctx, { input }) => invitePerson(ctx, input),
  }),
  commandEndpoint({
    path: '/outreach/want-visit',
    summary: 'Put someone you look after on the list of visits',
    input: WantVisit,
    output: Made,
    run: (ctx, { input }) => wantVisit(ctx, input),
  }),
  commandEndpoint({
    path: '/outreach/end',
    summary: 'Take an invitation or a visit back',
    input: EndOutreach,
    output: z.object({}),
    run: (ctx, { input }) => endOutreach(ctx, input),
  }),
]
