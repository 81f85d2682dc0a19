import { toBuffer } from 'qrcode'
import { expect, test } from 'vitest'
import { startSignIn } from '#app/modules/people/accounts/start-sign-in.ts'
import { makeCode } from '#app/modules/sessions/codes/make-code.ts'
import { spokenOf, tokensOf } from '#app/modules/sessions/codes/queries.ts'
import { marksOf } from '#app/modules/sessions/roll/queries.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import {
  expectAccessible,
  expectLegible,
  expectNoFaults,
  newPage,
  openBrowser,
} from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { serveTo } from '#test/server.ts'

const database = await ownDatabase()
const server = await serveTo(database)
const browser = await openBrowser()

const made = await committed(database, async (ctx) => {
  const session = await makeSession(ctx, { venueSeats: 40 })
  const person = async (name: string, seat: boolean) => {
    const { id } = await makePerson(ctx, session.unitId, { name })
    const self = await as(ctx, { id })
    if (seat) await signUp(self, { sessionId: session.id })
    await makeCode(self, { anew: false })
    const token = (await tokensOf(ctx, [id])).get(id)!
    return { id, name, self, token, spoken: (await spokenOf(ctx, session.id, id))! }
  }
  const [cao, gu, zhou] = [
    await person('曹兰', true),
    await person('顾明', true),
    await person('周南', true),
  ]
  const [walkIn, renewed] = [await person('吴江', false), await person('陈海', true)]
  await makeCode(renewed.self, { anew: true })
  const browserOf = { personId: session.hostId, device: 'test', signInId: null }
  const { cookie } = await startSignIn(ctx, browserOf)
  return { ...session, cao, gu, zhou, walkIn, renewed, cookie }
})

const marked = () =>
  committed(database, async (ctx) => {
    const written = await ctx.tx
      .selectFrom('attendance')
      .select('id')
      .where('streetId', '=', ctx.street)
      .where('sessionId', '=', made.id)
      .execute()
    return { now: await marksOf(ctx, made.id), written: written.length }
  })

/** A photo of a code, as a card or a phone shows it. */
const photoOf = async (text: string) => ({
  name: 'code.png',
  mimeType: 'image/png',
  buffer: await toBuffer(text, { scale: 6 }),
})

test('photos of codes mark people once, and what was changed or replaced is refused', async () => {
  server.at(made.during.start)
  const page = await newPage(browser, { origin: server.origin, width: 360 })
  const decoders: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('.wasm')) decoders.push(new URL(request.url()).origin)
  })
  await page.context().addCookies([{ name: 'hearth', value: made.cookie, url: server.origin }])
  await page.goto(`/sessions/${made.id}/roll/scan`)
  const photo = page.locator('[data-photo]')
  const scan = async (text: string) => photo.setInputFiles(await photoOf(text))
  const said = page.locator('[data-said]')

  await scan(`${server.origin}/c/${made.cao.token}`)
  const line = page.locator('.scans li').filter({ hasText: '曹兰' })
  await line.getByText('来了 · 已发出').waitFor()
  expect([...(await marked()).now]).toEqual([[made.cao.id, 'came']])
  expect(decoders).toEqual([server.origin])
  await expectAccessible(page)
  await expectLegible(page, 18)

  // The same card once more, here and after the page is loaded anew, is one attendance.
  await scan(made.cao.token)
  await page.getByText('已经记过了').waitFor()
  await page.reload()
  await scan(made.cao.token)
  await page.getByText('已经记过了').waitFor()
  expect((await marked()).written).toBe(1)

  const { token } = made.gu
  await scan(token.slice(0, -1) + (token.endsWith('A') ? 'Q' : 'A'))
  await said.getByText('不是本街道的，或者被改动过').waitFor()
  await scan(made.renewed.token)
  await said.getByText('这张卡已经换成新的了').waitFor()
  await scan('https://elsewhere.example/')
  await said.getByText('没有读到点名码').waitFor()
  expect((await marked()).written).toBe(1)

  // Someone who isn't expected is named, and the host says whether it is them.
  await scan(made.walkIn.token)
  await said.getByText('吴江').waitFor()
  expect((await marked()).now.has(made.walkIn.id)).toBe(false)
  await page.getByRole('button', { name: '是，记“来了”' }).tap()
  await page.locator('.scans li').filter({ hasText: '吴江' }).getByText('已发出').waitFor()
  expect((await marked()).now.get(made.walkIn.id)).toBe('came')
  expectNoFaults(page)

  // What was refused of one number is not said of the next.
  const digits = page.getByRole('textbox', { name: '六位数' })
  const mark = page.getByRole('button', { name: '记“来了”' })
  await digits.fill('000000')
  await mark.tap()
  await page.getByRole('alert').waitFor()
  await digits.fill(made.cao.spoken)
  await mark.tap()
  await page.getByText('已经记过了').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})

test('without a network codes and digits are kept, and sent when there is one', async () => {
  server.at(made.during.start)
  const page = await newPage(browser, { origin: server.origin, width: 360 })
  await page.context().addCookies([{ name: 'hearth', value: made.cookie, url: server.origin }])
  await page.goto(`/sessions/${made.id}/roll/scan`)
  const photo = page.locator('[data-photo]')
  // The page was opened once with a network, and no more than that: it is kept with its decoder.
  const isKept = (path: string) => caches.match(path).then((kept) => kept !== undefined)
  await expect
    .poll(() => page.evaluate(isKept, `/sessions/${made.id}/roll/scan`), { timeout: 10_000 })
    .toBe(true)
  await server.stop()
  await page.reload()
  await photo.setInputFiles(await photoOf(made.gu.token))
  const line = page.locator('.scans li').filter({ hasText: '顾明' })
  await line.getByText('等待发送').waitFor()
  const { spoken } = made.zhou
  await page
    .getByRole('textbox', { name: '六位数' })
    .fill(`${spoken.slice(0, 3)} ${spoken.slice(3)}`)
  await page.getByRole('button', { name: '记“来了”' }).tap()
  await page.locator('.scans li').filter({ hasText: '周南' }).getByText('等待发送').waitFor()
  expect((await marked()).now.has(made.gu.id)).toBe(false)
  await server.start()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await line.getByText('已发出').waitFor()
  expect((await marked()).now.get(made.zhou.id)).toBe('came')

  // A mistake is taken back, and both stay to be seen.
  await line.getByRole('button', { name: '记错了' }).tap()
  await line.getByText('改成“没来”了 · 已发出').waitFor()
  expect((await marked()).now.get(made.gu.id)).toBe('absent')
})
