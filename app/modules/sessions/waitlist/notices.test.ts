import { pino } from 'pino'
import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { type Context, nobody } from '#app/platform/context.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { words } from '#app/words.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { cancelSession } from '../cancel-session.ts'
import { cancelSignUp } from '../seats/cancel-sign-up.ts'
import { signUpsOf } from '../seats/queries.ts'
import { signUp } from '../seats/sign-up.ts'
import { answerOffer } from './answer-offer.ts'
import { lineOf } from './queries.ts'

const database = await ownDatabase()
const log = pino({ level: 'silent' })
const deliver = () => deliverWaiting({ database, journey, clock: () => testNow, log })

/** What a person was told, as it is said in a message, and the page of the last of it. */
async function told(personId: string) {
  const rows = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select(['name', 'details', 'link'])
      .where('personId', '=', personId)
      .orderBy('id')
      .execute(),
  )
  const said = rows.map(({ name, details }) => words.zh.notices[name]!(details))
  return { names: rows.map(({ name }) => name), said, link: rows.at(-1)?.link ?? '' }
}

test('a seat that is given back goes down the line by itself until someone says yes', async () => {
  const made = await committed(database, async (ctx) => {
    const { id: sessionId, hostId } = await makeSession(ctx, { venueSeats: 1, headCount: 1 })
    const people: { id: string }[] = []
    for (let each = 0; each < 4; each += 1) people.push(await makePerson(ctx))
    const actors = []
    for (const person of people) actors.push((await as(ctx, person)).actor)
    const host = (await as(ctx, { id: hostId })).actor
    return { sessionId, host, actors, ids: people.map(({ id }) => id) }
  })
  const { sessionId, host, actors, ids } = made
  const by = (actor: Context['actor'], work: (ctx: Context) => Promise<unknown>) =>
    committed(database, work, { actor })
  for (const actor of actors) await by(actor, (ctx) => signUp(ctx, { sessionId }))
  await by(actors[0]!, (ctx) => cancelSignUp(ctx, { sessionId }))
  await deliver()

  const first = await told(ids[1]!)
  expect(first.names).toEqual(['line.joined', 'offer.made'])
  expect(first.said[0]).toContain('排在候补第 1 位')
  // Four hours, for a session of the next afternoon.
  expect(first.said[1]).toContain('给您留到1月12日 周三 14:00')
  const answer = (says: 'yes' | 'no', link: string) =>
    committed(
      database,
      (ctx) =>
        answerOffer({ ...ctx, address: '10.0.0.1' }, { says, link: link.split('/').at(-1)! }),
      { actor: nobody },
    )
  await answer('no', first.link)
  await deliver()
  const second = await told(ids[2]!)
  expect(second.names).toEqual(['line.joined', 'offer.made'])
  await answer('yes', second.link)
  await deliver()
  expect((await told(ids[2]!)).names).toEqual(['line.joined', 'offer.made', 'line.seated'])
  expect(await committed(database, (ctx) => signUpsOf(ctx, sessionId))).toMatchObject([
    { id: ids[2] },
  ])

  await by(host, (ctx) => cancelSession(ctx, { sessionId, reason: '停电' }))
  await deliver()
  expect((await told(ids[3]!)).names).toEqual(['line.joined', 'session.cancelled'])
  expect(await committed(database, (ctx) => lineOf(ctx, sessionId))).toEqual([])
})

test('a number of seats stands apart from the words around it', () => {
  const details = {
    title: '防诈骗',
    titleEn: '',
    start: '2022-01-15T06:00:00Z',
    end: '2022-01-15T07:00:00Z',
    venue: '礼堂',
    seats: 2,
    until: '2022-01-14T06:00:00Z',
  }
  const said = ['offer.made', 'line.seated'].map((name) => words.zh.notices[name]!(details))
  expect(said[0]).toContain('空出了 2 个座位，')
  expect(said[1]).toContain('有 2 个座位了')
})
