import { pino } from 'pino'
import { expect, test } from 'vitest'
import { journey } from '#app/journey.ts'
import { deliverWaiting } from '#app/platform/worker.ts'
import { committed, ownDatabase, testNow } from '#test/database.ts'
import { freshBrowser } from '#test/jar.ts'
import { makeAppointed, makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { suggestions } from '../queries.ts'

const database = await ownDatabase()
const office = await visitor(
  database,
  await committed(database, (ctx) => makeAppointed(ctx, 'office')),
)
const all = () => committed(database, suggestions)

test('what a person says is answered, and the person is told', async () => {
  const person = await committed(database, (ctx) => makePerson(ctx))
  const self = await visitor(database, person)
  const said = { words: '凉亭的灯太暗', page: '/calendar?secret=1' }
  const answer = await self.post('/say?do=say', said)
  expect([answer.status, answer.location]).toEqual([303, '/calendar?secret=1&done=suggestion.made'])
  const [made] = await all()
  expect([made?.personName, made?.page, made?.words]).toEqual([
    person.name,
    '/calendar',
    '凉亭的灯太暗',
  ])
  const list = textOf((await office.get(`/suggestions?answer=${made!.id}`)).html)
  expect(list).toContain('凉亭的灯太暗')
  const reply = { suggestionId: made!.id, answer: '周五换灯' }
  const path = `/suggestions?do=answer&answer=${made!.id}`
  expect((await office.post(path, reply)).location).toBe('/suggestions?done=suggestion.answered')
  const again = await office.post(path, reply)
  expect([again.status, textOf(again.html).includes('已经有人答复')]).toEqual([409, true])

  const log = pino({ level: 'silent' })
  await deliverWaiting({ database, journey, clock: () => testNow, log })
  const heard = textOf((await office.get('/inbox')).html)
  expect(heard).toContain(`${person.name}提了意见：“凉亭的灯太暗”。`)
  const inbox = await self.get('/inbox')
  expect(textOf(inbox.html)).toContain('您提的“凉亭的灯太暗”，街道办公室答复了。')
  expect(textOf((await self.get(`/say?made=${made!.id}`)).html)).toContain('周五换灯')
  const other = await visitor(database, await committed(database, (ctx) => makePerson(ctx)))
  expect(textOf((await other.get(`/say?made=${made!.id}`)).html)).not.toContain('周五换灯')
})

test('nobody needs to sign in to complain', async () => {
  const visitorAtDoor = freshBrowser(database)
  expect((await visitorAtDoor.get('/say?page=/')).status).toBe(200)
  expect((await visitorAtDoor.post('/say?do=say', { words: '看不清字', page: '/' })).location).toBe(
    '/?done=suggestion.made',
  )
  const named = (await all()).filter((row) => row.words === '看不清字')
  expect(named.map((row) => row.personName)).toEqual([''])
})

test.each([
  ['nothing', { words: '  ', page: '/' }, 422],
  ['too much', { words: 'x'.repeat(2001), page: '/' }, 422],
  ['for another', { words: 'x', page: '/', personId: '1' }, 422],
])('saying %s is refused with what was typed', async (_, fields, status) => {
  const answer = await freshBrowser(database).post('/say?do=say', fields)
  expect(answer.status).toBe(status)
  expect(answer.html).toContain('<textarea')
})

test('the list is for the office', async () => {
  const member = await visitor(database, await committed(database, (ctx) => makePerson(ctx)))
  expect((await member.get('/suggestions')).status).toBe(403)
})
