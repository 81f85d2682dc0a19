import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { problemOf, program, tokenOf } from '#test/program.ts'
import { signUp } from './seats/sign-up.ts'

const database = await ownDatabase()
const { session, today, person, seated } = await committed(database, async (ctx) => {
  const session = await makeSession(ctx, { headCount: 2, venueSeats: 2 })
  // The clock of these programs stands at ten; this one begins at one in the afternoon.
  const today = await makeSession(ctx, { date: '2022-01-12', from: '13:00' })
  const seated = await makePerson(ctx)
  await signUp(await as(ctx, seated), { sessionId: session.id })
  return { session, today, seated, person: await makePerson(ctx) }
})
const byMember = program(database, (await tokenOf(database, person)).token)
const byHost = program(database, (await tokenOf(database, { id: session.hostId })).token)
const byHostToday = program(database, (await tokenOf(database, { id: today.hostId })).token)

test('sessions are listed by day, without anyone’s name but the speaker’s', async () => {
  const { status, body } = await byMember.get('/sessions?from=2022-01-13&to=2022-01-13')
  expect(status).toBe(200)
  expect(body.items.map((item: { id: string }) => item.id)).toEqual([session.id])
  expect(Object.keys(body.items[0]).toSorted()).toEqual(
    [
      'audience',
      'cancelReason',
      'during',
      'format',
      'id',
      'language',
      'number',
      'revision',
      'seats',
      'seatsLeft',
      'speakerName',
      'status',
      'strandCode',
      'title',
      'titleEn',
      'unitId',
      'unitName',
      'venueName',
    ].toSorted(),
  )
  expect(body.items[0].during.start).toBe('2022-01-13T06:00:00.000Z')
  const one = await program(database, null).get(`/sessions/${session.id}`)
  expect(one.body).toEqual(body.items[0])
})

test('a seat is taken and given back; what is refused has the pages’ reason', async () => {
  const sessionId = session.id
  expect((await byMember.post('/sessions/sign-up', { sessionId })).status).toBe(200)
  const twice = await byMember.post('/sessions/sign-up', { sessionId })
  expect(problemOf(twice)).toEqual({ status: 409, reason: 'session.alreadySignedUp' })
  const other = { sessionId, personId: seated.id }
  expect(problemOf(await byMember.post('/sessions/sign-off', other)).status).toBe(403)
  expect((await byMember.post('/sessions/sign-off', { sessionId })).status).toBe(200)
  expect((await byMember.get(`/sessions/${sessionId}`)).body.seatsLeft).toBe(1)
})

test('the roll is for who runs the session', async () => {
  expect(problemOf(await byMember.get(`/sessions/${session.id}/roll`)).status).toBe(403)
  const { body } = await byHost.get(`/sessions/${session.id}/roll`)
  expect(body.people).toEqual([
    { id: seated.id, name: seated.name, unitName: '街道320613019', presence: null },
  ])
  const marks = { [seated.id]: { presence: 'came' } }
  const early = await byHost.post('/sessions/roll', { sessionId: session.id, marks })
  expect(problemOf(early)).toEqual({ status: 409, reason: 'session.rollTooEarly' })
  const called = await byHostToday.post('/sessions/roll', { sessionId: today.id, marks })
  expect(called.body).toEqual({ written: 1, came: 1, left_early: 0, visited: 0, absent: 0 })
})

test('a session is closed once it has begun, and called off by its host', async () => {
  const closing = { sessionId: today.id, guests: 2, given: [{ thing: '春联', pieces: 46 }] }
  const early = await byHostToday.post('/sessions/close', closing)
  expect(problemOf(early)).toEqual({ status: 409, reason: 'session.notStarted' })
  const off = { sessionId: today.id, reason: '停电' }
  expect((await byHostToday.post('/sessions/cancel', off)).status).toBe(200)
  const { body } = await byMember.get(`/sessions/${today.id}`)
  expect([body.status, body.revision, body.cancelReason]).toEqual(['cancelled', 1, '停电'])
})

test('another street’s office reaches none of it', async () => {
  const office = await committed(database, (ctx) => makeAppointed(ctx, 'office'), {
    street: otherStreet,
  })
  const stranger = program(database, (await tokenOf(database, office, otherStreet)).token)
  expect(problemOf(await stranger.get(`/sessions/${session.id}`)).status).toBe(404)
  const off = { sessionId: session.id, reason: 'x' }
  expect(problemOf(await stranger.post('/sessions/cancel', off)).status).toBe(404)
})
