import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { factsOf, makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { closeSession } from './close-session.ts'
import { lockSession, outcomeOf } from './queries.ts'

const database = await ownDatabase()

test('of several who close a session at once one does, and the others are told', async () => {
  const { id, hostId, during } = await committed(database, (ctx) => makeSession(ctx))
  const close = (guests: number) => () =>
    committed(database, async (ctx) => {
      const host = { ...(await as(ctx, { id: hostId })), now: during.end }
      await closeSession(host, { sessionId: id, guests, given: [], note: `${guests} 位` })
    })
  const outcomes = await allAtOnce(
    database,
    (ctx) => lockSession(ctx, id),
    [1, 2, 3, 4].map((guests) => close(guests)),
  )
  const rest = Array<string>(3).fill('session.closed')
  expect(outcomes.toSorted()).toEqual(['done', ...rest].toSorted())
  const first = outcomes.indexOf('done') + 1
  const { kept, facts } = await committed(database, async (ctx) => ({
    kept: await outcomeOf(ctx, id),
    facts: await factsOf(ctx, id),
  }))
  expect([kept?.guests, kept?.note]).toEqual([first, `${first} 位`])
  expect(facts.filter(({ name }) => name === 'session.closed')).toHaveLength(1)
})
