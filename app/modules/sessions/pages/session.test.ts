import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { fieldsOf } from '#test/forms.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeGuardian, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../cancel-session.ts'
import { signUp } from '../seats/sign-up.ts'

const database = await ownDatabase()
const make = <T>(work: Parameters<typeof committed<T>>[1]) => committed(database, work)

test('a person signs up with one press and gives the seat back with another', async () => {
  const { id } = await make((ctx) => makeSession(ctx, { headCount: 20, venueSeats: 20 }))
  const person = await make((ctx) => makePerson(ctx))
  const phone = await visitor(database, person)
  const page = await phone.get(`/sessions/${id}`)
  expect(page.status).toBe(200)
  expect(textOf(page.html)).toContain('还有 20 个，共 20 个')
  const signUpAt = `/sessions/${id}?do=signUp`
  const fields = fieldsOf(page.html, signUpAt)
  const taken = await phone.post(signUpAt, fields)
  expect([taken.status, taken.location]).toEqual([303, `/sessions/${id}?done=session.signedUp`])
  // A second press of the same button, as on a slow line, makes no second seat and no refusal.
  expect((await phone.post(signUpAt, fields)).status).toBe(303)
  const seated = await phone.get(taken.location!)
  expect(textOf(seated.html)).toContain('已报名，座位给您留着。')
  expect(textOf(seated.html)).toContain('还有 19 个，共 20 个')
  const signOffAt = `/sessions/${id}?do=signOff`
  const given = await phone.post(signOffAt, fieldsOf(seated.html, signOffAt))
  expect(given.location).toBe(`/sessions/${id}?done=session.signedOff`)
})

test('whoever presses a moment too late, and whoever finds it full, joins the line', async () => {
  const { id, person } = await make(async (ctx) => {
    const { id } = await makeSession(ctx, { headCount: 1, venueSeats: 1 })
    return { id, person: await makePerson(ctx) }
  })
  const phone = await visitor(database, person)
  const early = await phone.get(`/sessions/${id}`)
  await make(async (ctx) => signUp(await as(ctx, await makePerson(ctx)), { sessionId: id }))
  const signUpAt = `/sessions/${id}?do=signUp`
  const late = await phone.post(signUpAt, fieldsOf(early.html, signUpAt))
  expect(late.location).toBe(`/sessions/${id}?done=line.joined`)
  const seen = textOf((await phone.get(`/sessions/${id}`)).html)
  expect(seen).toContain('在候补，排在第 1 位')
  expect(seen).toContain('座位都有人了。有人不来，先问您。')
  const next = await visitor(database, await make((ctx) => makePerson(ctx)))
  expect(textOf((await next.get(`/sessions/${id}`)).html)).toContain('前面有 1 人在等')
  const leaveAt = `/sessions/${id}?do=leave`
  const left = await phone.post(
    leaveAt,
    fieldsOf((await phone.get(`/sessions/${id}`)).html, leaveAt),
  )
  expect(left.location).toBe(`/sessions/${id}?done=line.left`)
})

test('a guardian signs the child up; the child alone is told who can', async () => {
  const { id, guardian, child } = await make(async (ctx) => {
    const { id } = await makeSession(ctx)
    const guardian = await makePerson(ctx)
    const child = await makePerson(ctx, undefined, { bornOn: '2013-05-01' })
    await makeGuardian(ctx, child.id, guardian.id)
    return { id, guardian, child }
  })
  const alone = await (await visitor(database, child)).get(`/sessions/${id}`)
  expect(textOf(alone.html)).toContain('未满 18 周岁，请监护人或社区工作者帮忙报名。')
  const phone = await visitor(database, guardian)
  const page = await phone.get(`/sessions/${id}`)
  expect(textOf(page.html)).toContain(`谁去`)
  const signUpAt = `/sessions/${id}?do=signUp`
  const nobody = await phone.post(signUpAt, { personIds: '', _key: 'nobody' })
  expect(nobody.status).toBe(422)
  const seat = { personIds: child.id, _key: 'child' }
  expect((await phone.post(signUpAt, seat)).location).toBe(
    `/sessions/${id}?done=session.signedUpFor`,
  )
  expect(textOf((await phone.get(`/sessions/${id}`)).html)).toContain(`取消${child.name}的报名`)
})

test('names are for the host; another participant sees none of them', async () => {
  const { id, hostId, a, b } = await make(async (ctx) => {
    const { id, hostId } = await makeSession(ctx)
    const [a, b] = [await makePerson(ctx), await makePerson(ctx)]
    for (const person of [a, b]) await signUp(await as(ctx, person), { sessionId: id })
    return { id, hostId, a, b }
  })
  const seen = textOf((await (await visitor(database, b)).get(`/sessions/${id}`)).html)
  expect(seen).not.toContain(a.name)
  expect(seen).not.toContain('报名的人')
  expect((await (await visitor(database, b)).get(`/sessions/${id}/sign-ups`)).status).toBe(403)
  const host = await visitor(database, { id: hostId })
  const hosted = textOf((await host.get(`/sessions/${id}/sign-ups`)).html)
  expect(hosted).toContain(a.name)
  expect(hosted).toContain(b.name)
})

test('the host finds who called, by the last digits, and signs them up', async () => {
  const { id, hostId, person } = await make(async (ctx) => {
    const { id, hostId } = await makeSession(ctx)
    return { id, hostId, person: await makePerson(ctx) }
  })
  const host = await visitor(database, { id: hostId })
  const found = await host.get(`/sessions/${id}?find=${person.phone!.slice(-6)}`)
  expect(textOf(found.html)).toContain(person.name)
  const signUpAt = `/sessions/${id}?do=signUp`
  expect((await host.post(signUpAt, { personId: person.id, _key: 'x' })).status).toBe(303)
  const history = textOf((await host.get(`/sessions/${id}`)).html)
  expect(history).toContain(`代${person.name}办理`)
  const little = await host.get(`/sessions/${id}?find=12`)
  expect(textOf(little.html)).toContain('没有找到')
})

test('who takes a call is told what else the caller has then', async () => {
  const { id, hostId, person } = await make(async (ctx) => {
    const { id, hostId } = await makeSession(ctx, { headCount: 20, venueSeats: 20 })
    const other = await makeSession(ctx, { headCount: 20, venueSeats: 20 })
    const person = await makePerson(ctx)
    await signUp(await as(ctx, person), { sessionId: other.id })
    return { id, hostId, person }
  })
  const host = await visitor(database, { id: hostId })
  const { html } = await host.get(`/sessions/${id}?find=${person.phone!.slice(-6)}`)
  expect(textOf(html)).toContain(`同一时间${person.name}`)
})

test('an organiser of elsewhere finds only the own people', async () => {
  const { id, organiser, own, other } = await make(async (ctx) => {
    const { id, unitId } = await makeSession(ctx)
    const elsewhere = (await makeSession(ctx)).unitId
    const organiser = await makeAppointed(ctx, 'organiser', elsewhere)
    return {
      id,
      organiser,
      own: await makePerson(ctx, elsewhere),
      other: await makePerson(ctx, unitId),
    }
  })
  const phone = await visitor(database, organiser)
  const find = async (person: { phone: string | null }) =>
    textOf((await phone.get(`/sessions/${id}?find=${person.phone!.slice(-6)}`)).html)
  expect(await find(own)).toContain(own.name)
  expect(await find(other)).not.toContain(other.name)
})

test('calling off asks why, keeps what was typed, and says it to all', async () => {
  const { id, hostId, person } = await make(async (ctx) => {
    const { id, hostId } = await makeSession(ctx)
    return { id, hostId, person: await makePerson(ctx) }
  })
  const host = await visitor(database, { id: hostId })
  const cancelAt = `/sessions/${id}?do=cancel`
  const empty = await host.post(cancelAt, { reason: '', _key: '1' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('<details open')
  const tooLong = '长'.repeat(301)
  const long = await host.post(cancelAt, { reason: tooLong, _key: '2' })
  expect(long.status).toBe(422)
  expect(long.html).toContain(tooLong)
  const member = await visitor(database, person)
  expect((await member.post(cancelAt, { reason: '捣乱', _key: '3' })).status).toBe(403)
  expect((await host.post(cancelAt, { reason: '场地漏水', _key: '4' })).status).toBe(303)
  const seen = textOf((await member.get(`/sessions/${id}`)).html)
  expect(seen).toContain('这场活动已取消')
  expect(seen).toContain('场地漏水')
  expect(seen).not.toContain('我要报名')
})

test('in English', async () => {
  const { id, hostId } = await make((ctx) => makeSession(ctx))
  const host = await visitor(database, { id: hostId }, { language: 'en' })
  const seen = textOf((await host.get(`/sessions/${id}`)).html)
  expect(seen).toContain('Keeping your savings safe')
  expect(seen).toContain('Pioneer-led talks · Talk · Session')
  expect(seen).toContain('Sign me up')
})

test('without signing in a session can be read, but not whose home it is in', async () => {
  const { id } = await make(async (ctx) => {
    const made = await makeSession(ctx)
    await ctx.tx
      .updateTable('venue')
      .set({ kind: 'home', name: '顾大明家', place: '河边路 1 号' })
      .where('id', '=', made.venueId)
      .execute()
    return made
  })
  const anyone = await visitor(database, null)
  const seen = await anyone.get(`/sessions/${id}`)
  expect(seen.status).toBe(200)
  expect(textOf(seen.html)).toContain('登录后报名')
  expect(textOf(seen.html)).not.toContain('顾大明家')
  expect(textOf(seen.html)).not.toContain('河边路')
  const file = await anyone.get(`/sessions/${id}/calendar.ics`)
  expect(file.html).not.toContain('顾大明家')
  expect((await anyone.post(`/sessions/${id}?do=signUp`, { _key: '1' })).status).toBe(403)
})

test.each([
  '/sessions/01890000-0000-7000-8000-000000000000',
  '/sessions/nonsense',
  '/sessions/01890000-0000-7000-8000-000000000000/calendar.ics',
])('%s is not there', async (path) => {
  const person = await make((ctx) => makePerson(ctx))
  expect((await (await visitor(database, person)).get(path)).status).toBe(404)
})

test('a session that was called off says so in its calendar file', async () => {
  const { id } = await make(async (ctx) => {
    const made = await makeSession(ctx)
    await cancelSession(ctx, { sessionId: made.id, reason: '停电' })
    return made
  })
  const file = await (await visitor(database, null)).get(`/sessions/${id}/calendar.ics`)
  expect(file.html).toContain(`UID:${id}@320613019\r\n`)
  expect(file.html).toContain('STATUS:CANCELLED\r\n')
  expect(file.html).toContain('SEQUENCE:1\r\n')
})
