import { expect, test } from 'vitest'
import { bookResource } from '#app/modules/sessions/resources/book-resource.ts'
import { expectAccessible, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeStreet } from '#test/make.ts'
import { makeResource, makeSession } from '#test/make-sessions.ts'
import { serveTo } from '#test/server.ts'
import { open, pageOf, press, says, type Walk, waysToWalk } from '#test/walk.ts'

// The calendars of a host: the month, the week and the list, a venue's and a resource's, and the
// address that a phone subscribes to.

const browser = await openBrowser()

async function makeHost() {
  const database = await ownDatabase()
  const people = await committed(database, async (ctx) => {
    await makeStreet(ctx)
    const session = await makeSession(ctx)
    const resource = await makeResource(ctx)
    const host = await makeAppointed(ctx, 'organiser', session.unitId)
    const from = { date: '2022-01-14', from: '09:00' }
    const until = { date: '2022-01-14', from: '11:00' }
    const booking = { resourceId: resource.id, unitId: session.unitId, from, until }
    await bookResource(await as(ctx, host), booking)
    return { session, resource, host: { id: session.hostId } }
  })
  return { database, people, server: await serveTo(database) }
}

type HostWalk = Walk & Awaited<ReturnType<typeof makeHost>>

async function lookThrough(walk: HostWalk): Promise<void> {
  const page = await pageOf(walk, walk.people.host)
  const { session, resource } = walk.people
  // A day's entries stand in the month for a desk, and below it for a phone: one of them is seen.
  const linkTo = (path: string) => page.locator(`#calendar a[href="${path}"]:visible`).first()
  const entry = linkTo(`/sessions/${session.id}`)
  await open(page, '/calendar?at=2022-01-13')
  await entry.waitFor()
  for (const view of ['周', '列表']) {
    await page.locator('#calendar').getByRole('link', { name: view, exact: true }).click()
    await page.locator(`#calendar a[aria-current]:text-is("${view}")`).waitFor()
    await entry.waitFor()
    await expectAccessible(page)
  }
  await open(page, `/calendar?of=venue.${session.venueId}&at=2022-01-13`)
  await entry.waitFor()
  await open(page, `/calendar?of=resource.${resource.id}&at=2022-01-14`)
  await linkTo(`/resources/${resource.id}`).waitFor()
}

/** Opens a feed, reads it as a phone would, and closes it; gives the address that was. */
async function subscribe(walk: HostWalk): Promise<string> {
  const page = await pageOf(walk, walk.people.host)
  await open(page, '/calendar')
  await page.locator('main').getByRole('link', { name: '订阅日历' }).click()
  await press(page, '生成订阅地址')
  await says(page, '这个地址只显示这一次')
  const address = await page.locator('code.address').innerText()
  const file = await page.request.get(address)
  expect([file.status(), await file.text()]).toEqual([
    200,
    expect.stringContaining(`UID:${walk.people.session.id}@`),
  ])
  await press(page, '停用')
  await says(page, '已停用')
  return address
}

test.for(waysToWalk)('%s, a host looks at calendars and subscribes', async ([, options]) => {
  const walk: HostWalk = { browser, options, ...(await makeHost()) }
  await lookThrough(walk)
  const closed = await subscribe(walk)
  expect((await fetch(closed)).status).toBe(404)
})
