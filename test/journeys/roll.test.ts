import { expect, test } from 'vitest'
import { startSignIn } from '#app/modules/people/accounts/start-sign-in.ts'
import { callRoll } from '#app/modules/sessions/roll/call-roll.ts'
import { marksOf } from '#app/modules/sessions/roll/queries.ts'
import { countRoll } from '#app/modules/sessions/roll/rules.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { expectAccessible, expectLegible, newPage, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { serveTo } from '#test/server.ts'

const database = await ownDatabase()
const server = await serveTo(database)
const browser = await openBrowser()
const names = 40

const made = await committed(database, async (ctx) => {
  const session = await makeSession(ctx, { headCount: names, venueSeats: names })
  const people = []
  for (let at = 0; at < names; at += 1) {
    const person = await makePerson(ctx, session.unitId)
    await signUp(await as(ctx, person), { sessionId: session.id })
    people.push(person)
  }
  const walkIn = await makePerson(ctx)
  const second = await makeAppointed(ctx, 'secretary', session.unitId)
  const browserOf = { personId: session.hostId, device: 'test', signInId: null }
  const { cookie } = await startSignIn(ctx, browserOf)
  return { ...session, people, walkIn, second, cookie }
})
const counts = () =>
  committed(database, async (ctx) => countRoll((await marksOf(ctx, made.id)).values()))

test('a host calls forty names on a phone without script, while another saves too', async () => {
  server.at(made.during.start)
  const page = await newPage(browser, { origin: server.origin, width: 360, javaScript: false })
  await page.context().addCookies([{ name: 'hearth', value: made.cookie, url: server.origin }])
  await page.goto(`/sessions/${made.id}/roll`)
  await expectAccessible(page)
  await expectLegible(page, 18)

  // One tap a name, somewhere on it; the tenth left early.
  for (const [at, person] of made.people.slice(0, 38).entries()) {
    const line = page.getByRole('group', { name: person.name, exact: true })
    await line.getByRole('radio', { name: at === 9 ? '早退' : '来了' }).tap()
  }
  await committed(database, async (ctx) => {
    const marks = { [made.people[39]!.id]: { presence: 'came' as const } }
    const other = { ...(await as(ctx, made.second)), now: made.during.start }
    await callRoll(other, { sessionId: made.id, marks })
  })

  // Looking for someone who walked in, sent with the keyboard's own key, keeps every tap.
  const search = page.getByRole('searchbox', { name: '加一个人' })
  await search.fill(made.walkIn.phone!.slice(-6))
  await search.press('Enter')
  await page.getByText('已保存：来了 38 人，早退 1 人，没来 0 人').waitFor()
  expect(await counts()).toEqual({ came: 38, left_early: 1, absent: 0, visited: 0 })
  const found = page.getByRole('group', { name: made.walkIn.name, exact: true })
  await found.getByRole('radio', { name: '来了' }).tap()
  await page.getByRole('button', { name: '保存点名' }).tap()
  await page.getByText('已保存：来了 39 人，早退 1 人，没来 0 人').waitFor()
  await page.getByText('还有 1 人没点').waitFor()
  await page.getByRole('button', { name: '其余都来了' }).tap()
  await page.getByText('已保存：来了 40 人，早退 1 人，没来 0 人').waitFor()
  expect(await counts()).toEqual({ came: 40, left_early: 1, absent: 0, visited: 0 })
})
