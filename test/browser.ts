import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core'
import { afterAll, expect } from 'vitest'
import type { Language } from '#app/platform/language.ts'
import { browserFlags } from '#bin/browser.mjs'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** A browser with a fresh profile for the tests of one file. Call it once at the file's top. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    args: browserFlags,
    chromiumSandbox: false,
  })
  afterAll(() => browser.close())
  return browser
}

export type PageOptions = {
  /** Where the program answers, such as http://localhost:3000; the page may ask nobody else. */
  origin: string
  /** A phone, or an office's screen. */
  width: 360 | 1440
  language?: Language
  largeText?: boolean
  javaScript?: boolean
}

/** What went wrong on a page since it was opened: errors, failed loads, requests to elsewhere. */
const faults = new WeakMap<Page, string[]>()
const withoutScript = new WeakSet<Page>()

/** A page of a new visitor: no cookies, nothing remembered, nobody signed in. */
export async function newPage(browser: Browser, options: PageOptions): Promise<Page> {
  return pageIn(await browser.newContext(deviceOf(options)), options)
}

/** What a phone, or a desk's screen, is to a browser. */
function deviceOf(options: PageOptions): BrowserContextOptions {
  const phone = options.width === 360
  return {
    baseURL: options.origin,
    viewport: { width: options.width, height: phone ? 740 : 900 },
    isMobile: phone,
    hasTouch: phone,
    locale: options.language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    javaScriptEnabled: options.javaScript ?? true,
  }
}

/** A browser that remembers: what is kept in its folder is there again when it is opened anew. */
export async function openProfile(folder: string, options: PageOptions): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    ...deviceOf(options),
    executablePath,
    args: browserFlags,
    chromiumSandbox: false,
  })
}

/** Another page of the same visitor. */
export async function pageIn(context: BrowserContext, options: PageOptions): Promise<Page> {
  if (options.largeText) {
    await context.addCookies([{ name: 'text', value: 'large', url: options.origin }])
  }
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  faults.set(page, watch(page, options.origin))
  if (options.javaScript === false) withoutScript.add(page)
  return page
}

function watch(page: Page, origin: string): string[] {
  const seen: string[] = []
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`))
  page.on('console', (message) => {
    // A failed load is seen below, where an answer that a test asks for can be told from a missing file.
    const failedLoad = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !failedLoad) seen.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    const local = asked === origin || protocol === 'data:' || protocol === 'blob:'
    if (!local) seen.push(`asks elsewhere: ${request.url()}`)
  })
  page.on('response', (response) => {
    const missing = response.status() >= 400 && !response.request().isNavigationRequest()
    if (missing || response.status() >= 500) seen.push(`${response.status()}: ${response.url()}`)
  })
  return seen
}

/** Nothing went wrong on the page since it was opened, or since this was last asked. */
export function expectNoFaults(page: Page): void {
  expect(faults.get(page)?.splice(0)).toEqual([])
}

type AxeResult = { violations: { id: string; help: string; nodes: { html: string }[] }[] }
type AxeWindow = { axe: { run(scope: unknown, options: object): Promise<AxeResult> } }

/** What axe finds on the page as it stands, one line for each element. */
async function violationsOf(page: Page, runOnly: object): Promise<string[]> {
  // Evaluated and not added as a script, so that the page's own content security policy stays in force.
  if (!(await page.evaluate('"axe" in window'))) {
    if (withoutScript.has(page)) await page.evaluate(replaceTimers)
    await page.evaluate(axeSource)
  }
  const { violations } = await page.evaluate(async (only) => {
    const { axe } = window as unknown as AxeWindow
    return axe.run(document, { runOnly: only, resultTypes: ['violations'] })
  }, runOnly)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  )
}

/** Runs in a browser without script, whose timers never fire; axe needs them, promises are kept. */
function replaceTimers(): void {
  const soon = (call: () => void) => {
    void Promise.resolve().then(call)
    return 0
  }
  Object.assign(window, { setTimeout: soon, requestAnimationFrame: soon })
}

/** What stood on each page when it was last looked through; looking again would find the same. */
const lookedThrough = new WeakMap<Page, string>()

/**
 * The page keeps WCAG 2.2 AA as far as a program can tell, in light and dark, does not scroll
 * sideways, and nothing went wrong on it.
 */
export async function expectAccessible(page: Page): Promise<void> {
  // A click waits only until the next page's first byte is there; axe wants its elements.
  await page.waitForLoadState()
  const standing = page.url() + (await page.content())
  if (lookedThrough.get(page) !== standing) await expectNoViolations(page)
  lookedThrough.set(page, standing)
  const widths = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return { scrollWidth, clientWidth }
  })
  expect(widths.scrollWidth, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(
    widths.clientWidth,
  )
  expectNoFaults(page)
}

async function expectNoViolations(page: Page): Promise<void> {
  const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const light = await violationsOf(page, { type: 'tag', values: levels })
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violationsOf(page, { type: 'rule', values: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  expect({ light, dark }, page.url()).toEqual({ light: [], dark: [] })
}

/**
 * Text is large enough for old eyes and what is pressed for old fingers: 18 px, 30 px in large-text
 * mode, targets of 48 px. Links inside a line of text are as high as the line.
 */
export async function expectLegible(page: Page, smallestText: 18 | 30): Promise<void> {
  const small = await page.evaluate(findSmall, smallestText)
  expect(small, page.url()).toEqual([])
}

/** Runs in the browser. */
function findSmall(smallestText: number): string[] {
  const found: string[] = []
  const seen = (element: Element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('svg, [aria-hidden=true]')
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement
    const text = texts.currentNode.textContent?.trim()
    if (!parent || !text || !seen(parent) || parent.getBoundingClientRect().width <= 1) continue
    const size = Number.parseFloat(getComputedStyle(parent).fontSize)
    if (size < smallestText) found.push(`text of ${size} px: ${text}`)
  }
  for (const target of document.querySelectorAll(
    'a, button, select, summary, input:not([type=hidden])',
  )) {
    const { width, height } = (target.closest('label') ?? target).getBoundingClientRect()
    const inLine = getComputedStyle(target).display === 'inline'
    if (inLine || !seen(target) || width <= 1) continue
    if (height < 48)
      found.push(`target of ${Math.round(height)} px: ${target.outerHTML.slice(0, 120)}`)
  }
  return found
}
