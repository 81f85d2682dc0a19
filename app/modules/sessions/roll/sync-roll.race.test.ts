import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type Context, nobody } from '#app/platform/context.ts'
import { newId } from '#app/platform/ids.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { allAtOnce } from '#test/race.ts'
import { cancelSession } from '../cancel-session.ts'
import { closeSession } from '../close-session.ts'
import { callRoll } from './call-roll.ts'
import { openRollPhone } from './open-roll-phone.ts'
import { marksOf } from './queries.ts'
import { SyncRoll, syncRoll } from './sync-roll.ts'

const database = await ownDatabase()

/** A session under way, its host with a phone, and three people. */
async function begun() {
  return committed(database, async (ctx) => {
    const { id: sessionId, hostId, unitId, during } = await makeSession(ctx)
    const now = during.start
    const host = (await as(ctx, { id: hostId })).actor
    const other = (await as(ctx, await makeAppointed(ctx, 'secretary', unitId))).actor
    const opened = { ...ctx, now, actor: host }
    const phoneToken = (await openRollPhone(opened, { sessionId })).phoneToken
    const people: string[] = []
    while (people.length < 3) people.push((await makePerson(ctx)).id)
    const saidAt = now.toISOString()
    const entries = people.map((personId) => ({
      id: newId(),
      kind: 'mark',
      personId,
      presence: 'came',
      saidAt,
    }))
    const batch = SyncRoll.parse({ sessionId, phoneToken, now: saidAt, entries })
    const sync = () => committed(database, (self) => syncRoll(self, batch), { actor: nobody, now })
    return { sessionId, now, end: during.end, host, other, people, sync }
  })
}

const holding = (sessionId: string) => (ctx: Context) =>
  sql`select from session where id = ${sessionId} for update`.execute(ctx.tx)

async function journalOf(sessionId: string) {
  return committed(database, async (ctx) => {
    const { rows } = await sql<{ result: string; words: number }>`
      select result, count(*) as words from roll_entry where session_id = ${sessionId}
      group by result order by result`.execute(ctx.tx)
    return rows.map(({ result, words }) => `${words} ${result}`)
  })
}

test('one batch sent four times at once is heard once', async () => {
  const { sessionId, sync } = await begun()
  const outcomes = await allAtOnce(database, holding(sessionId), [sync, sync, sync, sync])
  expect(outcomes).toEqual(Array<string>(4).fill('done'))
  expect(await journalOf(sessionId)).toEqual(['3 applied'])
})

test('a phone and a form at once: each mark once, and nothing is overwritten', async () => {
  const { sessionId, now, other, people, sync } = await begun()
  const marks = {
    [people[0]!]: { presence: 'absent' },
    [people[1]!]: { presence: 'came' },
  } as const
  const form = () =>
    committed(database, (ctx) => callRoll(ctx, { sessionId, marks }), { actor: other, now })
  const outcomes = await allAtOnce(database, holding(sessionId), [sync, form])
  expect(outcomes).toEqual(['done', 'done'])
  const recorded = await committed(database, (ctx) => marksOf(ctx, sessionId))
  const first = recorded.get(people[0]!)
  expect([first === 'came' || first === 'absent', recorded.size]).toEqual([true, 3])
  // Whoever came second disputes the first; the form leaves out what is recorded already.
  const journal = await journalOf(sessionId)
  expect(journal.filter((line) => line.endsWith('disputed'))).toEqual(['1 disputed'])
})

test('a phone while the session is closed, or called off: counted before, kept after', async () => {
  for (const how of ['close', 'cancel'] as const) {
    const { sessionId, end, host, sync } = await begun()
    const over = () =>
      committed(
        database,
        async (ctx) => {
          if (how === 'cancel') await cancelSession(ctx, { sessionId, reason: '停电' })
          else await closeSession(ctx, { sessionId, guests: 1, given: [], note: '' })
        },
        { actor: host, now: end },
      )
    const outcomes = await allAtOnce(database, holding(sessionId), [sync, over])
    expect(outcomes).toEqual(['done', 'done'])
    const marked = await committed(database, (ctx) => marksOf(ctx, sessionId))
    const kept = how === 'close' ? '3 late' : '3 kept'
    expect([...(await journalOf(sessionId)), marked.size]).toEqual(
      marked.size === 3 ? ['3 applied', 3] : [kept, 0],
    )
  }
})
