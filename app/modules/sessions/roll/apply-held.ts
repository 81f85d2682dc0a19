import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { heldEntries, whatStands } from './queries.ts'
import { judgeAll, marksAmong, rollStanding } from './rules.ts'
import { writeMarks } from './write-marks.ts'

export const ApplyHeld = z.strictObject({ sessionId: z.uuid() })

/**
 * Judges what was said before the roll opened, now that it has. Of a session that was closed or called
 * off meanwhile it is shown to staff. Run twice, it does nothing more.
 */
export async function applyHeld(ctx: Context, input: z.infer<typeof ApplyHeld>): Promise<void> {
  const session = found(await lockSession(ctx, input.sessionId))
  const standing = rollStanding(session, ctx.now)
  const held = standing === 'early' ? [] : await heldEntries(ctx, session.id)
  authorise(mayRunSession(ctx.actor, session))
  if (held.length === 0) return
  const recorded = await whatStands(ctx, session.id)
  const judged = judgeAll(held, { standing, runsSession: true, recorded })
  await sql`
    update roll_entry set result = each.result
    from unnest(${judged.map(({ id }) => id)}::uuid[], ${judged.map(({ result }) => result)}::text[]) as each (id, result)
    where roll_entry.street_id = ${ctx.street} and roll_entry.id = each.id`.execute(ctx.tx)
  await writeMarks(ctx, session, marksAmong(judged))
}
