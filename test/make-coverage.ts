import { openSeason } from '#app/modules/seasons/open-season.ts'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import type { Presence } from '#app/modules/sessions/roll/rules.ts'
import { followSession } from '#app/modules/talks/orders/follow-session.ts'
import { type Context, system } from '#app/platform/context.ts'
import { instantAt } from '#app/platform/time.ts'
import { as } from './make.ts'
import { makeSession } from './make-sessions.ts'

type Held = NonNullable<Parameters<typeof makeSession>[1]> & {
  /** The roll, by person. */
  marks?: Record<string, Presence>
  /** What the host marked first, before the roll as it stands. */
  firstMarks?: Record<string, Presence>
  guests?: number
  given?: { thing: string; pieces: number }[]
}

/** A winter before the one the tests stand in, as a context that acts in it. */
export async function lastWinter(ctx: Context): Promise<Context> {
  await openSeason(
    { ...ctx, actor: system },
    {
      name: '2020年冬训',
      nameEn: 'Winter 2020',
      startsOn: '2020-12-01',
      endsOn: '2021-02-28',
      hourRules: 'A-2021-10',
      strands: [{ code: 'pioneer', name: '先锋领训', nameEn: 'Pioneer-led talks' }],
      requirements: [],
    },
  )
  return { ...ctx, now: instantAt('2021-01-12', '10:00') }
}

/** A session that was held and closed by its host at its end, and its order with it. */
export async function makeHeld(ctx: Context, options: Held = {}) {
  const { marks = {}, firstMarks = {}, guests = 0, given = [], ...rest } = options
  const session = await makeSession(ctx, rest)
  const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
  for (const roll of [firstMarks, marks]) {
    const said = Object.entries(roll).map(([personId, presence]) => [personId, { presence }])
    const call = { sessionId: session.id, marks: Object.fromEntries(said) }
    if (said.length > 0) await callRoll(host, call)
  }
  await closeSession(host, { sessionId: session.id, guests, given, note: '' })
  await followSession({ ...ctx, actor: system }, { dispatchId: session.dispatchId })
  return session
}
