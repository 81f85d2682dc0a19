import { z } from 'zod'
import { type Context, system } from '#app/platform/context.ts'
import { found, openToEveryone, refuseIf } from '#app/platform/errors.ts'
import { optional } from '#app/platform/http/forms.ts'
import { lockSession } from '../queries.ts'
import { keepCounts } from './keep-counts.ts'
import { countsOf, openTapsLink } from './queries.ts'
import { taps, whyNotAnswered, withAnswer } from './rules.ts'

const Answer = optional(z.enum(['yes', 'no']))

export const AnswerTaps = z.strictObject({
  link: z.string().max(100),
  /** Any of the four may be left out. */
  understood: Answer,
  worth_hearing: Answer,
  will_remember: Answer,
  will_use: Answer,
})

/**
 * Someone who was at a session says by the link of their message how it was: once, without a sign-in.
 * It is added to what was counted before, and no fact is recorded: nothing ties an answer to a person
 * or to a moment.
 */
export async function answerTaps(ctx: Context, input: z.infer<typeof AnswerTaps>) {
  const before = found(await openTapsLink(ctx, input.link))
  // Whoever else answers about this session, or types in counts, comes before or after.
  await lockSession(ctx, before.slip.sessionId)
  const { over, slip } = found(await openTapsLink(ctx, input.link))
  const rows = await countsOf(ctx, slip.sessionId)
  openToEveryone()
  const said = taps.filter((tap) => input[tap] !== undefined)
  refuseIf(whyNotAnswered(slip, { over, askedInTheRoom: slip.askedInTheRoom }, said))
  await ctx.tx
    .updateTable('outcomeSlip')
    .set({ answered: true })
    .where('streetId', '=', ctx.street)
    .where('id', '=', slip.id)
    .execute()
  const { link: _, ...answers } = input
  const asProgram = { ...ctx, actor: system }
  await keepCounts(asProgram, { sessionId: slip.sessionId, rows: withAnswer(rows, answers) })
}
