import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, text, tick, wholeNumber } from '#app/platform/http/forms.ts'
import { mayRunSession } from './access.ts'
import { countTaps, TapCounts } from './outcomes/count-taps.ts'
import { sizeOf, taps } from './outcomes/rules.ts'
import { lockSession } from './queries.ts'
import { marksOf } from './roll/queries.ts'
import { attendedIn, countRoll } from './roll/rules.ts'
import { whyNotClosed } from './rules.ts'
import { thingsOf } from './things/queries.ts'
import { findRound, visitsOf } from './visits/queries.ts'
import { roundCounts } from './visits/rules.ts'

/** How many kinds of things can be written down as given out. */
export const mostThings = 6

const Given = z.strictObject({ thing: text(40), pieces: wholeNumber(1, 100_000) })
type Line<T> = T | null

// A form sends its unused lines empty. A union would put its faults at the line, not at the field.
const GivenLine: z.ZodType<
  Line<z.output<typeof Given>>,
  Line<z.input<typeof Given>>
> = z.preprocess((line) => (isEmptyLine(line) ? null : line), Given.nullable())

export const CloseSession = z.strictObject({
  sessionId: z.uuid(),
  /** Who was there without a name on the roll. */
  guests: wholeNumber(0, 5000),
  given: z.array(GivenLine).max(mostThings).default([]),
  note: optionalText(2000),
  /** Hands as they were raised, where they were counted; nobody is asked again by message then. */
  hands: TapCounts.optional(),
  /** Strips were handed out: they are typed in later. */
  strips: tick.optional(),
})

function isEmptyLine(line: unknown): boolean {
  return (
    typeof line === 'object' && line !== null && Object.values(line).every((value) => value === '')
  )
}

/** The host closes a session with how it came out; the head-count comes from the roll. */
export async function closeSession(ctx: Context, input: z.infer<typeof CloseSession>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const marks = await marksOf(ctx, session.id)
  const counted = await countedAt(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(
    whyNotClosed(session, { marked: marks.size + counted.doors, guests: input.guests }, ctx.now),
  )
  await ctx.tx
    .updateTable('session')
    .set({ status: 'held' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', session.id)
    .execute()
  await ctx.tx
    .insertInto('outcome')
    .values({
      streetId: ctx.street,
      sessionId: session.id,
      guests: input.guests,
      note: input.note,
      closedBy: found(ctx.actor.personId),
      closedAt: ctx.now,
    })
    .execute()
  const typed = input.given.filter((line) => line !== null)
  const given = [...counted.given, ...typed.map((line) => ({ ...line, offered: null }))]
  if (given.length > 0) {
    await ctx.tx
      .insertInto('givenOut')
      .values(
        given.map((line, position) => ({
          streetId: ctx.street,
          sessionId: session.id,
          position,
          ...line,
        })),
      )
      .execute()
  }
  const named = attendedIn(countRoll(marks.values()))
  const { hands } = input
  const raised = hands !== undefined && taps.some((tap) => sizeOf(hands[tap]) > 0)
  if (raised) await countTaps(ctx, { sessionId: session.id, way: 'hands', counts: hands })
  await record(ctx, 'session.closed', session.id, {
    details: {
      dispatchId: session.dispatchId,
      named,
      guests: input.guests,
      headCount: named + input.guests,
      given,
      asked: raised ? 'hands' : input.strips ? 'strips' : 'link',
    },
  })
}

/** What was counted while the session went: things given out, and on a round the doors and what was left. */
async function countedAt(ctx: Context, sessionId: string) {
  // Also what nobody took: how many are left is worth knowing.
  const things = await thingsOf(ctx, sessionId)
  const given = things.map(({ name, offered, given: pieces }) => ({ thing: name, pieces, offered }))
  const round = await findRound(ctx, sessionId)
  if (!round) return { doors: 0, given }
  const { all, left, pieces } = roundCounts(await visitsOf(ctx, sessionId))
  const leaves = round.leaves === '' ? [] : [{ thing: round.leaves, pieces, offered: null }]
  return { doors: all - left, given: [...given, ...leaves.filter((line) => line.pieces > 0)] }
}
