import { expect, test } from 'vitest'
import { later, minute } from '#app/platform/time.ts'
import { committed, otherStreet, ownDatabase, testNow } from '#test/database.ts'
import { freshBrowser } from '#test/jar.ts'
import { makeAppointed, makePerson, makeStreet } from '#test/make.ts'
import { textOf } from '#test/visitor.ts'

const database = await ownDatabase()
await committed(database, makeStreet)

const person = () => committed(database, (ctx) => makePerson(ctx))

/** The code in the message sent last to a phone. */
function codeFor(phone: string) {
  return committed(database, async (ctx) => {
    const { body } = await ctx.tx
      .selectFrom('message')
      .select('body')
      .where('streetId', '=', ctx.street)
      .where('phone', '=', phone)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    return /\d{6}/.exec(body)![0]
  })
}

const askedIn = (location: string | null) =>
  new URL(location!, 'http://localhost').searchParams.get('asked')!

test('by phone and code to the page that was wanted', async () => {
  const { phone, name } = await person()
  const browser = freshBrowser(database)
  const turnedAway = await browser.get('/account')
  expect(turnedAway.location).toBe('/sign-in?from=%2Faccount')
  const step = await browser.post('/sign-in?do=ask&from=%2Faccount', { phone: phone! })
  expect([step.status, step.location]).toEqual([
    303,
    `/sign-in/code?street=320613019&from=%2Faccount&asked=${askedIn(step.location)}`,
  ])
  const form = await browser.get(step.location!)
  expect(textOf(form.html)).toContain(`如果 100****${phone!.slice(-4)} 登记过`)
  const sent = await browser.post(`${step.location}&do=signIn`, {
    askedId: askedIn(step.location),
    code: await codeFor(phone!),
  })
  expect([sent.status, sent.location]).toEqual([303, '/account?done=signIn.started'])
  expect(browser.cookies.get('hearth')).toMatch(/^320613019\.[\w-]{43}$/)
  const account = textOf((await browser.get('/account')).html)
  expect(account).toContain(name)
  expect(account).toContain('安卓手机上的微信')
})

test('a wrong code is said on the page, and counts', async () => {
  const { phone } = await person()
  const browser = freshBrowser(database)
  const { location } = await browser.post('/sign-in?do=ask', { phone: phone! })
  const code = (await codeFor(phone!)) === '000000' ? '111111' : '000000'
  const fields = { askedId: askedIn(location), code }
  const answers = []
  for (let tries = 0; tries < 5; tries++) {
    const { status, html } = await browser.post(`${location}&do=signIn`, fields)
    answers.push(`${status} ${/验证码不对|不能用了/.exec(textOf(html))?.[0]}`)
  }
  expect(answers).toEqual([...Array<string>(4).fill('409 验证码不对'), '409 不能用了'])
  expect(browser.cookies.has('hearth')).toBe(false)
})

test('known and unknown phones are answered alike', async () => {
  const { phone } = await person()
  const like = async (asked: string) => {
    const browser = freshBrowser(database, { address: '192.0.2.50' })
    const step = await browser.post('/sign-in?do=ask', { phone: asked })
    const page = await browser.get(step.location!)
    const again = await browser.post('/sign-in?do=ask', { phone: asked })
    const plain = (text: string) =>
      text.replaceAll(askedIn(step.location), 'id').replaceAll(asked, 'phone')
    const masked = `100****${asked.slice(-4)}`
    return [step, page, again].map(({ status, html, location }) => ({
      status,
      html: plain(html).replaceAll(masked, 'masked'),
      location: location && plain(location),
    }))
  }
  expect(await like('10088887777')).toEqual(await like(phone!))
})

test.each([
  ['/sign-in?do=ask', { phone: '123' }, 422],
  ['/sign-in?do=ask', {}, 422],
  ['/sign-in?do=ask', { phone: '10012345678', role: 'office' }, 422],
  ['/sign-in?do=other', { phone: '10012345678' }, 404],
  ['/sign-in/password?do=signIn', { phone: '10012345678', password: 'wrong one' }, 409],
  ['/sign-in/code?do=signIn', { askedId: '1', code: '123456' }, 404],
])('POST %s with %j: %i', async (path, fields, status) => {
  const browser = freshBrowser(database, { address: path })
  expect((await browser.post(path, fields as Record<string, string>)).status).toBe(status)
})

test.each(['', '?asked=', '?asked=1', '?asked=0190a1b2-0000-7000-8000-000000000000'])(
  'the code page without a code that was asked for (%s) is not there',
  async (query) => {
    expect((await freshBrowser(database).get(`/sign-in/code${query}`)).status).toBe(404)
  },
)

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
  'nobody is led away to %s',
  async (from) => {
    const { phone } = await person()
    const browser = freshBrowser(database)
    const ask = `/sign-in?do=ask&from=${encodeURIComponent(from)}`
    const { location } = await browser.post(ask, { phone: phone! })
    const fields = { askedId: askedIn(location), code: await codeFor(phone!) }
    const back = `${location}&do=signIn&from=${encodeURIComponent(from)}`
    expect((await browser.post(back, fields)).location).toBe('/?done=signIn.started')
  },
)

test('large text that was chosen before signing in stays', async () => {
  const { phone } = await person()
  const browser = freshBrowser(database)
  await browser.post('/reading', { text: 'large', back: '/sign-in' })
  const { location } = await browser.post('/sign-in?do=ask', { phone: phone! })
  const fields = { askedId: askedIn(location), code: await codeFor(phone!) }
  await browser.post(`${location}&do=signIn`, fields)
  expect((await browser.get('/account')).html).toContain('data-text="large"')
})

test('signing out ends the sign-in, not only the cookie', async () => {
  const { phone } = await person()
  const browser = freshBrowser(database)
  const { location } = await browser.post('/sign-in?do=ask', { phone: phone! })
  const fields = { askedId: askedIn(location), code: await codeFor(phone!) }
  await browser.post(`${location}&do=signIn`, fields)
  const token = browser.cookies.get('hearth')!
  expect((await browser.get('/account')).status).toBe(200)
  expect((await browser.post('/sign-out', {})).location).toBe('/?done=signIn.ended')
  expect(browser.cookies.has('hearth')).toBe(false)
  browser.cookies.set('hearth', token)
  expect((await browser.get('/account')).status).toBe(302)
})

test('where several streets are served, people choose theirs and it is remembered', async () => {
  await committed(database, makeStreet, {
    street: otherStreet,
    now: later(testNow, minute),
  })
  const far = await committed(database, (ctx) => makeAppointed(ctx, 'office'), {
    street: otherStreet,
  })
  const browser = freshBrowser(database)
  const choice = await browser.get(`/sign-in?street=${otherStreet}`)
  expect(textOf(choice.html)).toContain(`街道${otherStreet} 登录`)
  await browser.post(`/sign-in?do=ask&street=${otherStreet}`, { phone: far.phone! })
  expect(browser.cookies.get('street')).toBe(String(otherStreet))
  expect(textOf((await browser.get('/sign-in')).html)).toContain(`街道${otherStreet} 登录`)
})
