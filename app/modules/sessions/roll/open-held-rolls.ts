import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { applyHeld } from './apply-held.ts'
import { sessionsWithHeld } from './queries.ts'

/** On its round, lets what was said before the day count on the rolls that have opened. */
export async function openHeldRolls(ctx: Context): Promise<void> {
  const opened = await sessionsWithHeld(ctx)
  authorise(isProgram(ctx.actor))
  // one query a session: each roll is judged by itself, and few are scanned before their day
  for (const sessionId of opened) await applyHeld(ctx, { sessionId })
}
