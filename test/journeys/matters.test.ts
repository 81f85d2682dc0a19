import { expect, test } from 'vitest'
import { expectAccessible, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { makeAppointed, makeCommunity, makeStreet } from '#test/make.ts'
import { makeClaimer, makeNeed } from '#test/make-matters.ts'
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

// From a neighbour's need to the neighbour's word that it is solved, walked by everyone whose part it is.

const browser = await openBrowser()
const phone = '10012345678'

async function makeNeighbours() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeStreet(ctx)
    const community = await makeCommunity(ctx, '费桥村')
    await makeNeed(ctx, { communityId: community.id, words: '楼道的灯不亮，老人摸黑' })
    const claimer = await makeClaimer(ctx, community.id)
    return {
      ...claimer,
      office: await makeAppointed(ctx, 'office'),
      administrator: await makeAppointed(ctx, 'administrator'),
    }
  })
  return { database, people, server: await serveTo(database) }
}

type MattersWalk = Walk & Awaited<ReturnType<typeof makeNeighbours>>

/** Without a sign-in; what comes back is the page on which it can be followed. */
async function sayTheNeed(walk: MattersWalk): Promise<string> {
  const page = await visitorsPage(walk)
  await open(page, '/needs/new')
  await page.locator('[name=words]').fill('三楼楼道的灯坏了，打13812345678找我')
  await page.locator('[name=category]').selectOption('repair')
  await page.locator('[name=communityId]').selectOption({ index: 1 })
  await page.locator('[name=landmark]').fill('老槐树旁边')
  await page.locator('[name=phone]').fill(phone)
  await choose(page, '[name=othersMaySee]')
  await press(page, '告诉街道')
  await says(page, '已经遮住')
  await says(page, '街道会看')
  const status = new URL(page.url())
  await page.context().close()
  return `${status.pathname}?key=${status.searchParams.get('key')}`
}

async function makeItAMatter(walk: MattersWalk): Promise<string> {
  const page = await pageOf(walk, walk.people.office)
  await open(page, '/needs')
  await page.getByRole('link', { name: '三楼楼道的灯坏了' }).click()
  await says(page, '相像的')
  await press(page, '打开联系方式')
  await says(page, phone)
  await page.getByRole('link', { name: '列为微实事', exact: true }).click()
  await expectAccessible(page)
  await page.locator('[name=title]').fill('换好楼道里坏了的灯')
  await page.locator('[name=doneWhen]').fill('三楼到五楼的灯一按就亮')
  await press(page, '放上认领墙')
  await says(page, '放到认领墙上了')
  const matter = new URL(page.url()).pathname
  await page.context().close()
  return matter
}

async function claimIt(walk: MattersWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.organiser)
  await open(page, '/matters')
  await says(page, '就在你们社区')
  await page.locator('#suggested').getByRole('link', { name: '换好楼道里坏了的灯' }).click()
  await expectAccessible(page)
  await press(page, '认领')
  await says(page, '认领好了')
  await press(page, '打开联系方式')
  await says(page, phone)
  await page.locator('[name=words]').first().fill('周三下午去换')
  await press(page, '记下')
  await says(page, '联系过居民')
  await press(page, '办好了')
  await says(page, '等居民说办好')
  await page.context().close()
  await walk.server.settle()
}

async function answer(walk: MattersWalk, status: string, solved: 'yes' | 'no'): Promise<void> {
  const page = await visitorsPage(walk)
  await open(page, status)
  await choose(page, `[name=solved][value=${solved}]`)
  await press(page, '告诉街道')
  await says(page, solved === 'yes' ? '您说已经办好' : '您说还没有办好')
  await page.context().close()
}

async function callBackAndFinish(walk: MattersWalk, matter: string): Promise<void> {
  const office = await pageOf(walk, walk.people.office)
  await open(office, '/needs')
  await says(office, '要回的电话')
  await office.getByRole('link', { name: '换好楼道里坏了的灯' }).first().click()
  await expectAccessible(office)
  await office.locator('#call [name=words]').fill('二楼的灯还闪，明天再去')
  await press(office, '记下这次电话')
  await says(office, '回电话的事记下了')
  await office.context().close()
  const branch = await pageOf(walk, walk.people.organiser)
  await open(branch, matter)
  await press(branch, '办好了')
  await says(branch, '等居民说办好')
  await branch.context().close()
}

/** On another phone: number and phone are enough, no account and no code. */
async function lookItUp(walk: MattersWalk): Promise<void> {
  const page = await visitorsPage(walk)
  await open(page, '/needs/status')
  await page.locator('[name=number]').fill('2')
  await page.locator('[name=phone]').fill(phone)
  await press(page, '查一查')
  await says(page, '您说已经办好')
  await page.context().close()
}

async function seeTheHolidays(walk: MattersWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.administrator)
  await open(page, '/holidays?year=2022')
  await says(page, '1月31日至2月6日')
  await page.context().close()
}

test.each(waysToWalk)('a need becomes a deed that the resident confirms %s', async (_, options) => {
  const walk: MattersWalk = { ...(await makeNeighbours()), browser, options }
  const status = await sayTheNeed(walk)
  const matter = await makeItAMatter(walk)
  await claimIt(walk)
  await answer(walk, status, 'no')
  await callBackAndFinish(walk, matter)
  await answer(walk, status, 'yes')
  await lookItUp(walk)
  await seeTheHolidays(walk)
  expect((await fetch(`${walk.server.origin}/health`)).status).toBe(200)
})
