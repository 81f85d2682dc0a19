import { type Context, system } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayRunSession } from '../access.ts'
import type { SessionRow } from '../queries.ts'
import { applyHeld } from './apply-held.ts'
import { whatStands, wordsHeard } from './queries.ts'
import {
  countRoll,
  type EntryResult,
  judgeAll,
  marksAmong,
  type Presence,
  type RollCounts,
  rollStanding,
  type Said,
} from './rules.ts'
import { writeMarks } from './write-marks.ts'

/** A word on the roll as it was said, its person known or null. */
export type Spoken = Said & { id: string; words: string; guests: number; saidAt: Date }

type Kept = Spoken & { result: EntryResult }
type Locked = Pick<SessionRow, 'id' | 'hostId' | 'unitId' | 'status' | 'during'>

/**
 * Writes down what was said on a roll, each word once and as it was said, and lets count what counts.
 * The session is locked already, and none of these words was heard before.
 */
export async function keepEntries(
  ctx: Context,
  session: Locked,
  entries: readonly Spoken[],
  from: { phoneId: string | null; secondsOff: number },
) {
  const heard = await wordsHeard(ctx, session.id, from.phoneId)
  if (heard.held > 0) await applyHeld({ ...ctx, actor: system }, { sessionId: session.id })
  const recorded = await whatStands(ctx, session.id)
  const runsSession = mayRunSession(ctx.actor, session)
  // A phone that may still send keeps what it sends, though its person runs the session no more.
  authorise(runsSession || from.phoneId !== null)
  if (entries.length === 0)
    return { judged: [], counts: countOf(recorded), written: 0, disputed: 0 }
  const standing = rollStanding(session, ctx.now)
  const judged = judgeAll(entries, { standing, runsSession, recorded })
  await ctx.tx
    .insertInto('rollEntry')
    .values(
      judged.map((said, at) => ({
        ...written(said),
        streetId: ctx.street,
        sessionId: session.id,
        number: heard.last + at + 1,
        phoneId: from.phoneId,
        secondsOff: from.secondsOff,
        receivedAt: ctx.now,
      })),
    )
    .execute()
  const marks = marksAmong(judged)
  if (runsSession) await writeMarks(ctx, session, marks)
  const counted = new Map<string, { presence: Presence }>(recorded)
  for (const mark of marks) counted.set(mark.personId, mark)
  const counts = countOf(counted)
  const of = (...results: EntryResult[]) => judged.filter((each) => results.includes(each.result))
  // A phone is told of once; after that it sends a word at a time.
  if (marks.length > 0 && !heard.ofPhone)
    await record(ctx, 'roll.called', session.id, { details: { written: marks.length, ...counts } })
  const disputed = of('disputed').length
  if (disputed > 0) await record(ctx, 'roll.disputed', session.id, { details: { disputed } })
  const late = of('late', 'kept').length
  if (late > 0) await record(ctx, 'roll.heardLate', session.id, { details: { late } })
  return { judged, counts, written: marks.length, disputed }
}

/** As the journal keeps it, which tells the voice by the phone and the person. */
function written({
  id,
  kind,
  personId,
  presence,
  seen,
  words,
  guests,
  saidAt,
  saidBy,
  result,
}: Kept) {
  return { id, kind, personId, presence, seen, words, guests, saidAt, saidBy, result }
}

function countOf(recorded: ReadonlyMap<string, { presence: Presence }>): RollCounts {
  return countRoll([...recorded.values()].map(({ presence }) => presence))
}
