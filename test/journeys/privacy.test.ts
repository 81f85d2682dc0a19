import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { chooseReading } from '#app/modules/people/accounts/choose-reading.ts'
import { giveConsent } from '#app/modules/people/consents/give-consent.ts'
import { nameGuardian } from '#app/modules/people/name-guardian.ts'
import { findPerson } from '#app/modules/people/queries.ts'
import { expectAccessible, expectLegible, newPage, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { makeSession } from '#test/make-sessions.ts'
import { serveTo } from '#test/server.ts'
import { signInCookie } from '#test/visitor.ts'

const database = await ownDatabase()
const server = await serveTo(database)
const browser = await openBrowser()

const made = await committed(database, async (ctx) => {
  const branch = await makeBranch(ctx)
  const parent = await makePerson(ctx, branch.id, { bornOn: '1980-01-01', name: '陈建国' })
  const child = await makePerson(ctx, branch.id, { bornOn: '2011-01-01', name: '陈小满' })
  await nameGuardian(ctx, { childId: child.id, guardianId: parent.id })
  const session = await makeSession(ctx)
  const consent = { purpose: 'picture' as const, subjectId: session.id }
  await giveConsent(await as(ctx, parent), { personId: child.id, ...consent })
  const reader = await makeAppointed(ctx, 'office')
  await chooseReading(await as(ctx, reader), { text: 'large' })
  return { parent, child, reader, office: await makeAppointed(ctx, 'office') }
})

async function open(person: { id: string }, more: Partial<Parameters<typeof newPage>[1]> = {}) {
  const page = await newPage(browser, { origin: server.origin, width: 360, ...more })
  const cookie = await signInCookie(database, person)
  await page.context().addCookies([{ name: 'hearth', value: cookie, url: server.origin }])
  return page
}

test('on a phone without script a mother withdraws a consent and asks to be deleted', async () => {
  const page = await open(made.parent, { javaScript: false })
  await page.goto('/privacy')
  await expectAccessible(page)
  await expectLegible(page, 18)
  await page.getByRole('button', { name: '撤回', exact: true }).tap()
  await page.getByText('已经撤回').waitFor()
  await page.locator('#deletion').getByLabel('想说的话').fill('搬到外地去了')
  await page.getByRole('button', { name: '要求注销' }).tap()
  await page.getByText('街道办公室看过以后才会删除').waitFor()
  await page.getByText('等着回复', { exact: true }).waitFor()
  expect(await page.getByRole('button', { name: '撤回要求' }).count()).toBe(1)
})

test('she takes a copy of everything, which a spreadsheet opens', async () => {
  const page = await open(made.parent, { width: 1440 })
  await page.goto('/privacy')
  const arrives = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 XLSX' }).click()
  const bytes = await readFile((await (await arrives).path())!)
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  expect(bytes.length).toBeGreaterThan(5_000)
})

test('the office is told what has to be handed over first, then deletes', async () => {
  const page = await open(made.office, { width: 1440, language: 'en' })
  await page.context().addCookies([{ name: 'language', value: 'en', url: server.origin }])
  await page.goto('/privacy/requests')
  await expectAccessible(page)
  await page.getByRole('link', { name: '陈建国' }).click()
  await page.getByText('Is the only guardian of a child').first().waitFor()
  await expectAccessible(page)
  await committed(database, async (ctx) => {
    const other = await makePerson(ctx, undefined, { bornOn: '1981-01-01' })
    await nameGuardian(ctx, { childId: made.child.id, guardianId: other.id })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Delete this person’s data' }).click()
  await page.getByText('What could go is gone').waitFor()
  const person = await committed(database, (ctx) => findPerson(ctx, made.parent.id))
  expect([person!.name, person!.phone]).toEqual(['已注销', null])
  await page.goto('/privacy/retention')
  await expectAccessible(page)
})

test('every page of it stays whole in large text', async () => {
  const page = await open(made.reader)
  for (const path of ['/privacy', '/privacy/requests', '/privacy/retention']) {
    await page.goto(path)
    await expectAccessible(page)
    await expectLegible(page, 30)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect([path, wide]).toEqual([path, false])
  }
})
