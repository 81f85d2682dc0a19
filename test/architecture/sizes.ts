// No file over 400 lines, no function over 60, views 120.
import type { Node } from 'oxc-parser'
import { type Check, fault, lineAt, type Source, walk } from './source.ts'

const mostOfFile = 400
const mostOfFunction = 60
const mostOfView = 120

export const fileSize: Check = {
  rule: `no file is longer than ${mostOfFile} lines`,
  find: (tree) => ({
    looked: tree.files.length,
    faults: tree.files.flatMap(({ path, text }) => {
      const lines = text.replace(/\n$/, '').split('\n').length
      return lines > mostOfFile ? [`${path} has ${lines} lines`] : []
    }),
  }),
  planted: [
    {
      name: 'a file of 401 lines beside one of 400',
      files: {
        'migrations/0009_long.sql': '--\n'.repeat(401),
        'app/ui/look.css': '/**/\n'.repeat(400),
      },
      faults: ['migrations/0009_long.sql has 401 lines'],
    },
  ],
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** The name a function goes by: its own, its variable's or its field's. */
function nameOf(node: Node, above: Node[]): string {
  if (node.type === 'FunctionDeclaration' && node.id) return node.id.name
  const parent = above.at(-1)
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier')
    return parent.id.name
  if (parent?.type === 'Property' && parent.key.type === 'Identifier') return parent.key.name
  return 'a function'
}

/** The longest a function may be; undefined for what only groups tests. */
function most(source: Source, node: Node, name: string, above: Node[]): number | undefined {
  const parent = above.at(-1)
  if (parent?.type === 'CallExpression' && parent.callee.type === 'Identifier') {
    if (parent.callee.name === 'describe' && parent.arguments.some((given) => given === node)) {
      return undefined
    }
  }
  const exported = above.some(({ type }) => type.startsWith('Export')) && above.length <= 4
  const view = source.path.endsWith('.tsx') && (exported || /^[A-Z]/.test(name))
  return view ? mostOfView : mostOfFunction
}

export const functionSize: Check = {
  rule: `no function is longer than ${mostOfFunction} lines, no view than ${mostOfView}`,
  find: (tree) => {
    let looked = 0
    const faults: string[] = []
    for (const source of tree.sources) {
      walk(source.program, (node, above) => {
        if (!functions.has(node.type)) return
        looked++
        const name = nameOf(node, above)
        const limit = most(source, node, name, above)
        const lines = lineAt(source, node.end) - lineAt(source, node.start) + 1
        if (limit && lines > limit) {
          faults.push(fault(source, node, `${name} has ${lines} lines, ${limit} are the most`))
        }
      })
    }
    return { looked, faults }
  },
  planted: [
    {
      name: 'functions of 61 lines, and a view of 121',
      files: {
        'app/platform/long.ts': `export function long() {${'\n'.repeat(60)}}`,
        'demo/long.ts': `const long = () => {${'\n'.repeat(60)}}`,
        'app/ui/table.tsx': `function Table() {${'\n'.repeat(120)}}`,
        'app/ui/nested.tsx': `function Shell() {\nconst pick = () => {${'\n'.repeat(60)}}\n}`,
      },
      faults: [
        'app/platform/long.ts:1 long has 61 lines, 60 are the most',
        'demo/long.ts:1 long has 61 lines, 60 are the most',
        'app/ui/table.tsx:1 Table has 121 lines, 120 are the most',
        'app/ui/nested.tsx:2 pick has 61 lines, 60 are the most',
      ],
    },
    {
      name: 'functions just short enough, and a long group of tests',
      files: {
        'app/platform/short.ts': `export function short() {${'\n'.repeat(59)}}`,
        'app/ui/table.tsx': `export const Table = () => {${'\n'.repeat(119)}}`,
        'app/platform/short.test.ts': `describe('short', () => {${'\n'.repeat(99)}})`,
      },
      faults: [],
    },
  ],
}
