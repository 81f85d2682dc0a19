import { expect, test } from 'vitest'
import { endDispatch } from '#app/modules/talks/dispatches/end-dispatch.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeBranch, makeCommunity, makePerson, makeVenue } from '#test/make.ts'
import { makeAccepted, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { sessionOfDispatch } from '../queries.ts'
import { scheduleSession } from '../schedule-session.ts'
import { cancelSignUp } from '../seats/cancel-sign-up.ts'
import { signUp } from '../seats/sign-up.ts'
import { offerSeats } from '../waitlist/offer-seats.ts'

const database = await ownDatabase()

const { east, soon, art, later, full, waiter, person } = await committed(database, async (ctx) => {
  const east = await makeCommunity(ctx, '城东社区')
  const branch = await makeBranch(ctx, east.id)
  const soon = await makeSession(ctx, { unitId: branch.id, date: '2022-01-14' })
  const art = await makeSession(ctx, { strandCode: 'arts', date: '2022-01-14' })
  const later = await makeSession(ctx, { date: '2022-02-10' })
  const full = await makeSession(ctx, { venueSeats: 1, date: '2022-01-15' })
  await signUp(await as(ctx, await makePerson(ctx)), { sessionId: full.id })
  const waiter = await makePerson(ctx)
  await signUp(await as(ctx, waiter), { sessionId: full.id })
  return { east, soon, art, later, full, waiter, person: await makePerson(ctx) }
})

const linked = (html: string) =>
  new Set([...html.matchAll(/href="\/sessions\/([0-9a-f-]{36})"/g)].map((match) => match[1]))

test.each([
  ['', [soon.id, art.id, later.id]],
  ['?full=yes', [soon.id, art.id, later.id, full.id]],
  ['?strand=arts', [art.id]],
  [`?community=${east.id}`, [soon.id]],
  ['?week=later', [later.id]],
  [`?week=this&strand=pioneer`, [soon.id]],
  ['?strand=nothing', []],
])('the list %s', async (query, expected) => {
  const { status, html } = await (await visitor(database, person)).get(`/sessions${query}`)
  expect(status).toBe(200)
  expect(linked(html)).toEqual(new Set(expected))
})

test('choices say how many they leave; full ones are counted apart', async () => {
  const seen = textOf((await (await visitor(database, person)).get('/sessions')).html)
  expect(seen).toContain('先锋领训 2')
  expect(seen).toContain('城东社区 1')
  expect(seen).toContain('七天之内 2')
  expect(seen).toContain('更晚 1')
  expect(seen).toContain('另有 1 场已经满员')
})

test('one’s own seat stays in the list and is marked, even where it was the last', async () => {
  const seat = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('signUp')
      .select('personId')
      .where('streetId', '=', ctx.street)
      .where('sessionId', '=', full.id)
      .executeTakeFirstOrThrow(),
  )
  const phone = await visitor(database, { id: seat.personId })
  const { html } = await phone.get('/sessions')
  expect(linked(html)).toContain(full.id)
  expect(textOf(html)).toContain('已报名')
})

test('a full one says how many wait, and stays in the list of who does', async () => {
  const reader = await visitor(database, person)
  expect(textOf((await reader.get('/sessions?full=yes')).html)).toContain('已满，1 人在等')
  const { html } = await (await visitor(database, waiter)).get('/sessions')
  expect(linked(html)).toContain(full.id)
  expect(textOf(html)).toContain('在候补')
})

test('it is open to everyone, and empty pages lead on', async () => {
  const anyone = await visitor(database, null, { language: 'en' })
  expect(linked((await anyone.get('/sessions')).html).size).toBe(3)
  const none = await anyone.get('/sessions?strand=nothing')
  expect(textOf(none.html)).toContain('Nothing to join with these choices')
})

test('the office gives a talk whose venue was taken another one', async () => {
  const { dispatchId, officeId, large, small } = await committed(database, async (ctx) => {
    const first = await makeSession(ctx, { date: '2022-01-20' })
    await endDispatch(first.office, { dispatchId: first.dispatchId, how: 'takenBack', answer: '' })
    const second = await makeAccepted(ctx, {
      date: '2022-01-20',
      venueId: first.venueId,
      headCount: 30,
    })
    await scheduleSession(ctx, { dispatchId: second.dispatchId })
    const [large, small] = [
      await makeVenue(ctx, second.unitId, 30),
      await makeVenue(ctx, second.unitId, 29),
    ]
    return { ...second, officeId: second.office.actor.personId!, large, small }
  })
  const desk = await visitor(database, { id: officeId })
  const { html } = await desk.get('/sessions')
  expect(textOf(html)).toContain('这些讲座还缺场地')
  expect(html).toContain(`value="${large.id}"`)
  expect(html).not.toContain(`value="${small.id}"`)
  const giveAt = '/sessions?do=schedule'
  const fields = fieldsOf(html, giveAt)
  const nothing = await desk.post(giveAt, { ...fields, venueId: '' })
  expect(nothing.status).toBe(422)
  const given = await desk.post(giveAt, { ...fields, venueId: large.id })
  expect(given.location).toBe('/sessions?done=session.scheduled')
  const made = await committed(database, (ctx) => sessionOfDispatch(ctx, dispatchId))
  expect(made?.status).toBe('scheduled')
  expect(textOf((await desk.get('/sessions')).html)).not.toContain('这些讲座还缺场地')
  const member = await visitor(database, person)
  expect((await member.post(giveAt, { ...fields, venueId: large.id })).status).toBe(403)
})

test('a seat that is kept for the reader is no place in the line any more', async () => {
  const reader = await committed(database, async (ctx) => {
    const { id } = await makeSession(ctx, { venueSeats: 1, date: '2022-03-10' })
    const first = await as(ctx, await makePerson(ctx))
    await signUp(first, { sessionId: id })
    const next = await makePerson(ctx)
    await signUp(await as(ctx, next), { sessionId: id })
    await cancelSignUp(first, { sessionId: id })
    await offerSeats(ctx, { sessionId: id })
    return next
  })
  const seen = textOf((await (await visitor(database, reader)).get('/sessions')).html)
  expect(seen).toContain('有座位留给您')
  expect(seen).not.toContain('在候补')
})
