import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { committed, otherStreet, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson, makeStreet } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { cancelSession } from '../../cancel-session.ts'
import { findSession } from '../../queries.ts'

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

/** Opens a person's feed on the page and gives the addresses it then shows. */
async function addressesOf(person: { id: string }): Promise<string[]> {
  const { status, html } = await (await visitor(database, person)).post(
    '/calendar/feed?do=open',
    {},
  )
  expect(status).toBe(200)
  return [...html.matchAll(/<code class="address">http:\/\/localhost([^<]*)<\/code>/g)].map(
    ([, path]) => path!.replaceAll('&amp;', '&'),
  )
}

function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file))
  expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { uid, startDate } = new ICAL.Event(component)
    const status = component.getFirstPropertyValue('status')
    return { uid, status, start: startDate.toString(), zone: startDate.zone.tzid }
  })
}

const entry = ({ id }: { id: string }, start: string, status = 'CONFIRMED') => {
  return { uid: `${id}@320613019`, status, start, zone: 'Asia/Shanghai' }
}

test('a phone reads its owner’s calendar without a sign-in, with what was called off', async () => {
  const [address] = await addressesOf({ id: talk.speaker.personId })
  const phone = await visitor(database, null)
  const { status, html } = await phone.get(address!)
  expect(status).toBe(200)
  expect(eventsIn(html)).toEqual([entry(talk, '2022-01-14T14:00:00')])
  const [ofHost, ofUnit, ...more] = await addressesOf(organiser)
  expect(more).toEqual([])
  expect(ofUnit).toContain(`?unit=${branch.id}`)
  const both = [entry(talk, '2022-01-14T14:00:00'), entry(off, '2022-01-16T14:00:00', 'CANCELLED')]
  expect(eventsIn((await phone.get(ofHost!)).html)).toEqual(both)
  expect(eventsIn((await phone.get(ofUnit!)).html)).toEqual(both)
})

test('whose home a session is in is not in a feed', async () => {
  const home = await committed(database, async (ctx) => {
    const made = await makeSession(ctx, { date: '2022-01-18' })
    const { venueId } = (await findSession(ctx, made.id))!
    await ctx.tx
      .updateTable('venue')
      .set({ kind: 'home', name: '陈家' })
      .where('id', '=', venueId)
      .execute()
    return made
  })
  const [address] = await addressesOf({ id: home.speaker.personId })
  const { html } = await (await visitor(database, null)).get(address!)
  expect(eventsIn(html)).toEqual([entry(home, '2022-01-18T14:00:00')])
  expect(html).not.toContain('陈家')
})

test('the street that an address names is the one that is read', async () => {
  await committed(database, makeStreet, { street: otherStreet })
  const there = await visitor(database, null, { street: otherStreet })
  const [address] = await addressesOf(organiser)
  expect(eventsIn((await there.get(address!)).html)).toHaveLength(2)
})

test('a new address ends the old one, and a closed feed ends both', async () => {
  const person = await committed(database, (ctx) => makePerson(ctx))
  const phone = await visitor(database, null)
  const [first] = await addressesOf(person)
  const [second] = await addressesOf(person)
  const statuses = async () => [(await phone.get(first!)).status, (await phone.get(second!)).status]
  expect(await statuses()).toEqual([404, 200])
  const owner = await visitor(database, person)
  expect(textOf((await owner.get('/calendar/feed')).html)).toContain('订阅地址生成于')
  await owner.post('/calendar/feed?do=close', {})
  expect(await statuses()).toEqual([404, 404])
  expect((await phone.get('/feeds/nonsense/calendar.ics')).status).toBe(404)
})

test('a unit’s feed is for who runs the unit today', async () => {
  const person = await committed(database, (ctx) => makePerson(ctx, branch.id))
  const [address] = await addressesOf(person)
  const phone = await visitor(database, null)
  expect((await phone.get(`${address}?unit=${branch.id}`)).status).toBe(403)
})

test('nobody finds the secret in the database', async () => {
  const [address] = await addressesOf(organiser)
  const secret = /\/feeds\/([^/]+)/.exec(address!)![1]!
  const kept = await committed(database, (ctx) =>
    ctx.tx.selectFrom('calendarFeed').selectAll().where('streetId', '=', ctx.street).execute(),
  )
  expect(JSON.stringify(kept)).not.toContain(secret.split('.')[1])
  const keys = await committed(database, (ctx) =>
    ctx.tx.selectFrom('requestKey').select('answer').execute(),
  )
  expect(JSON.stringify(keys)).not.toContain(secret.split('.')[1])
})
