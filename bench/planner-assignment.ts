import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Model } from '#app/planner/model.ts'
import { solveWhole } from '#app/planner/solver.ts'
import { root } from '#app/platform/root.ts'
import { type Assigned, type Assignment, fairFlow, scoreOf } from './fair-flow.ts'
import { timed } from './processor.ts'
import { measured, ofPeer, type Row } from './report.ts'

// Bids of conferences from PrefLib as similarities, kept beside the project and not in it.
// Each with the most papers a reviewer had there, and with the fewest that still do.
const sets = [
  { file: 'preflib1.in', load: 6 },
  { file: 'preflib1.in', load: 2 },
  { file: 'preflib2.in', load: 7 },
  { file: 'preflib2.in', load: 2 },
  { file: 'preflib3.in', load: 6 },
  { file: 'preflib3.in', load: 3 },
]
const needed = 3

/** Reviewers given to papers as speakers are to orders, beside FairFlow, on data nobody here wrote. */
export async function assignmentRows(): Promise<Row[]> {
  const folder =
    process.env['HEARTH_ASSIGNMENT_DATA'] ?? join(root, '..', 'shared', 'data', 'assignment')
  if (!existsSync(folder)) {
    console.log(`No assignment data in ${folder} (HEARTH_ASSIGNMENT_DATA): that part is left out.`)
    return []
  }
  const rows: Row[] = []
  for (const { file, load } of sets) {
    const [size = '', ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n')
    const similarity = lines.map((line) => line.trim().split(/\s+/).map(Number))
    const [reviewers, papers] = size.trim().split(' ')
    const name = `${file}, ${reviewers} reviewers, ${papers} papers, at most ${load}`
    rows.push(...(await setRows(name, { similarity, needed, load })))
  }
  return rows
}

async function setRows(name: string, given: Assignment): Promise<Row[]> {
  const peer = await timed(() => fairFlow(given))
  const most = await timed(() => assign(given, {}))
  const fair = await timed(() => fairest(given))
  const other = judged(given, peer.answer)
  const highest = judged(given, most.answer!)
  const ours = judged(given, fair.answer)
  return [
    measured(`${name}, most similar`, 'total similarity', highest.total, '', {
      least: other.total,
    }),
    measured(`${name}, most similar`, 'time', most.seconds, 'CPU s'),
    measured(`${name}, fair`, 'total similarity', ours.total, '', { least: other.total }),
    ofPeer('FairFlow', measured(name, 'total similarity', other.total, '')),
    measured(`${name}, fair`, 'worst paper', ours.worst, '', { least: other.worst }),
    ofPeer('FairFlow', measured(name, 'worst paper', other.worst, '')),
    measured(`${name}, fair`, 'mean of the worst tenth', ours.tail, '', { least: other.tail }),
    ofPeer('FairFlow', measured(name, 'mean of the worst tenth', other.tail, '')),
    measured(`${name}, fair`, 'time', fair.seconds, 'CPU s'),
    ofPeer('FairFlow', measured(name, 'time', peer.seconds, 'CPU s')),
  ]
}

function judged(given: Assignment, assigned: Assigned) {
  if (!isAssignment(given, assigned))
    throw new Error('a paper or a reviewer has too many or too few')
  const scores = assigned.map((by, paper) => scoreOf(given, paper, by)).toSorted((a, b) => a - b)
  const tail = scores.slice(0, tenthOf(given))
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  return { total: sum(scores), worst: scores[0]!, tail: sum(tail) / tail.length }
}

function isAssignment({ similarity, load }: Assignment, assigned: Assigned): boolean {
  const loads = similarity.map(
    (_, reviewer) => assigned.filter((by) => by.includes(reviewer)).length,
  )
  const full = assigned.every((by) => by.length === needed && new Set(by).size === needed)
  return full && Math.max(...loads) <= load
}

const tenthOf = ({ similarity }: Assignment) => Math.ceil(similarity[0]!.length / 10)

/** The highest floor under every paper's score, found step by step; above it the best tail, then the total. */
async function fairest(given: Assignment): Promise<Assigned> {
  const step = stepOf(given)
  let floor = 0
  for (;;) {
    const higher = await assign(given, { floor: floor + step })
    if (!higher) break
    floor = Math.min(...higher.map((by, paper) => scoreOf(given, paper, by)))
  }
  const best = await assign(given, { floor, tailFirst: true })
  if (!best) throw new Error('nobody can be given to the papers')
  return best
}

/**
 * The most similar assignment with at least `floor` for each paper; undefined where there is none. With
 * `tailFirst` the mean of the worst tenth counts above the total, as Rockafellar and Uryasev write it:
 * a line, less what the papers below it lack of it.
 */
async function assign(
  given: Assignment,
  { floor = 0, tailFirst = false }: { floor?: number; tailFirst?: boolean },
): Promise<Assigned | undefined> {
  const { similarity } = given
  const papers = similarity[0]!.length
  const model = modelOf(given, floor, tailFirst)
  // What differs at all differs by a step.
  const answer = await solveWhole(model, { gap: stepOf(given) / 2 })
  if (!answer) return undefined
  const assigned = Array.from({ length: papers }, (_, paper) =>
    [...similarity.keys()].filter((reviewer) => answer.values[reviewer * papers + paper]! > 0.5),
  )
  return assigned.every((by) => by.length === needed) ? assigned : undefined
}

/** The least by which two similarities differ. */
function stepOf({ similarity }: Assignment): number {
  const steps = [...new Set(similarity.flat())].toSorted((a, b) => a - b)
  return Math.min(...steps.slice(1).map((value, at) => value - steps[at]!))
}

function modelOf(given: Assignment, floor: number, tailFirst: boolean): Model {
  const { similarity, load } = given
  const reviewers = similarity.length
  const papers = similarity[0]!.length
  const highest = Math.max(...similarity.flat()) * needed
  // A place filled is worth more than any similarity, and the tail more than any total.
  const filled = tailFirst ? 4 * highest * papers * papers : 2 * highest * papers
  const tail = tailFirst ? highest * papers : 0
  const rows: { limit: number; entries: (readonly [column: number, value: number])[] }[] = []
  const line = reviewers * papers
  for (let paper = 0; paper < papers; paper += 1) {
    const own = similarity.map((row, by) => [by * papers + paper, row[paper]!] as const)
    rows.push({ limit: needed, entries: own.map(([column]) => [column, 1]) })
    const score = own.filter(([, worth]) => worth > 0).map(([at, worth]) => [at, -worth] as const)
    if (floor > 0) rows.push({ limit: -floor, entries: score })
    if (tailFirst) rows.push({ limit: 0, entries: [...score, [line, 1], [line + 1 + paper, -1]] })
  }
  for (let by = 0; by < reviewers; by += 1) {
    const own = Array.from({ length: papers }, (_, paper) => [by * papers + paper, 1] as const)
    rows.push({ limit: load, entries: own })
  }
  const lacks = tailFirst ? Array.from({ length: papers }, () => -tail) : []
  const lines = tailFirst ? [tail * tenthOf(given)] : []
  const cost = [...similarity.flat().map((worth) => filled + worth), ...lines, ...lacks]
  return {
    whole: line,
    cost,
    most: cost.map((_, column) => (column < line ? 1 : highest)),
    rowMost: rows.map(({ limit }) => limit),
    starts: rows.reduce<number[]>(
      (all, { entries }) => [...all, all.at(-1)! + entries.length],
      [0],
    ),
    indices: rows.flatMap(({ entries }) => entries.map(([column]) => column)),
    values: rows.flatMap(({ entries }) => entries.map(([, value]) => value)),
    loads: [],
  }
}
