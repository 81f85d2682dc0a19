// The tools of the journeys can fail: each is shown a page with one fault.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import {
  expectAccessible,
  expectLegible,
  expectNoFaults,
  newPage,
  openBrowser,
} from '#test/browser.ts'

const bodies: Record<string, string> = {
  '/good': '<h1>一页</h1><p><a href="/good">a link in a line</a> of text</p>',
  '/nameless': '<h1>Title</h1><button></button>',
  '/pale': '<h1>Title</h1><p style="color: #bbb">pale</p>',
  '/pale-in-the-dark': '<h1>Title</h1><p class="dark">dark</p>',
  '/wide': '<h1>Title</h1><div style="width: 900px; height: 1px"></div>',
  '/throws': '<h1>Title</h1><script nonce="n">throw new Error("planted")</script>',
  '/inline': '<h1>Title</h1><script>document.title = "not allowed"</script>',
  '/missing': '<h1>Title</h1><img src="/none.png" alt="">',
  '/elsewhere': '<h1>Title</h1><img src="http://127.0.0.1:1/x.png" alt="">',
  '/small':
    '<h1>Title</h1><p style="font-size: 12px">small</p><button style="height: 30px">Go</button>',
  '/script': '<h1>Title</h1><p id="p">without</p><script nonce="n">p.textContent = "with"</script>',
}

const server = createServer((request, response) => {
  const body = bodies[request.url ?? '']
  response.writeHead(body ? 200 : 404, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'self' data: http://127.0.0.1:1; script-src 'nonce-n'; style-src 'unsafe-inline'",
  })
  const style =
    'body { font-size: 20px; background: #fff; color: #000 } @media (prefers-color-scheme: dark) { .dark { color: #ccc } }'
  response.end(
    `<!doctype html><html lang="zh-CN"><head><title>t</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width"><style>${style}</style></head><body><main>${body}</main></body></html>`,
  )
}).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => {
  server.close()
})
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await openBrowser()

async function open(path: string, width: 360 | 1440 = 360) {
  const page = await newPage(browser, { origin, width })
  await page.goto(path)
  return page
}

/** What an expectation that failed had found. */
async function foundBy(expectation: () => Promise<void> | void): Promise<string> {
  try {
    await expectation()
  } catch (error) {
    return JSON.stringify((error as { actual: unknown }).actual)
  }
  return 'nothing'
}

describe('a page', () => {
  test('without faults is accessible and legible at both widths', async () => {
    for (const width of [360, 1440] as const) {
      const page = await open('/good', width)
      await expectAccessible(page)
      await expectLegible(page, 18)
    }
  })

  test.each([
    ['/nameless', 'button-name'],
    ['/pale', 'color-contrast'],
    ['/pale-in-the-dark', 'color-contrast'],
    ['/wide', '908'],
  ])('%s is found out: %s', async (path, fault) => {
    const page = await open(path)
    expect(await foundBy(() => expectAccessible(page))).toContain(fault)
  })

  test.each([
    ['/throws', 'error: planted'],
    ['/inline', 'Content Security Policy'],
    ['/missing', `404: ${origin}/none.png`],
    ['/elsewhere', 'asks elsewhere: http://127.0.0.1:1/x.png'],
  ])('%s is found out: %s', async (path, fault) => {
    const page = await open(path)
    expect(await foundBy(() => expectNoFaults(page))).toContain(fault)
    expectNoFaults(page)
  })

  test('with small text or targets is found out', async () => {
    const page = await open('/small')
    const found = await foundBy(() => expectLegible(page, 18))
    expect(found).toContain('text of 12 px: small')
    expect(found).toContain('target of 30 px: <button')
    const good = await open('/good')
    expect(await foundBy(() => expectLegible(good, 30))).toContain('text of 20 px')
  })
})

test('a page without script runs none, and is judged all the same', async () => {
  const page = await newPage(browser, { origin, width: 360, javaScript: false })
  await page.goto('/script')
  expect(await page.textContent('#p')).toBe('without')
  await expectAccessible(page)
  expect(await page.textContent('#p')).toBe('without')
  await page.goto('/nameless')
  expect(await foundBy(() => expectAccessible(page))).toContain('button-name')
})

test('a page asks in its language and with its size of text', async () => {
  const page = await newPage(browser, { origin, width: 360, language: 'en', largeText: true })
  const asked = page.waitForRequest(`${origin}/good`)
  await page.goto('/good')
  const headers = await (await asked).allHeaders()
  expect(headers['accept-language']).toMatch(/^en-GB/)
  expect(headers['cookie']).toBe('text=large')
})
