import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { freshBrowser } from '#test/jar.ts'
import { makeAppointed, makePerson } from '#test/make.ts'
import { textOf, visitor } from '#test/visitor.ts'
import { findPerson } from '../../queries.ts'
import { signInsOf } from '../queries.ts'

const database = await ownDatabase()
const office = () => committed(database, (ctx) => makeAppointed(ctx, 'office'))
const signIns = (personId: string) => committed(database, (ctx) => signInsOf(ctx, personId))

test('a token is shown once, on the page that made it, and works under its name', async () => {
  const self = await visitor(database, await office())
  const made = await self.post('/account?do=makeToken', { name: '月度统计表' })
  expect(made.status).toBe(200)
  expect(made.html).toMatch(/<code>320613019\.[\w-]{43}<\/code>/)
  const later = await self.get('/account')
  expect(later.html).toContain('月度统计表')
  expect(later.html).not.toMatch(/320613019\.[\w-]{43}/)
  const again = await self.post('/account?do=makeToken', { name: '月度统计表' })
  expect([again.status, textOf(again.html).includes('请换个名字')]).toEqual([409, true])
})

test('a sign-in elsewhere is ended from here; ending this one signs out', async () => {
  const person = await office()
  const [here, there] = [await visitor(database, person), await visitor(database, person)]
  const [last, first] = await signIns(person.id)
  const own = await idOfSignIn(person.id, here)
  const other = [last!.id, first!.id].find((id) => id !== own)!
  expect((await here.post('/account?do=endSignIn', { signInId: other })).location).toBe(
    '/account?done=signIn.ended',
  )
  expect((await there.get('/account')).status).toBe(302)
  expect((await here.post('/account?do=endSignIn', { signInId: own })).location).toBe(
    '/?done=signIn.ended',
  )
  expect((await here.get('/account')).status).toBe(302)
})

/** Which of a person's sign-ins is the visitor's own: the one that the page does not mark otherwise. */
async function idOfSignIn(personId: string, self: Awaited<ReturnType<typeof visitor>>) {
  const { html } = await self.get('/account')
  const row = html.split('<tr>').find((each) => each.includes('现在用的这台'))!
  const ids = (await signIns(personId)).map((signIn) => signIn.id)
  return ids.find((id) => row.includes(id))!
}

test('staff set a password here, members are not asked for one', async () => {
  const staff = await visitor(database, await office())
  expect((await staff.get('/account')).html).toContain('new-password')
  const easy = await staff.post('/account?do=setPassword', { password: '12345678' })
  expect([easy.status, textOf(easy.html).includes('太容易猜到')]).toEqual([409, true])
  expect(
    (await staff.post('/account?do=setPassword', { password: '河边的灯笼和老树' })).location,
  ).toBe('/account?done=password.set')
  const member = await visitor(database, await committed(database, (ctx) => makePerson(ctx)))
  expect((await member.get('/account')).html).not.toContain('new-password')
  expect(
    (await member.post('/account?do=setPassword', { password: '河边的灯笼和老树' })).status,
  ).toBe(403)
})

test('a visitor reads in English and large from the next page on', async () => {
  await office()
  const browser = freshBrowser(database)
  const switched = await browser.post('/reading', { language: 'en', back: '/sign-in?x=1' })
  expect([switched.status, switched.location]).toEqual([303, '/sign-in?x=1'])
  await browser.post('/reading', { text: 'large', back: 'https://evil.example' })
  const { html } = await browser.get('/sign-in')
  expect(html).toContain('<html lang="en"')
  expect(html).toContain('data-text="large"')
})

test('a person’s choice is kept with the person', async () => {
  const person = await office()
  const self = await visitor(database, person)
  expect((await self.post('/reading', { text: 'large', back: '/account' })).location).toBe(
    '/account',
  )
  await self.post('/reading', { language: 'en', back: '/account' })
  const kept = await committed(database, (ctx) => findPerson(ctx, person.id))
  expect([kept?.language, kept?.largeText]).toEqual(['en', true])
  const elsewhere = await visitor(database, person)
  expect((await elsewhere.get('/account')).html).toContain('data-text="large"')
})
