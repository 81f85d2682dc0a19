import { expect, test } from 'vitest'
import { committed, ownDatabase } from '#test/database.ts'
import { makePerson } from '#test/make.ts'
import { makeRound } from '#test/make-sessions.ts'
import { type Answer, textOf, type Visitor, visitor } from '#test/visitor.ts'
import { marksOf } from '../../roll/queries.ts'

const database = await ownDatabase()
const made = await committed(database, (ctx) => makeRound(ctx, 3))
const at = `/sessions/${made.id}/visits`

/** One tap on a button of the page: posts its form as it stands, and follows to the page after. */
async function tap(browser: Visitor, { html }: Answer, label: string): Promise<Answer> {
  for (const [, address, inside] of html.matchAll(
    /<form class="form"[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs,
  )) {
    const button = new RegExp(
      `<button[^>]*name="([^"]*)" value="([^"]*)"[^>]*>(?:<svg.*?</svg>)?${label}`,
    )
    const pressed = button.exec(inside!)
    if (!pressed) continue
    const fields = [...inside!.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)]
    const values = Object.fromEntries(fields.map(([, name, value]) => [name!, value!]))
    const sent = { ...values, [pressed[1]!]: pressed[2]! }
    const { location } = await browser.post(address!.replaceAll('&amp;', '&'), sent)
    return browser.get(location!)
  }
  throw new Error(`nothing to tap says ${label}`)
}

test('a door is written down with one tap, and the next one stands there', async () => {
  const browser = await visitor(database, made.visitor)
  let taps = 0
  let shown = await browser.get(at)
  for (const label of ['见到了', '不在家', '见到了']) {
    shown = await tap(browser, shown, label)
    taps += 1
  }
  expect(taps / made.people.length).toBeLessThanOrEqual(4)
  expect(textOf(shown.html)).toContain('走了 3 家，共 3 家')
  const marks = await committed(database, (ctx) => marksOf(ctx, made.id))
  expect([...marks.values()].toSorted()).toEqual(['visited', 'visited'])
})

test('what is taken along on paper: a large sheet to leave, and the doors in walking order', async () => {
  const browser = await visitor(database, made.visitor)
  const paper = textOf((await browser.get(`${at}/print`)).html)
  expect(paper).toContain('写春联')
  expect(paper).toMatch(/1号楼.*2号楼.*3号楼/)
  const english = await visitor(database, made.visitor, { language: 'en' })
  expect(textOf((await english.get(`${at}/print`)).html)).toContain(
    'Please ring if you need anything',
  )
  const stranger = await committed(database, (ctx) => makePerson(ctx))
  const outside = await visitor(database, stranger)
  expect([(await outside.get(`${at}/print`)).status, (await outside.get(at)).status]).toEqual([
    403, 403,
  ])
})
