// The moment is ctx.now and nothing else, so that a season can be replayed with its own clock.
import type { Node } from 'oxc-parser'
import { placeOf } from './places.ts'
import { type Check, fault, sqlText, walk } from './source.ts'

const sqlClock =
  /\b(?:now\(\)|clock_timestamp\(\)|statement_timestamp\(\)|current_date|current_time(?:stamp)?|localtime(?:stamp)?)/i

function readsClock(node: Node): string | undefined {
  const sql = sqlText(node)
  if (sql) return sqlClock.exec(sql)?.[0]
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier') {
    return node.callee.name === 'Date' && node.arguments.length === 0 ? 'new Date()' : undefined
  }
  if (node.type !== 'CallExpression') return undefined
  if (node.callee.type === 'Identifier' && node.callee.name === 'Date') return 'Date()'
  if (node.callee.type !== 'MemberExpression' || node.callee.object.type !== 'Identifier')
    return undefined
  const { object, property } = node.callee
  const called = `${object.name}.${property.type === 'Identifier' ? property.name : ''}`
  return called === 'Date.now' || called === 'performance.now' ? `${called}()` : undefined
}

export const clock: Check = {
  rule: 'modules take the time from ctx.now',
  find: (tree) => {
    // An island runs in a browser, which has no context.
    const sources = tree.sources.filter(({ path }) => {
      const kind = placeOf(path)?.kind
      return kind !== undefined && kind !== 'island' && kind !== 'island test'
    })
    const faults: string[] = []
    for (const source of sources) {
      walk(source.program, (node) => {
        const clockRead = readsClock(node)
        if (clockRead) faults.push(fault(source, node, `reads the clock: ${clockRead}`))
      })
    }
    return { looked: sources.length, faults }
  },
  planted: [
    {
      name: 'clocks in a rule, a test and a query',
      files: {
        'app/modules/seasons/rules.ts':
          'export const late = (by: Date) => by < new Date()\nexport const day = new Date("2022-02-01")',
        'app/modules/seasons/rules.test.ts': 'const start = Date.now()',
        'app/modules/seasons/queries.ts':
          'export const q = sql`select * from season where ends_on < current_date and name <> ${"now()"}`',
      },
      faults: [
        'app/modules/seasons/rules.ts:1 reads the clock: new Date()',
        'app/modules/seasons/rules.test.ts:1 reads the clock: Date.now()',
        'app/modules/seasons/queries.ts:1 reads the clock: current_date',
      ],
    },
  ],
}
