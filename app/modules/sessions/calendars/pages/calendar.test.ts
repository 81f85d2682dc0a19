import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { signUp } from '../../seats/sign-up.ts'

const database = await ownDatabase()

/** Sessions on different days, so that a calendar shows by its days which of them it has. */
const { branch, hosted, joined, elsewhere, off, person, organiser, office } = await committed(
  database,
  async (ctx) => {
    const branch = await makeBranch(ctx)
    const organiser = await makeAppointed(ctx, 'organiser', branch.id)
    const person = await makePerson(ctx, branch.id)
    const mine = { unitId: branch.id, placedBy: organiser.id }
    const hosted = await makeSession(ctx, { ...mine, date: '2022-01-14' })
    const joined = await makeSession(ctx, { date: '2022-01-15' })
    const off = await makeSession(ctx, { ...mine, date: '2022-01-16' })
    const elsewhere = await makeSession(ctx, { date: '2022-01-17', from: '09:00' })
    await signUp(await as(ctx, person), { sessionId: joined.id })
    await cancelSession(await as(ctx, organiser), { sessionId: off.id, reason: '停电' })
    const office = await makeAppointed(ctx, 'office')
    return { branch, hosted, joined, elsewhere, off, person, organiser, office }
  },
)

const linked = (html: string) =>
  new Set([...html.matchAll(/href="\/sessions\/([0-9a-f-]{36})"/g)].map((match) => match[1]))

test('a person’s calendar has what they joined and what their branch holds', async () => {
  const { status, html } = await (await visitor(database, person)).get('/calendar')
  expect(status).toBe(200)
  expect(linked(html)).toEqual(new Set([hosted.id, joined.id, off.id]))
  const seen = textOf(html)
  expect(seen).toContain('2022年1月')
  expect(seen).toContain('已报名')
  expect(seen).toContain('本支部')
  expect(seen).toContain('(已取消)')
})

test('host and speaker find theirs', async () => {
  const ofHost = await (await visitor(database, organiser)).get('/calendar')
  expect(linked(ofHost.html)).toEqual(new Set([hosted.id, off.id]))
  expect(textOf(ofHost.html)).toContain('我主办')
  const speaker = await visitor(database, { id: elsewhere.speaker.personId })
  const ofSpeaker = await speaker.get('/calendar')
  expect(linked(ofSpeaker.html)).toEqual(new Set([elsewhere.id]))
  expect(textOf(ofSpeaker.html)).toContain('我宣讲')
})

test('a speaker finds what they are asked to give, and no one else does', async () => {
  const { dispatch, speaker } = await committed(database, (ctx) => makeDispatch(ctx, 'proposed'))
  const asked = async (of: { id: string }) => {
    const { html } = await (await visitor(database, of)).get('/calendar')
    return [textOf(html).includes('等您答复的邀请'), html.includes(`/dispatches/${dispatch.id}`)]
  }
  expect(await asked({ id: speaker.personId })).toEqual([true, true])
  expect(await asked(organiser)).toEqual([false, false])
})

test('another month is another page', async () => {
  const phone = await visitor(database, person)
  const december = await phone.get('/calendar?month=2021-12')
  expect(textOf(december.html)).toContain('2021年12月')
  expect(december.html).toContain('href="/calendar?month=2022-01"')
  const odd = await phone.get('/calendar?month=2021-13')
  expect(textOf(odd.html)).toContain('2022年1月')
})

test('a unit’s calendar is for who runs it, the street’s for the office', async () => {
  const runner = await visitor(database, organiser)
  const ofUnit = await runner.get(`/calendar?unit=${branch.id}`)
  expect(linked(ofUnit.html)).toEqual(new Set([hosted.id, off.id]))
  expect(textOf(ofUnit.html)).toContain(`${branch.name}的日程`)
  const member = await visitor(database, person)
  expect((await member.get(`/calendar?unit=${branch.id}`)).status).toBe(403)
  expect((await member.get('/calendar?of=street')).status).toBe(403)
  expect((await runner.get('/calendar?unit=nonsense')).status).toBe(404)
  expect((await runner.get(`/calendar?unit=${office.id}`)).status).toBe(404)
  const desk = await visitor(database, office)
  const all = new Set([hosted.id, joined.id, off.id, elsewhere.id])
  expect(linked((await desk.get('/calendar?of=street')).html)).toEqual(all)
  // The office begins with the street; its own calendar is a choice.
  expect(linked((await desk.get('/calendar')).html)).toEqual(all)
  expect(linked((await desk.get('/calendar?of=mine')).html)).toEqual(new Set())
})

test('without signing in there is no calendar', async () => {
  const anyone = await visitor(database, null)
  expect((await anyone.get('/calendar')).status).toBe(302)
  expect((await anyone.get('/calendar.ics')).status).toBe(302)
})

function events(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    return {
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status'),
      start: event.startDate.toString(),
      zone: event.startDate.zone.tzid,
      instant: event.startDate.toJSDate(),
      url: component.getFirstPropertyValue('url'),
    }
  })
}

test('the calendar’s file is read elsewhere with the right hours, and with what was called off', async () => {
  const { html: file } = await (await visitor(database, person)).get('/calendar.ics')
  const entry = ({ id, during }: typeof hosted, start: string) => ({
    uid: `${id}@320613019`,
    sequence: 0,
    status: 'CONFIRMED',
    start,
    zone: 'Asia/Shanghai',
    instant: during.start,
    url: `http://localhost/sessions/${id}`,
  })
  expect(events(file)).toEqual([
    entry(hosted, '2022-01-14T14:00:00'),
    entry(joined, '2022-01-15T14:00:00'),
    { ...entry(off, '2022-01-16T14:00:00'), sequence: 1, status: 'CANCELLED' },
  ])
})

test('one session has a file of its own', async () => {
  const phone = await visitor(database, person, { language: 'en' })
  const { html: file } = await phone.get(`/sessions/${elsewhere.id}/calendar.ics`)
  expect(events(file).map((event) => event.start)).toEqual(['2022-01-17T09:00:00'])
  expect(file).toContain('SUMMARY:Keeping your savings safe\r\n')
})
