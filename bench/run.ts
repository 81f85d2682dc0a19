import { claims } from './claims.ts'
import { durability } from './durability.ts'
import { pages } from './pages.ts'
import { planner, plannerParts } from './planner.ts'
import { print, type Row, save } from './report.ts'
import { season } from './season.ts'
import { signup } from './signup.ts'

const benchmarks: Record<string, () => Promise<Row[]>> = {
  pages,
  durability,
  season,
  claims,
  signup,
  planner,
}
const parts: Record<string, Record<string, () => Promise<Row[]>>> = { planner: plannerParts }

// `npm run bench` runs all of them, `npm run bench pages` one, `npm run bench planner street` a part.
const asked = process.argv.slice(2)
const [first = ''] = asked
const partsOfFirst = asked.slice(1).every((name) => parts[first] && name in parts[first])
if (asked.length > 1 && partsOfFirst) process.exit(await runParts(first, asked.slice(1)))
const unknown = asked.find((name) => !Object.hasOwn(benchmarks, name))
if (unknown !== undefined) {
  console.error(
    `There is no benchmark ${unknown}. There are: ${Object.keys(benchmarks).join(', ')}`,
  )
  process.exit(2)
}
let missed = 0
for (const name of asked.length > 0 ? asked : Object.keys(benchmarks)) {
  const rows = await benchmarks[name]!()
  print(name, rows)
  await save(name, rows)
  missed += missedOf(rows)
}
process.exit(missed === 0 ? 0 : 1)

/** Prints some parts of a benchmark; only a whole run is kept, so that its figures are of one run. */
async function runParts(name: string, names: readonly string[]): Promise<number> {
  const rows: Row[] = []
  for (const part of names) rows.push(...(await parts[name]![part]!()))
  print([name, ...names].join(' '), rows)
  return missedOf(rows) === 0 ? 0 : 1
}

function missedOf(rows: readonly Row[]): number {
  return rows.filter((row) => row.met === false).length
}
