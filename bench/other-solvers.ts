import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Model } from '#app/planner/model.ts'

/** What another exact solver said of the same model; the objective as it is maximised. */
export type Answer = { objective: number; columns: number[]; optimal: boolean; seconds: number }

/** An exact solver of the system that reads a model from a file; undefined where none is installed. */
export type Solver = { name: string; solve: (model: Model, mostSeconds: number) => Answer }

/** CBC or else GLPK's, as Debian packages them, whichever is on the PATH. */
export function otherSolver(): Solver | undefined {
  const has = (program: string, ask: string) => spawnSync(program, [ask]).error === undefined
  if (has('cbc', '-quit')) return { name: 'CBC', solve: byCbc }
  if (has('glpsol', '--version')) return { name: 'GLPK', solve: byGlpk }
  return undefined
}

function byCbc(model: Model, mostSeconds: number): Answer {
  return inFolder(model, (file, answer) => {
    const limits = ['ratioGap', '0', 'allowableGap', '0', 'sec', String(mostSeconds)]
    const said = run('cbc', [
      file,
      ...limits,
      'solve',
      'printingOptions',
      'all',
      'solution',
      answer,
    ])
    const [status = '', ...lines] = readFileSync(answer, 'utf8').split('\n')
    const values = lines.flatMap((line) => {
      const found = /^\**\s*\d+\s+x(\d+)\s+(\S+)/.exec(line)
      return found ? [[Number(found[1]), Number(found[2])] as const] : []
    })
    const seconds = Number(/Total time \(CPU seconds\):\s+([\d.]+)/.exec(said)?.[1])
    return { ...valued(model, values), optimal: status.startsWith('Optimal'), seconds }
  })
}

function byGlpk(model: Model, mostSeconds: number): Answer {
  return inFolder(model, (file, answer) => {
    const said = run('glpsol', ['--freemps', file, '--tmlim', String(mostSeconds), '-w', answer])
    const lines = readFileSync(answer, 'utf8').split('\n')
    const values = lines.flatMap((line) => {
      const found = /^j (\d+) (\S+)/.exec(line)
      return found ? [[Number(found[1]) - 1, Number(found[2])] as const] : []
    })
    const seconds = Number(/Time used:\s+([\d.]+)/.exec(said)?.[1])
    const optimal = lines.some((line) => /^s mip \d+ \d+ o/.test(line))
    return { ...valued(model, values), optimal, seconds }
  })
}

function valued(model: Model, values: readonly (readonly [column: number, value: number])[]) {
  const objective = values.reduce((sum, [column, value]) => sum + value * model.cost[column]!, 0)
  const chosen = values.filter(([column, value]) => column < model.whole && value > 0.5)
  return { objective, columns: chosen.map(([column]) => column) }
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 2 ** 28 })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr.toString()}`)
  return stdout.toString()
}

function inFolder(model: Model, solve: (file: string, answer: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-bench-'))
  try {
    const file = join(folder, 'season.mps')
    writeFileSync(file, mpsOf(model))
    return solve(file, join(folder, 'answer'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The model in free MPS, where everything is minimised: prices turn into costs. */
function mpsOf({ whole, cost, most, rowMost, starts, indices, values }: Model): string {
  const entries: string[][] = Array.from(cost, () => [])
  for (const row of rowMost.keys())
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1)
      entries[indices[entry]!]!.push(`r${row} ${values[entry]}`)
  const column = (nth: number) =>
    [`obj ${-cost[nth]!}`, ...entries[nth]!].map((entry) => `    x${nth} ${entry}`)
  const numbers = [...cost.keys()]
  return [
    'NAME season',
    'ROWS',
    ' N obj',
    ...Array.from(rowMost.keys(), (row) => ` L r${row}`),
    'COLUMNS',
    "    from 'MARKER' 'INTORG'",
    ...numbers.slice(0, whole).flatMap(column),
    "    to 'MARKER' 'INTEND'",
    ...numbers.slice(whole).flatMap(column),
    'RHS',
    ...Array.from(rowMost, (limit, row) => `    rhs r${row} ${limit}`),
    'BOUNDS',
    ...Array.from(most, (limit, nth) => ` UP bound x${nth} ${limit}`),
    'ENDATA',
    '',
  ].join('\n')
}
