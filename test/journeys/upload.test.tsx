import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import type { Route } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { failurePage, framed } from '#app/frame.tsx'
import { findReader } from '#app/modules/people/accounts/queries.ts'
import { type FileLimits, fileInput, keepFile } from '#app/platform/files/keep-file.ts'
import { addUploads } from '#app/platform/files/upload-server.ts'
import { readAssets } from '#app/platform/http/assets.ts'
import { action, page } from '#app/platform/http/page.ts'
import { createSite, type Site } from '#app/platform/http/site.tsx'
import { Button } from '#app/ui/button.tsx'
import { UploadField } from '#app/ui/fields.tsx'
import { Form } from '#app/ui/form.tsx'
import { words } from '#app/words.ts'
import { expectAccessible, newPage, openBrowser } from '#test/browser.ts'
import { committed, ownDatabase, street, testNow } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { wav } from '#test/make-files.ts'
import { signInCookie } from '#test/visitor.ts'

const database = await ownDatabase()
const limits: FileLimits = { kinds: ['audio'], mostBytes: 9_000_000, mostSeconds: 600 }

/** A page with nothing but a file field: what every module's own pages have in common. */
const uploadPage = page({
  title: () => 'upload',
  load: async (ctx) =>
    ctx.tx.selectFrom('file').select(['name', 'seconds']).where('streetId', '=', street).execute(),
  actions: {
    keep: action(
      z.object({ recording: fileInput }),
      async (ctx, { recording }) => {
        await keepFile(ctx, recording, limits)
        return { to: '/upload' }
      },
      { mostBytes: limits.mostBytes },
    ),
  },
  view: ({ data, form, formKey }) => (
    <>
      <h1>{data.map(({ name, seconds }) => `${name} ${seconds}`).join(', ') || 'none'}</h1>
      <Form action="/upload?do=keep" formKey={formKey} state={form('keep')} upload>
        <UploadField name="recording" label="recording" accept="audio/*" />
        <Button>send</Button>
      </Form>
    </>
  ),
})

const assets = readAssets()
const site: Site = {
  database,
  clock: () => testNow,
  log: pino({ level: 'silent' }),
  publicOrigin: null,
  demo: false,
  words,
  findReader,
  streets: async () => new Map([[street, { zh: '', en: '' }]]),
  frame: (visit, shown) => framed(visit, shown, assets.address),
  failurePage: (visit, failure, typed) => failurePage(visit, failure, typed, assets.address),
  tableFile: () => null,
}
const app = createSite(site, [['/upload', uploadPage]])
addUploads(app, site)
assets.serve(app)
const server = createAdaptorServer(app).listen(0, '127.0.0.1')
await once(server, 'listening')
afterAll(() => {
  server.close()
})
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const browser = await openBrowser()
const person = await committed(database, (ctx) => makePerson(ctx))

const folder = await mkdtemp(join(tmpdir(), 'hearth-upload-'))
afterAll(() => rm(folder, { recursive: true }))
async function recordingOf(seconds: number): Promise<string> {
  const path = join(folder, `${seconds}.wav`)
  await writeFile(path, wav(seconds))
  return path
}

async function open(javaScript = true) {
  const tab = await newPage(browser, { origin, width: 360, javaScript, language: 'en' })
  const cookie = await signInCookie(database, person)
  await tab.context().addCookies([{ name: 'hearth', value: cookie, url: origin }])
  await tab.goto('/upload')
  return tab
}
const isPiece = (route: Route) => route.request().method() === 'PATCH'

test('without script the file goes with the form', async () => {
  const tab = await open(false)
  await tab.getByLabel('recording').setInputFiles(await recordingOf(2))
  await tab.getByRole('button', { name: 'send' }).click()
  const kept = tab.getByRole('heading', { name: '2.wav 2' })
  await kept.waitFor()
  expect(await kept.textContent()).toBe('2.wav 2')
})

test('a cut costs one piece, and the form that was sent meanwhile waits', async () => {
  const tab = await open()
  let pieces = 0
  await tab.route('**/uploads/**', (route) => {
    if (isPiece(route)) pieces += 1
    return isPiece(route) && pieces === 2 ? route.abort('connectionreset') : route.continue()
  })
  await tab.getByLabel('recording').setInputFiles(await recordingOf(300))
  await tab.getByRole('button', { name: 'send' }).click()
  await tab.getByRole('heading', { name: '300.wav 300' }).waitFor()
  // Three pieces of a megabyte at most, one of them twice.
  expect(pieces).toBe(4)
})

test('a page that was closed goes on from where it stopped', async () => {
  const tab = await open()
  const offsets: string[] = []
  let cut = true
  await tab.route('**/uploads/**', (route) => {
    if (!isPiece(route)) return route.continue()
    offsets.push(route.request().headers()['upload-offset']!)
    return cut && offsets.length > 1 ? route.abort('connectionreset') : route.continue()
  })
  const recording = await recordingOf(290)
  await tab.getByLabel('recording').setInputFiles(recording)
  await tab.getByText('Waiting to send').waitFor()
  await tab.reload()
  await tab.getByText('choose it again').waitFor()
  cut = false
  offsets.length = 0
  await tab.getByLabel('recording').setInputFiles(recording)
  await tab.getByText('Arrived whole').waitFor()
  await expectAccessible(tab)
  expect(offsets).toEqual(['1000000', '2000000'])
  await tab.getByRole('button', { name: 'send' }).click()
  await tab.getByRole('heading', { name: '290.wav 290' }).waitFor()
})

test('what is refused keeps what has arrived, and says what to do', async () => {
  const tab = await open()
  await tab.getByLabel('recording').setInputFiles(await recordingOf(730))
  await tab.getByText('Arrived whole').waitFor()
  await tab.getByRole('button', { name: 'send' }).click()
  await tab.getByText('Please cut 2 minutes 10 seconds.').waitFor()
  await expectAccessible(tab)
})
