// One query for many rows, not one query a row.
import type { Node } from 'oxc-parser'
import { placeOf } from './places.ts'
import { type Check, calledName, fault, isTest, lineAt, type Source, walk } from './source.ts'

const loops = new Set([
  'ForStatement',
  'ForOfStatement',
  'ForInStatement',
  'WhileStatement',
  'DoWhileStatement',
])
const walkers = new Set(['map', 'flatMap', 'forEach', 'filter', 'reduce', 'some', 'every', 'from'])
const reason = /^\s*one query an? [^:]+: \S.{8,}/

/** The nearest loop that a node runs in again and again, or undefined. */
function loopAround(node: Node, above: Node[]): Node | undefined {
  for (let at = above.length - 1; at >= 0; at--) {
    const current = above[at] as Node
    const inside = above[at + 1] ?? node
    if (loops.has(current.type) && isRepeated(current, inside)) return current
    const walker = current.type === 'CallExpression' && walkers.has(calledName(current))
    const callback =
      inside.type === 'ArrowFunctionExpression' || inside.type === 'FunctionExpression'
    if (walker && callback) return current
  }
  return undefined
}

/** The body of a loop is repeated; what `for … of` walks over is asked for once. */
function isRepeated(loop: Node, inside: Node): boolean {
  return loop.type === 'ForOfStatement' ? loop.body === inside : true
}

/** A call that asks the database: `.execute…()` of a query, or a command or query given the context. */
function asksDatabase(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  if (calledName(node).startsWith('execute')) return true
  const [first] = node.arguments
  if (first?.type === 'Identifier') return first.name === 'ctx' || first.name === 'tx'
  if (first?.type !== 'MemberExpression' || first.property.type !== 'Identifier') return false
  return first.property.name === 'tx'
}

/** Whether the call is waited for: awaited itself, or gathered by Promise.all. */
function isAwaited(node: Node, above: Node[]): boolean {
  if (above.at(-1)?.type === 'AwaitExpression') return true
  if (calledName(node).startsWith('execute')) return true
  return above.some((each) => {
    if (each.type !== 'CallExpression' || each.callee.type !== 'MemberExpression') return false
    const { object } = each.callee
    return object.type === 'Identifier' && object.name === 'Promise'
  })
}

/** A comment between the line above the loop and the call says why each turn needs a query. */
function isExplained(source: Source, loop: Node, node: Node): boolean {
  const from = lineAt(source, loop.start) - 1
  const to = lineAt(source, node.end)
  return source.comments.some((comment) => {
    const line = lineAt(source, comment.start)
    return line >= from && line <= to && reason.test(comment.value)
  })
}

export const queriesInLoops: Check = {
  rule: 'no query runs inside a loop, unless a comment `// one query a …: why` says why',
  find: (tree) => {
    const sources = tree.sources.filter(({ path }) => placeOf(path) && !isTest(path))
    const faults: string[] = []
    for (const source of sources) {
      walk(source.program, (node, above) => {
        if (!asksDatabase(node) || !isAwaited(node, above)) return
        const loop = loopAround(node, above)
        if (loop && !isExplained(source, loop, node)) {
          faults.push(fault(source, node, 'runs a query inside a loop'))
        }
      })
    }
    return { looked: sources.length, faults }
  },
  planted: [
    {
      name: 'queries in every kind of loop',
      files: {
        'app/modules/people/queries.ts': [
          'for (const id of ids) await ctx.tx.selectFrom("person").execute()',
          'for (let i = 0; i < 9; i++) await findPerson(ctx, ids[i])',
          'while (await sql`select 1`.execute(ctx.tx)) {}',
          'await Promise.all(ids.map((id) => findPerson(ctx, id)))',
          'ids.forEach(async (id) => { await findUnit(ctx.tx, id) })',
          '// one query a person: x',
          'for (const id of ids) await addPerson(ctx, id)',
        ].join('\n'),
      },
      faults: [1, 2, 3, 4, 5, 7].map(
        (line) => `app/modules/people/queries.ts:${line} runs a query inside a loop`,
      ),
    },
    {
      name: 'a loop over the rows of one query, a view with a context, and a loop with its reason',
      files: {
        'app/modules/people/queries.ts': [
          'for (const row of await findPeople(ctx, ids)) rows.push(row)',
          'const cards = rows.map((row) => card(ctx, row))',
          '// one query a unit: each step locks the row that the step before has written',
          'for (const id of ids) await lockUnit(ctx, id)',
        ].join('\n'),
      },
      faults: [],
    },
  ],
}
