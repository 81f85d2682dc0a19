import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makePerson } from '#test/make.ts'
import { makeBulletin } from '#test/make-bulletins.ts'
import { textOf, visitor } from '#test/visitor.ts'

const database = await ownDatabase()

test('someone is found, entered, asked, and consents on paper; a child is not told of', async () => {
  const made = await committed(database, async (ctx) => ({
    ...(await makeBulletin(ctx)),
    office: await makeAppointed(ctx, 'office'),
    grown: await makePerson(ctx, undefined, { bornOn: '1950-01-01' }),
    child: await makePerson(ctx, undefined, { bornOn: '2012-01-01' }),
  }))
  const address = `/bulletins/${made.bulletin.id}/people`
  const writer = await visitor(database, made.correspondent)
  expect(textOf((await writer.get(address)).html)).toContain('还没有登记。')
  const found = await writer.get(`${address}?q=${encodeURIComponent(made.grown.name)}`)
  expect(found.html).toContain(`value="${made.grown.id}"`)
  for (const { id } of [made.grown, made.child]) {
    const told = await writer.post(`${address}?do=tell`, { personId: id })
    expect(told.location).toBe(`${address}?done=bulletin.personTold`)
  }
  const entered = textOf((await writer.get(address)).html)
  expect(entered).toContain(`${made.grown.name} 还没有同意`)
  expect(entered).toContain(`${made.child.name} 未成年，不能写`)
  const paper = { personId: made.grown.id }
  expect((await writer.post(`${address}?do=paper`, paper)).status).toBe(403)
  const office = await visitor(database, made.office, { language: 'en' })
  expect((await office.post(`${address}?do=paper`, paper)).status).toBe(303)
  expect(textOf((await office.get(address)).html)).toContain(`${made.grown.name} has consented`)
  await writer.post(`${address}?do=leaveOut`, { personId: made.child.id })
  expect((await writer.get(address)).html).not.toContain(made.child.name)
  const person = await visitor(database, made.grown)
  expect((await person.get(address)).status).toBe(403)
})

test('the office keeps the list of house words, and a draft is held to it', async () => {
  const made = await committed(database, async (ctx) => ({
    ...(await makeBulletin(ctx, { body: '群众都说好。' })),
    office: await makeAppointed(ctx, 'office'),
  }))
  const office = await visitor(database, made.office)
  const kept = await office.post('/house-words?do=keep', { words: '群众 居民\n\n亮点' })
  expect(kept.location).toBe('/house-words?done=houseWords.kept')
  expect((await office.get('/house-words')).html).toContain('亮点\n群众 居民</textarea>')
  const draft = textOf((await office.get(`/bulletins/${made.bulletin.id}`)).html)
  expect(draft).toContain('第 1 段 “群众”这个词，我们写作“居民”。')
  const writer = await visitor(database, made.correspondent)
  expect((await writer.get('/house-words')).status).toBe(403)
})
