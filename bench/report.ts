import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '#app/platform/root.ts'

/** One measured figure; `met` says whether its target was reached, where it has one. */
export type Row = {
  case: string
  metric: string
  value: number
  unit: string
  peer: string | null
  target?: string
  met?: boolean
}

/** A row with a target: at most, or at least, so much. */
export function measured(
  name: string,
  metric: string,
  value: number,
  unit: string,
  target?: { most: number } | { least: number },
): Row {
  const row: Row = { case: name, metric, value: rounded(value), unit, peer: null }
  if (!target) return row
  return 'most' in target
    ? { ...row, target: `≤ ${rounded(target.most)}`, met: value <= target.most }
    : { ...row, target: `≥ ${rounded(target.least)}`, met: value >= target.least }
}

/** The same figure as another program has it. */
export function ofPeer(peer: string, row: Row): Row {
  return { ...row, peer }
}

/** Hundredths, or two digits of what is smaller. */
function rounded(value: number): number {
  return Math.abs(value) >= 0.1 ? Math.round(value * 100) / 100 : Number(value.toPrecision(2))
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** The table, with the command that made it. */
export function print(name: string, rows: readonly Row[]): void {
  console.log(`\nnpm run bench ${name}\n`)
  console.table(
    rows.map((row) => ({
      case: row.case,
      metric: row.metric,
      ...(row.peer ? { peer: row.peer } : {}),
      value: row.value,
      unit: row.unit,
      target: row.target ?? '',
      met: row.met === undefined ? '' : row.met ? 'yes' : 'no',
    })),
  )
}

/** Keeps the figures in bench/results, for other programs to read. */
export async function save(name: string, rows: readonly Row[]): Promise<void> {
  const folder = join(root, 'bench/results')
  await mkdir(folder, { recursive: true })
  const machine = `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`
  const results = { name, when: new Date().toISOString(), machine, rows }
  await writeFile(join(folder, `${name}.json`), `${JSON.stringify(results, null, 2)}\n`)
}
