import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { demoPersonas } from '#app/modules/people/accounts/queries.ts'
import { readSheet } from '#app/platform/spreadsheet.ts'
import { routesFor } from '#app/routes.ts'
import { busyBranches, loadDemo } from '#demo/load.ts'
import { committed, ownDatabase, street } from '#test/database.ts'
import { type Visitor, visitor } from '#test/visitor.ts'

const now = new Date('2026-11-24T10:00:00+08:00')
const database = await ownDatabase()
beforeAll(() => loadDemo(database, now, busyBranches), 120_000)

/** The table whose ids a part of an address names, where it is not called like it. */
const tableOf: Record<string, string> = {
  orderId: 'talk_order',
  importId: 'people_import',
  listId: 'speaker_list',
  applicationId: 'speaker_application',
  certificateId: 'service_certificate',
  requestId: 'privacy_request',
  seriesId: 'session_series',
  teamId: 'youth_team',
}

/** Addresses with other parts than one id, to which other pages lead. */
const isNamed = (url: string) => /:(?!\w+Id\b)/.test(url) || url.split(':').length > 2

/** Every page's address, with the ids of some things that there are. */
async function addresses(): Promise<string[]> {
  const client = new pg.Client(database.address)
  await client.connect()
  await client.query(`set role hearth_backup`)
  const found: string[] = []
  for (const [url, page] of routesFor(true)) {
    if ('respond' in page || isNamed(url)) continue
    const [name] = [...url.matchAll(/:(\w+)/g)].map(([, each]) => each!)
    if (name === undefined) {
      found.push(url)
      continue
    }
    const table = tableOf[name] ?? name.slice(0, -2).replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
    const { rows } = await client.query(
      `select id from "${table}" where street_id = ${street} order by id desc limit 2`,
    )
    for (const { id } of rows) found.push(url.replace(`:${name}`, id))
  }
  await client.end()
  return found
}

async function office(): Promise<Visitor> {
  const personas = await committed(database, demoPersonas, { street, now })
  const person = personas.find(({ name }) => name === 'office')!
  return visitor(database, { id: person.personId }, { now })
}

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .trim()

/** Tables that are of no use outside their page, by the address's beginning. */
const ofNoUse = ['/people/lists', '/speakers/lists', '/coverage/roster', '/privacy/requests/']

test('every table of every page is there as a file with the same columns', async () => {
  const browser = await office()
  const without: string[] = []
  const files: string[] = []
  for (const address of await addresses()) {
    const { status, html } = await browser.get(address)
    if (status !== 200 || ofNoUse.some((start) => address.startsWith(start))) continue
    for (const [table] of html.matchAll(/<table class="table">.*?<\/table>/gs)) {
      const [, href] = /class="table-file" href="([^"]*)"/.exec(table) ?? []
      if (href === undefined) {
        without.push(`${address}: ${textOf(/<caption>(.*?)<\/caption>/s.exec(table)![1]!)}`)
        continue
      }
      const { bytes } = await browser.get(href.replaceAll('&amp;', '&'))
      const rows = await readSheet(bytes, { mostRows: 100_000 })
      const shown = [...table.matchAll(/<th scope="col"(?! class="acts").*?<\/th>/gs)].map(([th]) =>
        textOf(th),
      )
      expect([address, rows[2]!.fields]).toEqual([address, shown])
      files.push(address)
    }
  }
  expect(without).toEqual([])
  expect(files.length).toBeGreaterThan(10)
}, 120_000)

/** Lists that are drawn as cards, which an office would want as a table. */
const asCards = ['/menu', '/sessions', '/units', '/suggestions']

test.each(asCards)('the list at %s is there as a file', async (address) => {
  const browser = await office()
  const { html } = await browser.get(address)
  const [, href] = /class="table-file" href="([^"]*)"/.exec(html) ?? []
  const rows = await readSheet((await browser.get(href!.replaceAll('&amp;', '&'))).bytes, {
    mostRows: 100_000,
  })
  expect(rows.length).toBeGreaterThan(3)
})
