import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, wholeNumber } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { keepCounts } from './keep-counts.ts'
import { askedAt, countsOf, typedOf } from './queries.ts'
import { countedAnew, whyNotCounted } from './rules.ts'

const count = optional(wholeNumber(0, 5000))
const Pair = z
  .strictObject({ yes: count, no: count })
  .transform(({ yes = 0, no = 0 }) => ({ yes, no }))
  .optional()

/** How many said yes and not quite, to each of the four that was asked. */
export const TapCounts = z.strictObject({
  understood: Pair,
  worth_hearing: Pair,
  will_remember: Pair,
  will_use: Pair,
})

export const CountTaps = z.strictObject({
  sessionId: z.uuid(),
  /** Strips of paper as they were gathered, or hands as they were raised. */
  way: z.enum(['paper', 'hands']),
  counts: TapCounts,
})

/** Who runs a session types in how many said what; the same again puts the numbers right. */
export async function countTaps(ctx: Context, { way, ...input }: z.infer<typeof CountTaps>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const asked = found(await askedAt(ctx, session.id))
  const typed = await typedOf(ctx, session.id)
  const rows = await countsOf(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  const anew = { ...typed, [way]: { ...typed[way], ...input.counts } }
  refuseIf(whyNotCounted(asked, way, anew))
  const asProgram = { ...ctx, actor: system }
  const kept = countedAnew(rows, way, input.counts)
  await keepCounts(asProgram, { sessionId: session.id, rows: kept })
  await record(ctx, 'taps.counted', session.id, { details: { way } })
}
