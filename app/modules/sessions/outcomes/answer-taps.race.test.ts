import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Context, nobody, system } from '#app/platform/context.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { closeSession } from '../close-session.ts'
import { lockSession } from '../queries.ts'
import { callRoll } from '../roll/call-roll.ts'
import { answerTaps } from './answer-taps.ts'
import { askHowItWas } from './ask-how-it-was.ts'
import { countTaps } from './count-taps.ts'
import { countsOf } from './queries.ts'
import { taps } from './rules.ts'

const database = await ownDatabase()

/** A session that is closed, and the links of those who came. */
async function heldFor(count: number) {
  return committed(database, async (ctx) => {
    const session = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
    const marks: Record<string, { presence: 'came' }> = {}
    for (let at = 0; at < count; at += 1) marks[(await makePerson(ctx)).id] = { presence: 'came' }
    await callRoll(host, { sessionId: session.id, marks })
    await closeSession(host, { sessionId: session.id, guests: 0, given: [], note: '' })
    await askHowItWas({ ...host, actor: system }, { sessionId: session.id })
    const told = await ctx.tx
      .selectFrom('notice')
      .select('link')
      .where('name', '=', 'taps.asked')
      .where('personId', 'in', Object.keys(marks))
      .orderBy('id')
      .execute()
    const links = told.map(({ link }) => link.replace('/taps/', ''))
    return { sessionId: session.id, hostId: session.hostId, at: session.during.end, links }
  })
}

type Said = Parameters<typeof answerTaps>[1]

const answer = (at: Date, said: Said) => () =>
  committed(database, (ctx) => answerTaps({ ...ctx, now: at }, said), { actor: nobody })

const hold = (sessionId: string) => (ctx: Context) => lockSession(ctx, sessionId)

// Run with the lock taken out of answerTaps(), it failed: all eight were taken, and counted as one.
test('of eight answers by one link at once one counts', async () => {
  const { sessionId, at, links } = await heldFor(1)
  const said = { link: links[0]!, understood: 'yes' as const }
  const steps = Array.from({ length: 8 }, () => answer(at, said))
  const outcomes = await allAtOnce(database, hold(sessionId), steps)
  const rest = Array<string>(7).fill('taps.alreadyAnswered')
  expect(outcomes.toSorted()).toEqual(['done', ...rest].toSorted())
  const [count] = await committed(database, (ctx) => countsOf(ctx, sessionId))
  expect(count!.counted).toEqual({ yes: 1, no: 0 })
})

// Run with the lock taken out of answerTaps(), it failed: answers of the same moment were lost.
test('eight who answer at once are all counted', async () => {
  const { sessionId, at, links } = await heldFor(8)
  const steps = links.map((link, n) => answer(at, { link, will_use: n < 6 ? 'yes' : 'no' }))
  const outcomes = await allAtOnce(database, hold(sessionId), steps)
  expect(outcomes).toEqual(Array<string>(8).fill('done'))
  const [count] = await committed(database, (ctx) => countsOf(ctx, sessionId))
  expect(count!.counted).toEqual({ yes: 6, no: 2 })
})

test('hands and an answer by link at once: nobody is counted twice', async () => {
  const { sessionId, hostId, at, links } = await heldFor(2)
  const counts = { understood: { yes: 2, no: 0 } }
  const raise = () =>
    committed(database, async (ctx) => {
      const host = { ...(await as(ctx, { id: hostId })), now: at }
      return countTaps(host, { sessionId, way: 'hands', counts })
    })
  const outcomes = await allAtOnce(database, hold(sessionId), [
    raise,
    answer(at, { link: links[0]!, understood: 'yes' }),
  ])
  expect([
    ['done', 'taps.askedInTheRoom'],
    ['taps.answeredByLink', 'done'],
  ]).toContainEqual(outcomes)
})

test('whatever is answered in whatever order, the counts are the ballots', async () => {
  const said = fc.option(fc.constantFrom('yes' as const, 'no' as const), { nil: undefined })
  const ballot = fc.record(Object.fromEntries(taps.map((tap) => [tap, said])))
  await fc.assert(
    fc.asyncProperty(fc.array(ballot, { minLength: 1, maxLength: 9 }), async (ballots) => {
      const { sessionId, at, links } = await heldFor(ballots.length)
      for (const [nth, one] of ballots.entries())
        await answer(at, { link: links[nth]!, ...one })().catch(() => null)
      const rows = await committed(database, (ctx) => countsOf(ctx, sessionId))
      const counted = taps.map((tap) => rows.find((row) => row.tap === tap)?.counted)
      const expected = taps.map((tap) => {
        const of = (what: string) => ballots.filter((one) => one[tap] === what).length
        return of('yes') + of('no') === 0 ? undefined : { yes: of('yes'), no: of('no') }
      })
      expect(counted).toEqual(expected)
    }),
    { numRuns: 8 },
  )
})
