import { expect, test } from 'vitest'
import { newId } from '#app/platform/ids.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { tell } from '../../tell.ts'
import { inboxOf } from '../queries.ts'

const database = await ownDatabase()

/** Someone with so many notices, and who sees them. */
async function told(count: number) {
  const person = await committed(database, (ctx) => makePerson(ctx))
  await committed(database, async (ctx) => {
    for (let n = 1; n <= count; n++) {
      await tell(ctx, {
        personIds: [person.id],
        name: 'suggestion.answered',
        factId: newId(),
        details: { words: `第${n}条` },
        link: `/say?n=${n}`,
        urgency: 'soon',
      })
    }
  })
  const rows = () => committed(database, (ctx) => inboxOf(ctx, person.id, 1))
  return { person, rows, self: await visitor(database, person) }
}

test('notices stand newest first, and opening one marks it and leads on', async () => {
  const { self, rows } = await told(2)
  const text = textOf((await self.get('/inbox')).html)
  expect(text.match(/第\d条/g)).toEqual(['第2条', '第1条'])
  expect(text.match(/没看过/g)).toHaveLength(2)
  const [newest] = (await rows()).rows
  const answer = await self.post('/inbox?do=open', { noticeId: newest!.id })
  expect([answer.status, answer.location]).toEqual([303, '/say?n=2'])
  expect(textOf((await self.get('/inbox')).html).match(/没看过/g)).toHaveLength(1)
})

test('all are marked at once', async () => {
  const { self, rows } = await told(3)
  expect((await self.post('/inbox?do=readAll', {})).location).toBe('/inbox?done=notices.read')
  expect((await rows()).rows.filter((row) => row.readAt === null)).toEqual([])
  expect(textOf((await self.get('/inbox')).html)).not.toContain('全部标成看过')
})

test('nobody opens another’s notice', async () => {
  const { rows } = await told(1)
  const { self: other } = await told(0)
  const { id } = (await rows()).rows[0]!
  expect((await other.post('/inbox?do=open', { noticeId: id })).status).toBe(403)
  expect((await other.post('/inbox?do=open', { noticeId: newId() })).status).toBe(404)
  expect((await rows()).rows[0]?.readAt).toBeNull()
  expect(textOf((await other.get('/inbox')).html)).toContain('还没有通知')
})

test('a long inbox is paged', async () => {
  const { self } = await told(51)
  expect(textOf((await self.get('/inbox')).html).match(/第\d+条/g)).toHaveLength(50)
  const second = textOf((await self.get('/inbox?page=2')).html)
  expect(second.match(/第\d+条/g)).toEqual(['第1条'])
})
