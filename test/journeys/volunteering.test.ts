import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillHolidays } from '#app/modules/organisation/holidays/fill-holidays.ts'
import { expectAccessible, newPage, openBrowser, type PageOptions } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed } from '#test/make.ts'
import { apply, makeTeam, makeVolunteer, makeYoung } from '#test/make-volunteering.ts'
import { serveTo } from '#test/server.ts'
import { signInCookie } from '#test/visitor.ts'

// Serving, from a post that is opened to hours that someone else confirms; and a child on a rota.

const browser = await openBrowser()

async function makeServingPeople() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await fillHolidays(ctx)
    const team = await makeTeam(ctx)
    const young = await makeYoung(ctx, team, { consent: false })
    return {
      organiser: { id: team.staff.actor.personId! },
      secretary: await makeAppointed(ctx, 'secretary', team.unitId),
      one: await makeVolunteer(ctx),
      other: await makeVolunteer(ctx),
      guardian: young.guardian,
      child: young.child,
      lead: team.lead,
      team,
    }
  })
  return { database, people, server: await serveTo(database) }
}

type Walk = Awaited<ReturnType<typeof makeServingPeople>> & { options: Omit<PageOptions, 'origin'> }

/** A page of someone who is signed in, closed after its steps. */
async function by(
  walk: Walk,
  person: { id: string },
  steps: (page: Page) => Promise<void>,
  now?: Date,
): Promise<void> {
  const { server, database, options } = walk
  const page = await newPage(browser, { origin: server.origin, ...options })
  const value = await signInCookie(database, person, now ? { now } : {})
  await page.context().addCookies([{ name: 'hearth', value, url: server.origin }])
  await steps(page)
  await page.context().close()
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
}

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expectAccessible(page)
}

async function says(page: Page, text: string): Promise<void> {
  await page.locator('main, [role=status]').getByText(text).first().waitFor()
}

/** The organiser opens a post and plans its first shift. */
async function openThePost(walk: Walk): Promise<string> {
  let path = ''
  await by(walk, walk.people.organiser, async (page) => {
    await open(page, '/posts/new')
    await page.locator('[name=title]').fill('旧书整理')
    await page.locator('[name=tasks]').fill('把捐来的旧书分好类')
    await page.locator('[name=place]').fill('社区图书角')
    await press(page, '开岗位')
    await says(page, '岗位开好了')
    await page.locator('[name=date]').fill('2022-01-14')
    await page.locator('[name=from]').fill('09:00')
    await page.locator('[name=to]').fill('11:00')
    await page.locator('[name=needed]').fill('1')
    await press(page, '排上')
    await says(page, '班次排好了')
    path = new URL(page.url()).pathname
  })
  return path
}

/** One volunteer takes the shift with the application and offers it; another takes it over. */
async function swapIt(walk: Walk, post: string): Promise<string> {
  let shift = ''
  await by(walk, walk.people.one, async (page) => {
    await open(page, post)
    await page.locator('[name=shiftId]').selectOption({ index: 1 })
    await press(page, '我要报名')
    await says(page, '已排进班次')
    await page.locator('main tbody a').first().click()
    await says(page, '您在这个班上')
    shift = new URL(page.url()).pathname
    await press(page, '请人换班')
    await says(page, '已请人换班')
  })
  await by(walk, walk.people.other, async (page) => {
    await open(page, post)
    await press(page, '我要报名')
    await says(page, '可以选班次了')
    await open(page, '/volunteering')
    await press(page, '我来替')
    await says(page, '换好了')
  })
  return shift
}

/** The guardian consents, the child is put beside the lead, and comes off when the guardian takes it back. */
async function protectTheChild(walk: Walk): Promise<void> {
  const { guardian, organiser, child, lead, team } = walk.people
  const shift = `/shifts/${team.shiftId}`
  await by(walk, guardian, async (page) => {
    await open(page, '/service-consents')
    await press(page, '我同意')
    await says(page, '同意已记下')
  })
  await by(walk, organiser, async (page) => {
    await open(page, shift)
    await press(page, '排上')
    await says(page, '已排上，会告诉本人')
    await says(page, `和${lead.name}在一起`)
  })
  await by(walk, guardian, async (page) => {
    await open(page, shift)
    await says(page, child.name)
    await open(page, '/service-consents')
    await press(page, '撤回同意')
    await says(page, '同意已撤回')
  })
  await by(walk, organiser, async (page) => {
    await open(page, shift)
    expect(await page.getByText(`和${lead.name}在一起`).count()).toBe(0)
    await open(page, `/teams/${team.teamId}`)
  })
}

/** The roll is called, someone else confirms, and who served sees it and says what isn't right. */
async function confirmIt(walk: Walk, shift: string): Promise<void> {
  const now = new Date('2022-01-14T11:20:00+08:00')
  walk.server.at(now)
  const { organiser, secretary, other } = walk.people
  await by(
    walk,
    organiser,
    async (page) => {
      await open(page, `${shift}/roll`)
      await press(page, '保存点名')
      await says(page, '点名已保存')
    },
    now,
  )
  await by(
    walk,
    secretary,
    async (page) => {
      await open(page, '/service-records')
      await press(page, '确认')
      await says(page, '已确认，开始公示')
      await open(page, '/at-risk')
    },
    now,
  )
  await by(
    walk,
    other,
    async (page) => {
      await open(page, `/service-records/${other.id}`)
      await says(page, '公示到')
      await page.locator('main summary', { hasText: '不对' }).click()
      await press(page, '提出来')
      await says(page, '五个工作日内答复')
      await says(page, '1月21日')
    },
    now,
  )
}

test.each([
  ['on a phone without script', { width: 360, javaScript: false }],
  ['at a desk', { width: 1440 }],
] as const)('a post is opened, served, swapped and confirmed %s', async (_, options) => {
  const walk: Walk = { ...(await makeServingPeople()), options }
  await committed(walk.database, async (ctx) => {
    const { team } = walk.people
    await apply(await as(ctx, walk.people.other), team.post.id, walk.people.other.id)
  })
  const post = await openThePost(walk)
  const shift = await swapIt(walk, post)
  await protectTheChild(walk)
  await confirmIt(walk, shift)
  await walk.server.settle()
  expect((await fetch(`${walk.server.origin}/health`)).status).toBe(200)
})
