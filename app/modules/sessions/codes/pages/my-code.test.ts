import { expect, test } from 'vitest'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { tokensOf } from '../queries.ts'

const database = await ownDatabase()
const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const parent = await makePerson(ctx, branch.id, { name: '曹兰', bornOn: '1980-02-03' })
  const child = await makePerson(ctx, branch.id, { name: '曹小雨', bornOn: '2012-05-01' })
  await nameGuardian(ctx, { childId: child.id, guardianId: parent.id })
  const organiser = await makeAppointed(ctx, 'organiser', branch.id)
  return { branch, parent, child, organiser }
})

test('a parent makes codes for both, and sees them without anything personal in them', async () => {
  const parent = await visitor(database, made.parent)
  expect(textOf((await parent.get('/my-code')).html)).toContain('曹小雨还没有点名码。')
  // one after the other, as a person presses
  for (const { id } of [made.parent, made.child]) {
    const { location } = await parent.post('/my-code?do=make', { personId: id })
    expect(location).toBe('/my-code?done=rollCode.made')
  }
  const { html } = await parent.get('/my-code')
  expect(html.match(/aria-label="[^"]*的点名码"/g)).toEqual([
    'aria-label="曹兰的点名码"',
    'aria-label="曹小雨的点名码"',
  ])
  const twice = await parent.post('/my-code?do=make', { personId: made.parent.id })
  expect([twice.status, textOf(twice.html).includes('已经有点名码了')]).toEqual([409, true])
})

test('a phone’s own camera opens a page that says what it is for and does nothing', async () => {
  const token = await committed(database, async (ctx) =>
    (await tokensOf(ctx, [made.parent.id])).get(made.parent.id),
  )
  const nobody = await visitor(database, null)
  const { status, html } = await nobody.get(`/c/${token}`)
  expect(status).toBe(200)
  expect(textOf(html)).toContain('这是点名用的码')
  expect(html).not.toContain('曹兰')
  expect((await nobody.get('/c/whatever')).status).toBe(200)
})

test('an organiser prints a card for everyone of the branch, and nobody else does', async () => {
  const organiser = await visitor(database, made.organiser)
  const path = `/my-code/cards?unit=${made.branch.id}`
  expect(textOf((await organiser.get(path)).html)).toContain('还有 1 人没有点名码')
  await organiser.post(`${path}&do=make`, { unitId: made.branch.id })
  const { html } = await organiser.get('/my-code/cards')
  expect(textOf(html)).toContain('3 张卡片')
  const { location } = await organiser.post(`${path}&do=renew`, { personId: made.child.id })
  expect(location).toBe(`${path}&done=rollCode.renewed`)
  expect((await (await visitor(database, made.parent)).get(path)).status).toBe(403)
})
