import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { expectAccessible, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeSmallStreet, solveNow } from '#test/make-plans.ts'
import { serveTo } from '#test/server.ts'
import { open, pageOf, press, says, type Walk } from '#test/walk.ts'

// The office plans a small street, moves one order by the form without script and one by hand, publishes,
// and is offered a plan that heals what a speaker's no has torn.

const browser = await openBrowser()

async function makeStreet() {
  const database = await ownDatabase()
  const people = await committed(database, makeSmallStreet)
  return { database, people, server: await serveTo(database) }
}

type BoardWalk = Walk & Awaited<ReturnType<typeof makeStreet>>

/** The page says this; what it looks like was looked at before. */
async function sees(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor()
}

/** The plan that waits is solved here, as the job would. */
async function solve({ database }: BoardWalk): Promise<void> {
  await committed(database, async (ctx) => {
    const waiting = await ctx.tx
      .selectFrom('plan')
      .select('id')
      .where('status', '=', 'waiting')
      .executeTakeFirstOrThrow()
    await solveNow(ctx, waiting.id)
  })
}

async function planOnAPhoneWithoutScript(walk: BoardWalk): Promise<string> {
  const page = await pageOf(
    { ...walk, options: { width: 360, javaScript: false } },
    walk.people.office,
  )
  await open(page, '/dispatch')
  await press(page, '现在排一次')
  await sees(page, '正在找最好的排法')
  await solve(walk)
  await page.getByRole('link', { name: '看看好了没有' }).click()
  await says(page, '已经证明：没有比这更好的排法')
  await moveByForm(page, walk)
  const path = new URL(page.url()).pathname
  await page.context().close()
  return path
}

/** One order makes way for another: out of the plan, and the one without a speaker in its place. */
async function moveByForm(page: Page, { people, database }: BoardWalk): Promise<void> {
  const path = new URL(page.url()).pathname
  const { orderId } = await committed(database, (ctx) =>
    ctx.tx
      .selectFrom('planOrder')
      .select('orderId')
      .where('speakerId', '=', people.bo.id)
      .executeTakeFirstOrThrow(),
  )
  await page.locator('#unserved').getByRole('link', { name: '自己来安排' }).click()
  await page.locator('[name=speakerId]').selectOption(people.bo.id)
  await press(page, '这样会碰到什么？')
  await sees(page, '这位那时另有一场')
  const unserved = new URL(page.url())
  await page.goto(`${path}/orders/${orderId}`)
  await press(page, '从计划里拿出来')
  await sees(page, '已从计划里拿出')
  await page.goto(unserved.pathname + unserved.search)
  await says(page, '这样行得通')
  await press(page, '保存并固定')
  await sees(page, '已按您的意思固定')
}

/** The cell of the timeline in which a speaker's day stands. */
async function cellOf(page: Page, speakerId: string, day: string) {
  const columns = await page
    .locator('.lanes thead th')
    .evaluateAll((heads) => heads.map((head) => (head as HTMLElement).dataset['day']))
  return page.locator(
    `.lanes tr[data-lane="${speakerId}"] > :nth-child(${columns.indexOf(day) + 1})`,
  )
}

async function moveByHand(walk: BoardWalk, path: string): Promise<void> {
  const page = await pageOf({ ...walk, options: { width: 1440 } }, walk.people.office)
  await open(page, `${path}?from=2022-01-20`)
  const { ann, bo } = walk.people
  const from = (await cellOf(page, ann.id, '2022-01-20')).locator('a')
  const to = await cellOf(page, bo.id, '2022-01-20')
  await from.scrollIntoViewIfNeeded()
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  await page.mouse.move(start!.x + 20, start!.y + 20)
  await page.mouse.down()
  await page.mouse.move(end!.x + 40, end!.y + 20, { steps: 6 })
  await page.mouse.up()
  const dialog = page.getByRole('dialog', { name: '换人、换时间、换场地' })
  await dialog.getByText('这位那时另有一场').waitFor()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '放回原处' }).click()
  await moveByKeys(page, from)
  await page.context().close()
}

/** A day later, which the branch did not name, by the keyboard; and back, where it is kept. */
async function moveByKeys(page: Page, booking: ReturnType<Page['locator']>): Promise<void> {
  await booking.focus()
  await page.keyboard.press(' ')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('支部没有提过这个时间或这个场地').waitFor()
  await dialog.getByLabel('日期').fill('2022-01-20')
  await dialog.getByRole('button', { name: '这样会碰到什么？' }).click()
  await dialog.getByText('这样行得通').waitFor()
  await dialog.getByRole('button', { name: '保存并固定' }).click()
  await sees(page, '已按您的意思固定')
}

async function publish(walk: BoardWalk, path: string): Promise<void> {
  const page = await pageOf({ ...walk, options: { width: 1440 } }, walk.people.office)
  await page.goto(path)
  await page.getByRole('link', { name: '发布这份计划' }).click()
  await says(page, '2 个邀请')
  await press(page, '发布，发出 2 个邀请')
  await sees(page, '已发布')
  await page.context().close()
}

async function declineAndHeal(walk: BoardWalk): Promise<void> {
  const speaker = await pageOf(
    { ...walk, options: { width: 360 } },
    { id: walk.people.ann.personId },
  )
  const { id } = await committed(walk.database, (ctx) =>
    ctx.tx
      .selectFrom('dispatch')
      .select('id')
      .where('speakerId', '=', walk.people.ann.id)
      .executeTakeFirstOrThrow(),
  )
  await speaker.goto(`/dispatches/${id}`)
  await press(speaker, '这次不能来')
  await sees(speaker, '这次不来也没有关系')
  await speaker.context().close()
  await walk.server.settle()
  const office = await pageOf({ ...walk, options: { width: 1440 } }, walk.people.office)
  await office.goto('/dispatch')
  await sees(office, '正在找最好的排法')
  await solve(walk)
  // The page looks by itself whether the plan is ready.
  await says(office, '计划已经理顺')
  await office.getByRole('link', { name: '看这份计划' }).click()
  await sees(office, '理顺')
  await office.context().close()
}

test('a plan is made, moved, published and healed', async () => {
  const walk: BoardWalk = { ...(await makeStreet()), browser, options: { width: 1440 } }
  const path = await planOnAPhoneWithoutScript(walk)
  await moveByHand(walk, path)
  await publish(walk, path)
  await declineAndHeal(walk)
  expect((await fetch(`${walk.server.origin}/health`)).status).toBe(200)
})
