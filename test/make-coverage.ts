import { callRoll } from '#app/modules/sessions/call-roll.ts'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import type { Presence } from '#app/modules/sessions/rules.ts'
import { followSession } from '#app/modules/talks/orders/follow-session.ts'
import { type Context, system } from '#app/platform/context.ts'
import { as } from './make.ts'
import { makeSession } from './make-sessions.ts'

type Held = NonNullable<Parameters<typeof makeSession>[1]> & {
  /** The roll, by person. */
  marks?: Record<string, Presence>
  guests?: number
  given?: { thing: string; pieces: number }[]
}

/** A session that was held and closed by its host at its end, and its order with it. */
export async function makeHeld(ctx: Context, options: Held = {}) {
  const { marks = {}, guests = 0, given = [], ...rest } = options
  const session = await makeSession(ctx, rest)
  const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
  const said = Object.entries(marks).map(([personId, presence]) => [personId, { presence }])
  const roll = { sessionId: session.id, marks: Object.fromEntries(said) }
  if (said.length > 0) await callRoll(host, roll)
  await closeSession(host, { sessionId: session.id, guests, given, note: '' })
  await followSession({ ...ctx, actor: system }, { dispatchId: session.dispatchId })
  return session
}
