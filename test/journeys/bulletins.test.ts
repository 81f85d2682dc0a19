import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { approveBulletin } from '#app/modules/bulletins/approve-bulletin.ts'
import { openBrowser } from '#test/browser.ts'
import { committed, ownDatabase, street } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { makeReaders } from '#test/make-bulletins.ts'
import { makeHeld } from '#test/make-coverage.ts'
import { picture } from '#test/make-files.ts'
import { serveTo } from '#test/server.ts'
import {
  choose,
  open,
  pageOf,
  press,
  says,
  visitorsPage,
  type Walk,
  waysToWalk,
} from '#test/walk.ts'

// A bulletin from its first draft through four readers to the street's public page.

const browser = await openBrowser()

async function makeCorrespondence() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeHeld(ctx, { guests: 3, given: [{ thing: '春联', pieces: 46 }] })
    return {
      ...(await makeReaders(ctx)),
      correspondent: await makeAppointed(ctx, 'correspondent'),
    }
  })
  return { database, people, server: await serveTo(database) }
}

type Telling = Walk & { people: Awaited<ReturnType<typeof makeCorrespondence>>['people'] }

async function startIt(walk: Telling): Promise<string> {
  const page = await pageOf(walk, walk.people.correspondent)
  await open(page, '/bulletins')
  await page.locator('[name=title]').fill('写春联的下午')
  await press(page, '写初稿')
  await says(page, '初稿已经写好')
  const address = new URL(page.url()).pathname
  const body = page.locator('[name=body]')
  await body.fill('# 写春联\n\n一下午写了{{thingsGivenOut:春联|moreThan:50}}副，电话 13812345678。')
  await press(page, '保存')
  await sees(page, '“50余”不对：“发出的春联”现在是 46。')
  await body.fill('# 写春联\n\n一下午写了{{thingsGivenOut:春联|moreThan:40}}副，电话 13812345678。')
  await press(page, '保存')
  await says(page, '一下午写了40余副')
  await sees(page, '“13812345678”像是电话号码，简报里不能有，请删去。')
  await addAPicture(page)
  await page.goto(address)
  await press(page, '交稿')
  await sees(page, '已交上去，等一审。')
  await page.context().close()
  return address
}

async function addAPicture(page: Page): Promise<void> {
  await page.getByRole('link', { name: '照片', exact: true }).click()
  await says(page, '还没有照片。')
  const buffer = await picture(120, 80)
  const file = { name: 'couplets.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(buffer) }
  const chosen = page.locator('input[type=file]')
  await chosen.setInputFiles(file)
  await page.locator('[name=caption]').fill('新写的春联')
  await page.locator('[name=alternative]').fill('一副红纸春联')
  // Where there is script the file goes ahead of the form.
  if (await page.evaluate(() => document.querySelector('script[type=module]') !== null))
    await page
      .locator('.upload output', { hasText: /\S/ })
      .waitFor({ timeout: 5000 })
      .catch(() => {})
  await press(page, '加上')
  await sees(page, '还没说有谁')
  await choose(page, '[name=nobody]')
  await press(page, '记下')
  await says(page, '可以公开')
}

async function sendItBack(walk: Telling, address: string): Promise<void> {
  const page = await pageOf(walk, walk.people.first)
  await open(page, '/bulletins')
  await page.getByRole('link', { name: '写春联的下午' }).click()
  await says(page, '您的一审')
  await page.locator('#back [name=paragraph]').selectOption('2')
  await page.locator('#back [name=words]').fill('电话号码请删去')
  await press(page, '退回')
  await sees(page, '已退回，撰稿的人会看到您的意见。')
  await page.context().close()
  const writer = await pageOf(walk, walk.people.correspondent)
  await open(writer, address)
  await says(writer, '电话号码请删去')
  await writer
    .locator('[name=body]')
    .fill('# 写春联\n\n一下午写了{{thingsGivenOut:春联|moreThan:40}}副。')
  await press(writer, '保存')
  await sees(writer, '没有要看的地方。')
  await writer.getByRole('link', { name: '各稿对照' }).click()
  await says(writer, '一下午写了{{thingsGivenOut:春联|moreThan:40}}副。')
  await writer.goto(address)
  await press(writer, '交稿')
  await sees(writer, '现在轮到')
  await writer.context().close()
}

async function approveIt(walk: Telling, address: string): Promise<void> {
  const bulletinId = address.split('/').at(-1)!
  // The second and third reviews are like the first, which is walked here with the proofreading.
  const approve = (step: 'second' | 'third') =>
    committed(walk.database, async (ctx) =>
      approveBulletin(await as(ctx, walk.people[step]), { bulletinId, version: 3, step }),
    )
  await approveOnPage(walk, walk.people.first, address)
  await approve('second')
  await approve('third')
  await approveOnPage(walk, walk.people.proof, address)
}

async function approveOnPage(walk: Telling, reader: { id: string }, address: string) {
  const page = await pageOf(walk, reader)
  await page.goto(address)
  await press(page, '通过')
  await sees(page, '已通过。')
  await page.context().close()
}

/** As `says`, on a page that was checked before. */
async function sees(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor()
}

async function publishIt(walk: Telling, address: string): Promise<void> {
  const page = await pageOf(walk, walk.people.publisher)
  await page.goto(address)
  await press(page, '发布')
  await sees(page, '已发布')
  await page.locator('main a[href*="/figures/"]').first().click()
  await says(page, '发布时')
  await page.context().close()
}

/** What the feeds bring, once the page has been read. */
async function readIt(walk: Telling): Promise<unknown[]> {
  const page = await visitorsPage(walk)
  await open(page, `/news?street=${street}`)
  await page.getByRole('link', { name: '写春联的下午' }).click()
  await says(page, '一下午写了40余副。')
  const shown = page.getByRole('img', { name: '一副红纸春联' })
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(120)
  // The browser's own parser takes the feeds, and finds the one bulletin in each.
  const found = await page.evaluate(async (streetId) => {
    const parsed = async (path: string) => {
      const text = await (await fetch(`${path}?street=${streetId}`)).text()
      return new DOMParser().parseFromString(text, 'application/xml')
    }
    const [rss, atom] = [await parsed('/news/rss.xml'), await parsed('/news/atom.xml')]
    return [
      rss.querySelector('item > title')?.textContent,
      rss.querySelectorAll('item, parsererror').length,
      atom.querySelector('entry > title')?.textContent,
      atom.querySelectorAll('entry, parsererror').length,
    ]
  }, street)
  await page.context().close()
  return found
}

test.each(waysToWalk)('a bulletin is written, read by four, and out %s', async (_, options) => {
  const walk: Telling = { browser, options, ...(await makeCorrespondence()) }
  const address = await startIt(walk)
  await sendItBack(walk, address)
  await approveIt(walk, address)
  await publishIt(walk, address)
  expect(await readIt(walk)).toEqual(['写春联的下午', 1, '写春联的下午', 1])
})
