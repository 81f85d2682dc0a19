import { claims } from './claims.ts'
import { durability } from './durability.ts'
import { pages } from './pages.ts'
import { print, save } from './report.ts'
import { season } from './season.ts'

const benchmarks = { pages, durability, season, claims }

type Name = keyof typeof benchmarks

// `npm run bench` runs all of them, `npm run bench pages` one.
const asked = process.argv.slice(2)
const unknown = asked.find((name) => !Object.hasOwn(benchmarks, name))
if (unknown !== undefined) {
  console.error(
    `There is no benchmark ${unknown}. There are: ${Object.keys(benchmarks).join(', ')}`,
  )
  process.exit(2)
}
let missed = 0
for (const name of asked.length > 0 ? (asked as Name[]) : (Object.keys(benchmarks) as Name[])) {
  const rows = await benchmarks[name]()
  print(name, rows)
  await save(name, rows)
  missed += rows.filter((row) => row.met === false).length
}
process.exit(missed === 0 ? 0 : 1)
