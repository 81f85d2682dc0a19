// `npm test`: everything that can fail, and at the end the line `N passed, N failed`.
// With names of groups after it, only those groups of vitest.config.ts.
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { close, format, lint, note, tests, types, unused } from './stages.mjs'

const all = ['architecture', 'rules', 'commands', 'pages', 'races', 'journeys']
const named = process.argv.slice(2)
const unknown = named.find((name) => !all.includes(name))
if (unknown) {
  console.error(`There is no group of tests called ${unknown}: there are ${all.join(', ')}.`)
  process.exit(2)
}

await ensureInstalled()
if (named.length === 0) {
  await types()
  await lint()
  await format()
  await unused()
}
const groups = named.length > 0 ? named : all
// The journeys see the styles that people see.
if (groups.includes('journeys')) await ensureBuilt()
const browser = groups.includes('journeys') ? await findBrowser() : undefined
const runnable = groups.filter((group) => group !== 'journeys' || browser)
await tests(runnable, browser ? { CHROMIUM: browser } : {})
close()

async function findBrowser() {
  const from = performance.now()
  try {
    const found = await ensureBrowser()
    note('browser', from)
    return found
  } catch (error) {
    note('browser', from, error.message)
    return undefined
  }
}
