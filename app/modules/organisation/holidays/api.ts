import { z } from 'zod'
import { authorise, found } from '#app/platform/errors.ts'
import { commandEndpoint, type Endpoint, readEndpoint } from '#app/platform/http/endpoint.ts'
import { maySeeHolidays } from '../access.ts'
import { EnterHolidays, enterHolidays } from './enter-holidays.ts'
import { holidaysOf } from './queries.ts'

const Day = z.object({
  day: z.iso.date(),
  kind: z.enum(['off', 'work']),
  name: z.string(),
  nameEn: z.string(),
})

export const endpoints: readonly Endpoint[] = [
  readEndpoint({
    path: '/holidays/:year',
    summary:
      'One year’s holidays, and the weekend days worked for them; none where the year is unknown',
    output: z.object({ days: z.array(Day) }),
    async run(ctx, { params }) {
      authorise(maySeeHolidays(ctx.actor))
      const year = found(z.coerce.number().int().min(2000).max(2100).safeParse(params['year']).data)
      return { days: await holidaysOf(ctx, year) }
    },
  }),
  commandEndpoint({
    path: '/holidays',
    summary:
      'Enter or correct a whole year’s holidays, one span a line (2022-01-31~2022-02-06,off,Spring Festival)',
    input: EnterHolidays,
    output: z.object({}),
    async run(ctx, { input }) {
      await enterHolidays(ctx, input)
      return {}
    },
  }),
]
