import { expect, test } from 'vitest'
import { readSheet, writeWorkbook } from '#app/platform/spreadsheet.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const session = await makeSession(ctx, { venueSeats: 40 })
  const people = []
  // one after the other: each is registered
  for (const name of ['曹兰', '顾明', '王红'])
    people.push(await makePerson(ctx, session.unitId, { name }))
  return { ...session, people }
})
const host = await visitor(database, { id: made.hostId })

test('a list is sent, looked through, its bad rows taken along, and the good ones entered', async () => {
  const at = `/sessions/${made.id}/lists`
  const csv = [
    '姓名,尾号,单位',
    ...made.people.map(({ name, phone }) => `${name},${phone!.slice(-5)},`),
    '赵一,0000,',
  ]
  // As Excel saves a CSV in Chinese: nobody need know what an encoding is.
  const bytes = new Uint8Array(Buffer.from(`\uFEFF${csv.join('\r\n')}`))
  const form = new FormData()
  form.set('file', new File([bytes], '报名.csv'))
  const { location } = await host.post(`${at}?do=send`, form)
  expect(location).toMatch(/\/lists\/[\da-f-]{36}\?done=signUps\.listSent$/)
  const preview = await host.get(location!)
  expect(textOf(preview.html)).toContain('给没有问题的 3 位报名，跳过 1 行')
  const [path] = location!.split('?')
  const rows = await readSheet((await host.get(`${path}?export=bad`)).bytes, { mostRows: 100 })
  expect(rows.at(-1)!.fields.slice(0, 2)).toEqual(['赵一', '0000'])
  expect(rows.at(-1)!.fields.at(-1)).toContain('没有找到这个人')
  const whole = await host.post(`${path}?do=enter`, { whole: 'yes' })
  expect([whole.status, textOf(whole.html).includes('一个也没有报')]).toEqual([409, true])
  await host.post(`${path}?do=enter`, {})
  expect(textOf((await host.get(path!)).html)).toContain('3 位有了座位')
})

test('a file that is none is refused where it was sent', async () => {
  const bytes = await writeWorkbook([{ name: '空', headings: ['姓名'], rows: [] }])
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], '空.xlsx'))
  const { status, html } = await host.post(`/sessions/${made.id}/lists?do=send`, form)
  expect([status, textOf(html).includes('没有读到任何人')]).toEqual([409, true])
})

test('whose branch it is not sends no list', async () => {
  const stranger = await visitor(database, made.people[0]!)
  expect((await stranger.get(`/sessions/${made.id}/lists`)).status).toBe(403)
})
