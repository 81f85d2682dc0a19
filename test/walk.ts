import type { Browser, Page } from 'playwright-core'
import type { Database } from '#app/platform/database/connection.ts'
import { expectAccessible, newPage, type PageOptions } from './browser.ts'
import type { TestServer } from './server.ts'
import { signInCookie } from './visitor.ts'

// The steps of people on pages, for the journeys; each page arrived at is checked for accessibility.

/** Where a journey is walked: a browser, a program with its database, and how the pages are shown. */
export type Walk = {
  browser: Browser
  database: Database
  server: TestServer
  options: Omit<PageOptions, 'origin'>
}

/** The ways in which each journey is walked: both widths, and without script. */
export const waysToWalk = [
  ['on a phone without script', { width: 360, javaScript: false }],
  ['at a desk', { width: 1440 }],
] as const satisfies readonly (readonly [string, Walk['options']])[]

/** A page of someone who is signed in. */
export async function pageOf(walk: Walk, person: { id: string }, now?: Date): Promise<Page> {
  const page = await visitorsPage(walk)
  const value = await signInCookie(walk.database, person, now ? { now } : {})
  await page.context().addCookies([{ name: 'hearth', value, url: walk.server.origin }])
  return page
}

/** A page of someone who is not signed in. */
export async function visitorsPage({ browser, server, options }: Walk): Promise<Page> {
  return newPage(browser, { origin: server.origin, ...options })
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expectAccessible(page)
}

export async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click()
}

/** Ticks a box or a radio as a finger would: on its label. */
export async function choose(page: Page, control: string): Promise<void> {
  await page
    .locator('label', { has: page.locator(control) })
    .first()
    .click()
}

/** The page, when it has come, says this. */
export async function says(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text).first().waitFor()
  await expectAccessible(page)
}
