import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { outcomeOf } from '../queries.ts'
import { callRoll } from '../roll/call-roll.ts'
import { giveThing } from '../things/give-thing.ts'
import { offerThing } from '../things/offer-thing.ts'

const database = await ownDatabase()

async function over(attended: number) {
  const made = await committed(database, async (ctx) => {
    const session = await makeSession(ctx)
    const host = { ...(await as(ctx, { id: session.hostId })), now: session.during.end }
    const marks: Record<string, { presence: 'came' }> = {}
    for (let at = 0; at < attended; at += 1)
      marks[(await makePerson(ctx)).id] = { presence: 'came' }
    await callRoll(host, { sessionId: session.id, marks })
    return session
  })
  const phone = await visitor(database, { id: made.hostId }, { now: made.during.end })
  const at = `/sessions/${made.id}/close`
  return { ...made, phone, at, closeAt: `${at}?do=close` }
}

test('the head-count is filled in; guests, things and a note are added', async () => {
  const { id, phone, at, closeAt } = await over(2)
  expect((await phone.get(`/sessions/${id}`)).html).toContain('/roll/typed')
  const page = await phone.get(at)
  expect(textOf(page.html)).toContain('点名到场 2 人')
  const closed = await phone.post(closeAt, {
    ...fieldsOf(page.html, closeAt),
    guests: '5',
    'given.0.thing': '春联',
    'given.0.pieces': '46',
    note: '徐老师现场写。',
  })
  expect([closed.status, closed.location]).toEqual([303, `/sessions/${id}?done=session.closed`])
  const outcome = await committed(database, (ctx) => outcomeOf(ctx, id))
  expect(outcome).toMatchObject({
    guests: 5,
    note: '徐老师现场写。',
    given: [{ thing: '春联', pieces: 46 }],
  })
  const seen = textOf((await phone.get(closed.location!)).html)
  expect(seen).toContain('7 人（点名 2，来客 5）')
  expect(seen).toContain('春联 46 份')
  expect((await phone.get(`/sessions/${id}`)).html).not.toContain('/roll/typed')
  const anew = await phone.get(at)
  expect(anew.html).toContain('aria-disabled="true"')
  expect(textOf(anew.html)).toContain('这场活动已经收尾，不能再改。')
})

test('of a session that was held, who makes courses may make one', async () => {
  const { id, phone, at, closeAt } = await over(1)
  const make = `/courses/new?session=${id}`
  const desk = await visitor(
    database,
    await committed(database, (ctx) => makeAppointed(ctx, 'office')),
  )
  expect((await desk.get(`/sessions/${id}`)).html).not.toContain(make)
  await phone.post(closeAt, fieldsOf((await phone.get(at)).html, closeAt))
  expect((await desk.get(`/sessions/${id}`)).html).toContain(make)
  const anyone = await visitor(database, null)
  expect((await anyone.get(`/sessions/${id}`)).html).not.toContain(make)
})

test('what needs another look is said at its field, and all that was typed is kept', async () => {
  const { phone, at, closeAt } = await over(1)
  const fields = fieldsOf((await phone.get(at)).html, closeAt)
  const typed = { ...fields, guests: '很多', 'given.2.thing': '福字', note: '热闹' }
  const wrong = await phone.post(closeAt, typed)
  expect(wrong.status).toBe(422)
  const kept = fieldsOf(wrong.html, closeAt)
  expect(kept).toMatchObject({ guests: '很多', 'given.2.thing': '福字' })
  expect(wrong.html).toContain('热闹')
  expect(wrong.html).toContain('href="#f-given.2.pieces"')
})

test('without a roll and without guests it asks for one of them', async () => {
  const { id, phone, at, closeAt } = await over(0)
  const page = await phone.get(at)
  expect(page.html).toContain(`href="/sessions/${id}/roll"`)
  const refused = await phone.post(closeAt, { ...fieldsOf(page.html, closeAt), note: '没人点名' })
  expect(refused.status).toBe(409)
  expect(textOf(refused.html)).toContain('还没有点名。')
  expect(refused.html).toContain('没人点名')
})

test('what was counted stands there; hands too many are refused, and everything stays typed', async () => {
  const { id, hostId, during, phone, at, closeAt } = await over(2)
  await committed(database, async (ctx) => {
    const host = { ...(await as(ctx, { id: hostId })), now: during.end }
    const { id: thingId } = await offerThing(host, { sessionId: id, name: '福字', offered: 30 })
    await giveThing(host, { thingId, pieces: 12 })
  })
  const page = await phone.get(at)
  expect(textOf(page.html)).toContain('福字：备 30，发 12，剩 18')
  const typed = {
    ...fieldsOf(page.html, closeAt),
    note: '大家听得认真',
    'hands.understood.yes': '3',
  }
  const refused = await phone.post(closeAt, typed)
  expect(refused.status).toBe(409)
  expect(fieldsOf(refused.html, closeAt)).toMatchObject({ 'hands.understood.yes': '3' })
  expect(refused.html).toContain('大家听得认真')
  const right = { ...typed, 'hands.understood.yes': '2' }
  expect((await phone.post(closeAt, right)).location).toBe(`/sessions/${id}?done=session.closed`)
  const second = await phone.post(closeAt, { ...right, note: '另一位主办人写的' })
  expect([second.status, second.html.includes('另一位主办人写的')]).toEqual([409, true])
  expect(textOf((await phone.get(`/sessions/${id}`)).html)).toContain('福字：备 30，发 12，剩 18')
})

test('only who runs the session closes it', async () => {
  const { at, closeAt } = await over(1)
  const person = await committed(database, (ctx) => makePerson(ctx))
  const member = await visitor(database, person)
  expect((await member.get(at)).status).toBe(403)
  expect((await member.post(closeAt, { guests: '1', _key: 'x' })).status).toBe(403)
})
