import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { root } from '#app/platform/root.ts'
import { startServer } from '#bench/server.ts'
import { browserFlags, ensureBrowser } from '#bin/browser.mjs'
import { importedList } from './content/imported-list.ts'

// Takes the pictures of the README's tour from the demo street: `npm run screenshots`.

type Picture = {
  name: string
  /** One of the demo's people; without, a visitor who is not signed in. */
  as?: string
  width: 360 | 1440
  /** The page, or how to get there by its links. */
  path: string | ((page: Page) => Promise<void>)
  large?: boolean
}

const folder = join(root, 'docs/pictures')
const phone = 360
const desktop = 1440

/** Follows the first or last link of the page whose address looks like this. */
function follow(
  from: string,
  pattern: string,
  which: 'first' | 'last' = 'first',
): (page: Page) => Promise<void> {
  return async (page) => {
    await page.goto(new URL(from, page.url()).href)
    const href = await page.locator(`main a[href*="${pattern}"]`)[which]().getAttribute('href')
    if (!href) throw new Error(`${from} leads to no ${pattern}`)
    await page.goto(new URL(href, page.url()).href)
  }
}

const pictures: readonly Picture[] = [
  { name: 'home-office', as: 'office', width: desktop, path: '/' },
  { name: 'home-member-phone', as: 'member', width: phone, path: '/' },
  { name: 'menu', as: 'organiser', width: desktop, path: '/menu' },
  { name: 'order', as: 'organiser', width: desktop, path: orderForm },
  {
    name: 'dispatch',
    as: 'office',
    width: desktop,
    path: follow('/orders?status=vetted', '/orders/0'),
  },
  { name: 'board', as: 'office', width: desktop, path: '/dispatch' },
  {
    name: 'plan',
    as: 'office',
    width: desktop,
    path: planWaiting,
  },
  { name: 'plan-week', as: 'office', width: desktop, path: planWeek },
  {
    name: 'speaker-invitation-phone',
    as: 'speaker',
    width: phone,
    path: follow('/', '/dispatches/'),
  },
  { name: 'speakers', as: 'office', width: desktop, path: '/speakers' },
  { name: 'session-phone', as: 'member', width: phone, path: follow('/', '/sessions/0') },
  { name: 'roll-phone', as: 'organiser', width: phone, path: rollOfYesterday },
  { name: 'round-phone', as: 'volunteer', width: phone, path: follow('/', '/visits') },
  { name: 'exhibition', as: 'office', width: desktop, path: planOfExhibition },
  { name: 'course-phone', as: 'member', width: phone, path: courseQuestions },
  { name: 'recall-phone', as: 'member', width: phone, path: '/recall' },
  { name: 'memory', as: 'office', width: desktop, path: '/coverage/memory' },
  { name: 'matters', as: 'organiser', width: desktop, path: '/matters' },
  { name: 'claim-phone', as: 'organiser', width: phone, path: follow('/', '/matters/0') },
  { name: 'rota', as: 'office', width: desktop, path: follow('/volunteering', '/posts/0', 'last') },
  { name: 'consent-phone', as: 'guardian', width: phone, path: '/service-consents' },
  { name: 'certificate', as: 'volunteer', width: desktop, path: certificate },
  { name: 'hours', as: 'member', width: desktop, path: '/hours' },
  { name: 'coverage', as: 'office', width: desktop, path: '/coverage' },
  { name: 'not-reached', as: 'office', width: desktop, path: '/coverage/not-reached' },
  { name: 'roster', as: 'organiser', width: desktop, path: '/coverage/roster' },
  {
    name: 'bulletin',
    as: 'proofreader',
    width: desktop,
    path: follow('/', '/bulletins/0'),
  },
  { name: 'news-phone', width: phone, path: follow('/news', '/news/0') },
  { name: 'people-import', as: 'office', width: desktop, path: peopleFile },
  { name: 'privacy-phone', as: 'member', width: phone, path: '/privacy' },
  { name: 'district', as: 'district', width: desktop, path: '/district' },
  { name: 'large-text-phone', as: 'member', width: phone, path: '/menu', large: true },
]

/** Yesterday's session waits to be closed; its roll is a step before that. */
async function rollOfYesterday(page: Page): Promise<void> {
  await follow('/', '/close')(page)
  await page.goto(page.url().replace('/close', '/roll'))
}

/** What the office sees of a session, where what it needs is prepared. */
async function planOfExhibition(page: Page): Promise<void> {
  await follow('/sessions?strand=arts', '/sessions/0')(page)
  await page.goto(page.url().replace(/\?.*/, '') + '/plan')
}

/** The plan that waits to be looked at. */
async function planWaiting(page: Page): Promise<void> {
  await follow('/dispatch/plans', '/dispatch/plans/0', 'last')(page)
}

/** Who speaks when, by that plan, in the first week that is wholly planned. */
async function planWeek(page: Page): Promise<void> {
  await planWaiting(page)
  // The first of these shows speakers instead of venues, the next one this week.
  await page.locator('#timeline a[href*="by=speaker"][href*="weeks=1"]').nth(2).click()
  await page.waitForURL(/from=/)
}

/** A certificate that the volunteer was given. */
async function certificate(page: Page): Promise<void> {
  await follow('/volunteering', '/service-records/')(page)
  await follow(page.url(), '/certificates/0')(page)
}

/** The question that follows a course. */
async function courseQuestions(page: Page): Promise<void> {
  await follow('/courses', '/courses/0')(page)
  await page.locator('main form').first().scrollIntoViewIfNeeded()
}

/** A list of people as it is looked through before anyone is entered. */
async function peopleFile(page: Page): Promise<void> {
  await page.goto(new URL('/people/lists', page.url()).href)
  await page.locator('main input[type=file]').setInputFiles({
    name: `${importedList.name}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(importedList.rows.map((row) => row.join(',')).join('\n')),
  })
  await page.locator('main form button').click()
  await page.waitForURL(/lists\/0/)
}

async function orderForm(page: Page): Promise<void> {
  await follow('/menu', '/menu/0')(page)
  await page.goto(`${page.url()}/order`)
}

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const tall = picture.width === phone ? 740 : 900
  const context = await browser.newContext({
    viewport: { width: picture.width, height: tall },
    deviceScaleFactor: picture.width === phone ? 2 : 1,
    locale: 'zh-CN',
  })
  const cookies = [{ name: 'language', value: 'zh', url: origin }]
  await context.addCookies(cookies)
  if (picture.as !== undefined)
    await context.request.post(`${origin}/demo/sign-in`, {
      form: { as: picture.as },
      headers: { origin },
    })
  if (picture.large) {
    const form = { text: 'large', back: '/' }
    await context.request.post(`${origin}/reading`, { form, headers: { origin } })
  }
  const page = await context.newPage()
  await page.goto(`${origin}/`)
  if (typeof picture.path === 'string') await page.goto(origin + picture.path)
  else await picture.path(page)
  await page.screenshot({ path: join(folder, `${picture.name}.png`) })
  await context.close()
  console.log(`docs/pictures/${picture.name}.png`)
}

const data = await mkdtemp(join(tmpdir(), 'hearth-pictures-'))
const server = await startServer(data)
const browser = await chromium.launch({
  executablePath: await ensureBrowser(),
  args: browserFlags,
  chromiumSandbox: false,
})
try {
  await mkdir(folder, { recursive: true })
  for (const picture of pictures) await take(browser, server.origin, picture)
} finally {
  await browser.close()
  await server.stop()
  await rm(data, { recursive: true, force: true })
}
