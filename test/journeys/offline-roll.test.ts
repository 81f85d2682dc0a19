import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { startSignIn } from '#app/modules/people/accounts/start-sign-in.ts'
import { findSession } from '#app/modules/sessions/queries.ts'
import { marksOf, rollState } from '#app/modules/sessions/roll/queries.ts'
import { countRoll } from '#app/modules/sessions/roll/rules.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import {
  expectAccessible,
  expectLegible,
  newPage,
  openBrowser,
  openProfile,
  type PageOptions,
  pageIn,
} from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { serveTo } from '#test/server.ts'

const database = await ownDatabase()
const server = await serveTo(database)
const browser = await openBrowser()
const phone: PageOptions = { origin: server.origin, width: 360 }

type Made = Awaited<ReturnType<typeof underWay>>

/** A session under way with people who signed up, and two who run it. */
async function underWay(names: number) {
  const made = await committed(database, async (ctx) => {
    const session = await makeSession(ctx, { headCount: names, venueSeats: names })
    const people = []
    for (let at = 0; at < names; at += 1) {
      const person = await makePerson(ctx, session.unitId)
      await signUp(await as(ctx, person), { sessionId: session.id })
      people.push(person)
    }
    const second = await makeAppointed(ctx, 'secretary', session.unitId)
    return { ...session, people, second }
  })
  server.at(made.during.start)
  return { ...made, at: `/sessions/${made.id}/roll` }
}

async function signedIn(page: Page, personId: string): Promise<Page> {
  const who = { personId, device: 'test', signInId: null }
  const { cookie } = await committed(database, (ctx) => startSignIn(ctx, who))
  await page.context().addCookies([{ name: 'hearth', value: cookie, url: server.origin }])
  return page
}

/** A phone with the roll open, which its worker keeps. */
async function openRoll(page: Page, { at }: Made): Promise<Page> {
  await page.goto(at)
  await page.getByText('已留在手机里').waitFor()
  return page
}

const lineOf = (page: Page, name: string) => page.getByRole('group', { name, exact: true })
const mark = (page: Page, name: string, as = '来了') =>
  lineOf(page, name).getByRole('radio', { name: as }).tap()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()
const offline = (page: Page, cut: boolean) => page.context().setOffline(cut)
const marks = ({ id }: Made) => committed(database, (ctx) => marksOf(ctx, id))
const state = ({ id }: Made) =>
  committed(database, async (ctx) => rollState(ctx, (await findSession(ctx, id))!))
const notes = ({ id }: Made) =>
  committed(database, async (ctx) => {
    const said = await ctx.tx
      .selectFrom('rollEntry')
      .select('words')
      .where('streetId', '=', ctx.street)
      .where('sessionId', '=', id)
      .where('kind', '=', 'note')
      .execute()
    return said.map(({ words }) => words)
  })

test('a roll called without a network outlives the browser and the sign-in, and arrives whole', async () => {
  const made = await underWay(24)
  const folder = await mkdtemp(join(tmpdir(), 'hearth-phone-'))
  afterAll(() => rm(folder, { recursive: true }))
  const before = await openProfile(folder, phone)
  const page = await openRoll(await signedIn(await pageIn(before, phone), made.hostId), made)
  await expectAccessible(page)
  await expectLegible(page, 18)
  await offline(page, true)
  await page.reload()
  for (const [at, { name }] of made.people.slice(0, 20).entries())
    await mark(page, name, at === 9 ? '早退' : '来了')
  await page.getByLabel('名单上找不到的人').fill('路过的王二婶')
  await press(page, '记下这个人')
  for (let guest = 0; guest < 3; guest += 1) await press(page, '多一位')
  await press(page, '少一位')
  await page.getByLabel('备注').fill('投影仪坏了')
  await press(page, '记下备注')
  await page.getByText('没有网络，26 条待送').waitFor()
  expect(await lineOf(page, made.people[3]!.name).textContent()).toContain('待送')
  await expectAccessible(page)
  expect(await marks(made)).toEqual(new Map())
  await before.close()
  await server.stop()

  // A dead battery: the browser is opened anew, still without a network, from where it was installed to.
  const after = await openProfile(folder, phone)
  await after.setOffline(true)
  const again = await pageIn(after, phone)
  await again.goto('/')
  await again.getByText('没有网络，26 条待送').waitFor()
  expect(new URL(again.url()).pathname).toBe(made.at)
  await after.clearCookies()
  await server.start()
  await after.setOffline(false)
  await again.getByText('都送到了').waitFor()
  const ids = made.people.map(({ id }) => id)
  expect(await marks(made)).toEqual(
    new Map(ids.slice(0, 20).map((id, at) => [id, at === 9 ? 'left_early' : 'came'])),
  )
  const { walkIns, guests } = await state(made)
  expect([walkIns.map(({ words }) => words), guests]).toEqual([['路过的王二婶'], 2])
  expect(await notes(made)).toEqual(['投影仪坏了'])
  await expectAccessible(again)

  // Signed out, with nothing waiting: the names leave the phone.
  await again.reload()
  await again.getByRole('heading', { name: '登录' }).first().waitFor()
  await expect.poll(() => again.evaluate(() => caches.keys())).toEqual([])
  await after.close()
})

test('two phones without a network, one disagreement: everything is merged, the first word stands', async () => {
  const made = await underWay(6)
  const host = await openRoll(await signedIn(await newPage(browser, phone), made.hostId), made)
  const other = await openRoll(await signedIn(await newPage(browser, phone), made.second.id), made)
  const [a, b, c, d] = made.people.map(({ name }) => name) as [string, string, string, string]
  await Promise.all([offline(host, true), offline(other, true)])
  await mark(host, a)
  await mark(host, b)
  await press(host, '多一位')
  await mark(other, b, '没来')
  await mark(other, c)
  await mark(other, a)
  await press(other, '多一位')
  await other.getByText('没有网络，4 条待送').waitFor()
  await offline(host, false)
  await host.getByText('都送到了').waitFor()
  await offline(other, false)
  await other.getByText('都送到了').waitFor()

  const ids = made.people.map(({ id }) => id)
  const merged = new Map(ids.slice(0, 3).map((id) => [id, 'came']))
  expect(await marks(made)).toEqual(merged)
  expect((await state(made)).guests).toBe(2)
  const doubt = other.locator('[data-part=doubts] li')
  expect(await doubt.count()).toBe(1)
  expect(await doubt.textContent()).toContain(b)
  expect(await lineOf(other, b).textContent()).toContain('不一致')
  await expectAccessible(other)
  // The first host is told as soon as that phone asks again.
  await mark(host, d)
  await host.locator('[data-part=doubts] li').waitFor()
  expect(await lineOf(host, b).textContent()).toContain('不一致')
  await Promise.all([host.context().close(), other.context().close()])
})

test('a program that stops in the middle, and answers that are lost: nothing is lost or doubled', async () => {
  const made = await underWay(4)
  const page = await signedIn(await newPage(browser, phone), made.hostId)
  const form = { text: 'large', back: '/' }
  await page.request.post('/reading', { form, headers: { origin: server.origin } })
  await openRoll(page, made)
  await expectAccessible(page)
  await expectLegible(page, 30)
  const [a, b, c] = made.people as [Made['people'][0], Made['people'][0], Made['people'][0]]
  server.cut('answer')
  await mark(page, a.name)
  await press(page, '多一位')
  await expect.poll(async () => (await state(made)).guests, { timeout: 10_000 }).toBe(1)
  // It is there, but nobody told the phone.
  await page.getByText('2 条待送').waitFor()
  await server.stop()
  server.cut('never')
  await mark(page, b.name)
  await press(page, '多一位')
  await page.getByText('4 条待送').waitFor()
  await server.start()
  await mark(page, c.name)
  await page.getByText('都送到了').waitFor({ timeout: 30_000 })
  expect(await marks(made)).toEqual(new Map([a, b, c].map(({ id }) => [id, 'came'])))
  expect((await state(made)).guests).toBe(2)
  await page.context().close()
})

/** How far what is shown has moved since this was called, each time that it did; runs in the browser. */
function watchShifts(): void {
  const moved: number[] = []
  Object.assign(window, { moved })
  type Shift = PerformanceEntry & { value: number }
  const watch = new PerformanceObserver((list) =>
    moved.push(...list.getEntries().map((entry) => (entry as Shift).value)),
  )
  watch.observe({ type: 'layout-shift' })
}

test('forty names are tapped in a row, and nothing moves under the thumb', async () => {
  const made = await underWay(40)
  const page = await openRoll(await signedIn(await newPage(browser, phone), made.hostId), made)
  await page.evaluate(watchShifts)
  const started = performance.now()
  const top = () => page.evaluate(() => scrollY)
  for (const { name } of made.people) {
    const line = lineOf(page, name).locator('.roll-name')
    await line.evaluate((each) => each.scrollIntoView({ block: 'center' }))
    const [before, box] = [await top(), (await line.boundingBox())!]
    expect(box.height).toBeGreaterThanOrEqual(60)
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    expect([await top(), await line.boundingBox()]).toEqual([before, box])
  }
  await page.getByText('都送到了').waitFor()
  const seconds = (performance.now() - started) / 1000
  expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([])
  expect(countRoll((await marks(made)).values()).came).toBe(40)
  // A thumb has sixty; the script taps as fast as it can, on a machine that does other things too.
  expect(seconds).toBeLessThan(60)
  await page.context().close()
})

test('cut fifty times at any moment, a phone loses no word and says none twice', async () => {
  const made = await underWay(30)
  const page = await openRoll(await signedIn(await newPage(browser, phone), made.hostId), made)
  const draw = seeded(20_260_112)
  let guests = 0
  const expected = new Map<string, string>()
  for (let cut = 0; cut < 50; cut += 1) {
    server.cut((['never', 'request', 'answer'] as const)[Math.floor(draw() * 3)]!)
    const person = made.people[Math.floor(draw() * made.people.length)]!
    const came = draw() < 0.8
    await page.evaluate(
      ([id, value, more]) => {
        document
          .querySelector<HTMLElement>(`[name="marks.${id}.presence"][value=${value}]`)!
          .click()
        if (more) document.querySelector<HTMLElement>('[data-does=more]')!.click()
      },
      [person.id, came ? 'came' : 'absent', cut % 5 === 2] as const,
    )
    expected.set(person.id, came ? 'came' : 'absent')
    if (cut % 5 === 2) guests += 1
    // The line comes back, which makes the phone send at once, and breaks again at any moment.
    await offline(page, false)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.waitForTimeout(draw() * 60)
    await offline(page, true)
    // What the phone says it keeps, it keeps.
    await lineOf(page, person.name).locator('.said:not(:empty)').waitFor()
    if (cut % 10 === 9) await page.reload()
  }
  server.cut('never')
  await offline(page, false)
  await page.getByText('都送到了').waitFor({ timeout: 30_000 })
  expect(await marks(made)).toEqual(expected)
  expect((await state(made)).guests).toBe(guests)
  await page.context().close()
})

/** Numbers between 0 and 1 that are the same in each run. */
function seeded(seed: number): () => number {
  let at = seed
  return () => {
    at = (at * 16_807) % 2_147_483_647
    return at / 2_147_483_647
  }
}
