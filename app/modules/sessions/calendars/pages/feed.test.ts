import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { found } from '#app/platform/errors.ts'
import { instantAt, later, minute } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson, makeStreet } from '#test/make.ts'
import { makeDraft, makeResource, makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { changeSession } from '../../change-session.ts'
import { publishSession } from '../../publish-session.ts'
import { bookResource } from '../../resources/book-resource.ts'

const database = await ownDatabase()
const { branch, organiser, talk, off } = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  const mine = { unitId: branch.id, placedBy: organiser.id }
  const talk = await makeSession(ctx, { ...mine, date: '2022-01-14' })
  const off = await makeSession(ctx, { ...mine, date: '2022-01-16' })
  await cancelSession(await as(ctx, organiser), { sessionId: off.id, reason: '停电' })
  await makeSession(ctx, { date: '2022-01-17' })
  return { branch, organiser, talk, off }
})

/** Opens a person's feed on the page, the own calendar's or that of something, and gives its address. */
async function addressOf(person: { id: string }, of?: { kind: string; id: string }) {
  const fields = of ?? { kind: 'mine' }
  const { status, html } = await (await visitor(database, person)).post(
    '/calendar/feed?do=open',
    fields,
  )
  expect(status).toBe(200)
  const [, path] = /<code class="address">http:\/\/localhost([^<]*)<\/code>/.exec(html)!
  return path!
}

function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, startDate, endDate } = new ICAL.Event(component)
    const status = component.getFirstPropertyValue('status')
    const times = [startDate, endDate].map((time) => time.toString().slice(0, 16)).join(' ')
    return { uid, sequence, status, times, zone: startDate.zone.tzid }
  })
}

/** When the only entry of a file was last changed. */
function changedIn(file: string): Date {
  const entry = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')!
  return (entry.getFirstPropertyValue('last-modified') as ICAL.Time).toJSDate()
}

const entry = ({ id }: { id: string }, day: string, status = 'CONFIRMED', sequence = 0) => {
  const times = `${day}T14:00 ${day}T15:30`
  return { uid: `${id}@320613019`, sequence, status, times, zone: 'Asia/Shanghai' }
}

test('a phone reads its owner’s calendar without a sign-in, with what was called off', async () => {
  const phone = await visitor(database, null)
  const { status, html } = await phone.get(await addressOf({ id: talk.speaker.personId }))
  expect(status).toBe(200)
  expect(eventsIn(html)).toEqual([entry(talk, '2022-01-14')])
  const both = [entry(talk, '2022-01-14'), entry(off, '2022-01-16', 'CANCELLED', 1)]
  expect(eventsIn((await phone.get(await addressOf(organiser))).html)).toEqual(both)
  const ofUnit = await addressOf(organiser, { kind: 'unit', id: branch.id })
  expect(eventsIn((await phone.get(ofUnit)).html)).toEqual(both)
})

test('what is moved keeps its name, has a higher sequence, and says when it changed', async () => {
  const { office, ...moved } = await committed(database, (ctx) => makeDraft(ctx))
  const change = { sessionId: moved.id, toKnow: '', toKnowEn: '' }
  const when = { date: '2022-01-21', from: '14:00', to: '15:30' }
  const phone = await visitor(database, null)
  const host = found(office.actor.personId)
  await committed(database, (ctx) =>
    publishSession({ ...office, tx: ctx.tx }, { sessionId: moved.id }),
  )
  const address = await addressOf({ id: host })
  const { html: before } = await phone.get(address)
  expect(eventsIn(before)).toMatchObject([{ uid: `${moved.id}@320613019`, sequence: 0 }])
  await committed(database, (ctx) =>
    changeSession({ ...office, tx: ctx.tx, now: later(ctx.now, 7 * minute) }, { ...change, when }),
  )
  const { html: after } = await phone.get(address)
  expect(eventsIn(after)).toEqual([entry(moved, '2022-01-21', 'CONFIRMED', 1)])
  expect(+changedIn(after) - +changedIn(before)).toBe(7 * minute)
})

test('a venue and a resource have feeds for whoever plans something', async () => {
  const boards = await committed(database, async (ctx) => {
    const resource = await makeResource(ctx)
    const from = { date: '2022-01-20', from: '14:00' }
    const until = { date: '2022-01-20', from: '15:30' }
    const booking = { resourceId: resource.id, unitId: branch.id, from, until }
    const { id } = await bookResource(await as(ctx, organiser), booking)
    return { ...resource, booking: { id } }
  })
  const phone = await visitor(database, null)
  const venue = { kind: 'venue', id: talk.venueId }
  const ofVenue = await addressOf(organiser, venue)
  expect(eventsIn((await phone.get(ofVenue)).html)).toEqual([entry(talk, '2022-01-14')])
  const ofBoards = await addressOf(organiser, { kind: 'resource', id: boards.id })
  const booked = [entry(boards.booking, '2022-01-20')]
  expect(eventsIn((await phone.get(ofBoards)).html)).toEqual(booked)
  const member = await visitor(database, await committed(database, (ctx) => makePerson(ctx)))
  expect((await member.post('/calendar/feed?do=open', venue)).status).toBe(403)
})

test('whose home a session is in is not in a feed, and a home has none', async () => {
  const home = await committed(database, async (ctx) => {
    const made = await makeSession(ctx, { date: '2022-01-18' })
    const { venueId } = made
    await ctx.tx
      .updateTable('venue')
      .set({ kind: 'home', name: '陈家' })
      .where('id', '=', venueId)
      .execute()
    return made
  })
  const address = await addressOf({ id: home.speaker.personId })
  const { html } = await (await visitor(database, null)).get(address)
  expect(eventsIn(html)).toEqual([entry(home, '2022-01-18')])
  expect(html).not.toContain('陈家')
  const desk = await visitor(database, await committed(database, (c) => makeAppointed(c, 'office')))
  const asked = { kind: 'venue', id: home.venueId }
  expect((await desk.post('/calendar/feed?do=open', asked)).status).toBe(403)
})

test('the street that an address names is the one that is read', async () => {
  await committed(database, makeStreet, { street: otherStreet })
  const there = await visitor(database, null, { street: otherStreet })
  expect(eventsIn((await there.get(await addressOf(organiser))).html)).toHaveLength(2)
})

test('a new address ends the old one, each on its own, and a closed feed ends it', async () => {
  const phone = await visitor(database, null)
  const first = await addressOf(organiser)
  const unit = { kind: 'unit', id: branch.id }
  const ofUnit = await addressOf(organiser, unit)
  const second = await addressOf(organiser)
  const statuses = async () =>
    Promise.all([first, second, ofUnit].map(async (at) => (await phone.get(at)).status))
  expect(await statuses()).toEqual([404, 200, 200])
  const owner = await visitor(database, organiser)
  const { html } = await owner.get('/calendar/feed')
  expect(textOf(html)).toContain('生成于')
  const feedId = await feedIdOf(organiser, 'mine')
  const stranger = await visitor(database, { id: talk.speaker.personId })
  expect((await stranger.post('/calendar/feed?do=close', { feedId })).status).toBe(403)
  await owner.post('/calendar/feed?do=close', { feedId })
  expect(await statuses()).toEqual([404, 404, 200])
  expect((await phone.get('/feeds/nonsense/calendar.ics')).status).toBe(404)
})

function feedIdOf(person: { id: string }, kind: 'mine' | 'unit') {
  return committed(database, async (ctx) => {
    const { id } = await ctx.tx
      .selectFrom('calendarFeed')
      .select('id')
      .where('personId', '=', person.id)
      .where('kind', '=', kind)
      .where('revokedAt', 'is', null)
      .executeTakeFirstOrThrow()
    return id
  })
}

test('a unit’s feed is for who runs the unit today', async () => {
  const person = await committed(database, (ctx) => makeAppointed(ctx, 'organiser', branch.id))
  const address = await addressOf(person, { kind: 'unit', id: branch.id })
  const phone = await visitor(database, null)
  expect((await phone.get(address)).status).toBe(200)
  await committed(database, (ctx) =>
    ctx.tx
      .updateTable('appointment')
      .set({ untilOn: '2022-01-11' })
      .where('personId', '=', person.id)
      .execute(),
  )
  expect((await phone.get(address)).status).toBe(404)
})

test('the page says when a calendar last asked, to the hour and from nowhere', async () => {
  const person = await committed(database, (ctx) => makePerson(ctx))
  const address = await addressOf(person)
  const page = async () =>
    textOf((await (await visitor(database, person)).get('/calendar/feed')).html)
  expect(await page()).toContain('还没有日历来取过')
  const ask = async (time: string) =>
    (await visitor(database, null, { now: instantAt('2022-01-12', time) })).get(address)
  await ask('11:00')
  expect(await page()).toContain('日历上次来取 1月12日 周三 11:00')
  await ask('11:30')
  expect(await page()).toContain('11:00')
  await ask('12:30')
  expect(await page()).toContain('12:30')
})

test('nobody finds the secret in the database', async () => {
  const address = await addressOf(organiser)
  const secret = /\/feeds\/([^/]+)/.exec(address)![1]!
  const kept = await committed(database, (ctx) =>
    ctx.tx.selectFrom('calendarFeed').selectAll().where('streetId', '=', ctx.street).execute(),
  )
  expect(JSON.stringify(kept)).not.toContain(secret.split('.')[1])
  const keys = await committed(database, (ctx) =>
    ctx.tx.selectFrom('requestKey').select('answer').execute(),
  )
  expect(JSON.stringify(keys)).not.toContain(secret.split('.')[1])
})
