import { expect, test } from 'vitest'
import { later, minute } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase, testNow } from '#test/database.ts'
import { freshBrowser } from '#test/jar.ts'
import { makeAppointed } from '#test/make.ts'
import { textOf } from '#test/visitor.ts'
import { namePersona } from '../name-persona.ts'

const database = await ownDatabase()
const office = await committed(database, async (ctx) => {
  const person = await makeAppointed(ctx, 'office')
  await namePersona(ctx, { name: 'office', personId: person.id })
  return person
})
const elsewhere = { street: otherStreet, now: later(testNow, minute) }
const district = await committed(
  database,
  async (ctx) => {
    const person = await makeAppointed(ctx, 'district')
    await namePersona(ctx, { name: 'district', personId: person.id })
    return person
  },
  elsewhere,
)

test('the demo’s people stand in a list with a button each', async () => {
  const page = textOf((await freshBrowser(database, { demo: true }).get('/demo/sign-in')).html)
  expect(page.match(/以\S+的身份进去/g)).toEqual(
    [office, district].map(({ name }) => `以${name}的身份进去`),
  )
})

test.each([
  ['office', 320613019, office],
  ['district', otherStreet, district],
] as const)('one tap and the reader is the %s persona, in street %i', async (as, street, who) => {
  const browser = freshBrowser(database, { demo: true })
  const answer = await browser.post('/demo/sign-in', { as })
  expect([answer.status, answer.location]).toEqual([303, '/'])
  expect(browser.cookies.get('hearth')).toMatch(new RegExp(`^${street}\\.`))
  expect(textOf((await browser.get('/account')).html)).toContain(who.name)
})

test('a persona that the demo has not named is not there', async () => {
  const browser = freshBrowser(database, { demo: true })
  expect((await browser.post('/demo/sign-in', { as: 'speaker' })).status).toBe(404)
  expect((await browser.post('/demo/sign-in', { as: 'mayor' })).status).toBe(422)
})

test('outside the demo nobody is let in, and there is no such page', async () => {
  const browser = freshBrowser(database, { demo: false })
  expect((await browser.get('/demo/sign-in')).status).toBe(404)
  expect((await browser.post('/demo/sign-in', { as: 'office' })).status).toBe(404)
  expect(browser.cookies.has('hearth')).toBe(false)
})
