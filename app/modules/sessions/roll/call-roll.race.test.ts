import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { callRoll } from './call-roll.ts'
import { marksOf } from './queries.ts'

const database = await ownDatabase()

// Run five times with .forUpdate() taken out of lockSession, it failed each time: a second host who
// had read the marks before the first one's were committed broke on attendance_now.
test('eight hosts who save at once lose no mark and double none', async () => {
  const made = await committed(database, async (ctx) => {
    const { id: sessionId, unitId, during } = await makeSession(ctx)
    const hosts = []
    const people = []
    for (let at = 0; at < 8; at += 1) {
      hosts.push((await as(ctx, await makeAppointed(ctx, 'secretary', unitId))).actor)
      people.push((await makePerson(ctx)).id)
    }
    return { sessionId, now: during.start, hosts, people, shared: (await makePerson(ctx)).id }
  })
  const { sessionId, now, hosts, people, shared } = made
  const outcomes = await allAtOnce(
    database,
    (ctx) =>
      ctx.tx
        .selectFrom('session')
        .select('id')
        .where('streetId', '=', ctx.street)
        .where('id', '=', sessionId)
        .forUpdate()
        .execute(),
    hosts.map((actor, at) => () => {
      const marks = { [people[at]!]: { presence: 'came' }, [shared]: { presence: 'came' } } as const
      return committed(database, (ctx) => callRoll(ctx, { sessionId, marks }), { actor, now })
    }),
  )
  expect(outcomes).toEqual(Array<string>(8).fill('done'))
  const marks = await committed(database, (ctx) => marksOf(ctx, sessionId))
  expect([...marks.keys()].toSorted()).toEqual([...people, shared].toSorted())
  const rows = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('attendance')
      .select('id')
      .where('streetId', '=', ctx.street)
      .where('personId', '=', shared)
      .execute(),
  )
  expect(rows.length).toBe(1)
})
