import { expect, test } from 'vitest'
import { closeSession } from '#app/modules/sessions/close-session.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import type { Context } from '#app/platform/context.ts'
import { day, later } from '#app/platform/time.ts'
import { failureOf, rolledBack } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeCourse } from '#test/make-courses.ts'
import { makeSession } from '#test/make-sessions.ts'
import { dealCards } from './deal-cards.ts'
import { cardsToday } from './queries.ts'

/** A session that was held, with someone who stayed and someone who left early. */
async function makeHeld(ctx: Context) {
  const session = await makeSession(ctx, { headCount: 9 })
  const [stayed, left] = [await makePerson(ctx), await makePerson(ctx)]
  for (const person of [stayed, left])
    await signUp(await as(ctx, person), { sessionId: session.id })
  const after = { ...ctx, now: later(session.during.end, 60_000) }
  const host = await as(after, { id: session.hostId })
  await callRoll(host, {
    sessionId: session.id,
    marks: { [stayed.id]: { presence: 'came' }, [left.id]: { presence: 'left_early' } },
  })
  await closeSession(host, { sessionId: session.id, guests: 0, given: [], note: '' })
  return { session, stayed, left, after }
}

test('who heard a talk to its end is asked a week later, whichever came first', () =>
  rolledBack(async (ctx) => {
    const { session, stayed, left, after } = await makeHeld(ctx)
    const { id } = await makeCourse(after, { sessionId: session.id })
    const cards = (days: number, person: { id: string }) =>
      cardsToday({ ...after, now: later(after.now, days * day) }, person.id)
    await dealCards(after, { courseId: id })
    await dealCards(after, { sessionId: session.id })
    expect((await cards(6, stayed)).cards).toEqual([])
    expect((await cards(7, stayed)).cards).toHaveLength(3)
    expect((await cards(90, left)).cards).toEqual([])
    const rows = await ctx.tx.selectFrom('recallCard').select(['sessionId', 'learnedAt']).execute()
    const expected = { sessionId: session.id, learnedAt: session.during.end }
    expect(rows).toEqual([expected, expected, expected])
    const deal = async () => dealCards(await as(ctx, stayed), { courseId: id })
    expect(await failureOf(ctx, deal)).toBe('forbidden')
  }))
