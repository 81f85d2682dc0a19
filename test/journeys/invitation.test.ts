import { expect, test } from 'vitest'
import { endDispatch } from '#app/modules/talks/dispatches/end-dispatch.ts'
import { findDispatch } from '#app/modules/talks/dispatches/queries.ts'
import { expectLegible, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as } from '#test/make.ts'
import { makeDispatch } from '#test/make-talks.ts'
import { serveTo } from '#test/server.ts'
import { open, press, says, visitorsPage } from '#test/walk.ts'

// A speaker answers from the message: on a phone, without a sign-in and without script.

const browser = await openBrowser()
const database = await ownDatabase()
const server = await serveTo(database)

/** Someone is asked to speak; the link is the one of the message that they are sent. */
async function asked() {
  const made = await committed(database, (ctx) => makeDispatch(ctx, 'proposed'))
  await server.settle()
  const { link } = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('notice')
      .select('link')
      .where('streetId', '=', ctx.street)
      .where('personId', '=', made.speaker.personId)
      .executeTakeFirstOrThrow(),
  )
  const status = async () =>
    (await committed(database, (ctx) => findDispatch(ctx, made.dispatch.id)))!.status
  return { ...made, link, status }
}

const phone = (largeText = false) =>
  visitorsPage({
    browser,
    database,
    server,
    options: { width: 360, javaScript: false, largeText },
  })

test('a speaker opens the link, says yes, and finds so when opening it again', async () => {
  const { link, status } = await asked()
  const page = await phone()
  await open(page, link)
  await expectLegible(page, 18)
  expect(await status()).toBe('proposed')
  await press(page, '我来讲')
  await says(page, '您接了这一讲，谢谢您')
  expect(await status()).toBe('accepted')
  const other = await phone(true)
  await open(other, link)
  await expectLegible(other, 30)
  await says(other, '您接了这一讲，谢谢您')
}, 30_000)

test('no with a reason, sent by Enter, is a no', async () => {
  const { link, status } = await asked()
  const page = await phone()
  await open(page, link)
  await page.locator('summary', { hasText: '想说一句原因' }).click()
  await page.locator('[name=why]').fill('那天要去医院')
  await page.locator('[name=why]').press('Enter')
  await says(page, '记下了：这次不来')
  expect(await status()).toBe('declined')
}, 30_000)

test('what was withdrawn while the page was open is said, and nothing is lost', async () => {
  const { link, status, office, dispatch } = await asked()
  const page = await phone()
  await open(page, link)
  await committed(database, async (ctx) =>
    endDispatch(await as(ctx, office), { dispatchId: dispatch.id, how: 'takenBack', answer: '' }),
  )
  await press(page, '我来讲')
  await says(page, '不用再答复，也不用准备')
  expect(await status()).toBe('withdrawn')
}, 30_000)
