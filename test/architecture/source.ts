// What the checks read: the project's files, the code among them parsed.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Comment, type Node, type Program, parseSync, visitorKeys } from 'oxc-parser'

/** A file of the project. The path is relative to the project's folder, with forward slashes. */
export type File = { path: string; text: string }

/** A file of code. */
export type Source = File & { program: Program; comments: Comment[]; imports: Import[] }

/** What a file imports: another file of the project (`to`), or a package under its own name. */
export type Import = { line: number; from: string; to: string; typeOnly: boolean }

/** Everything that the checks look at. */
export type Tree = { files: File[]; sources: Source[] }

/** What a check found, and how many things it looked at: a check that saw nothing has not passed. */
export type Verdict = { looked: number; faults: string[] }

/** A few files that break the rule, with the faults they must give; or that keep it, with none. */
export type Planted = { name: string; files: Record<string, string>; faults: string[] }

/** A rule of the architecture, and the planted violations that prove that its check can fail. */
export type Check = { rule: string; find: (tree: Tree) => Verdict; planted: Planted[] }

const folders = ['app', 'test', 'demo', 'bench', 'bin', 'migrations', '.ci']
const skipped = new Set(['node_modules', 'dist', 'results'])

/** The whole project as it lies on disk. Generated table types are not anyone's writing. */
export function readTree(root: string): Tree {
  const files: File[] = []
  const read = (path: string) => files.push({ path, text: readFileSync(join(root, path), 'utf8') })
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (entry.isFile() && isCode(entry.name)) read(entry.name)
  }
  for (const folder of folders) {
    if (existsSync(join(root, folder))) for (const path of pathsUnder(root, folder)) read(path)
  }
  return treeOf(files.filter((file) => file.path !== 'app/platform/tables.ts'))
}

/** A tree of a few planted files. */
export function plant(files: Record<string, string>): Tree {
  return treeOf(Object.entries(files).map(([path, text]) => ({ path, text })))
}

function treeOf(files: File[]): Tree {
  return { files, sources: files.filter((file) => isCode(file.path)).map(parse) }
}

function pathsUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : pathsUnder(root, path)
    return /\.(tsx?|mjs|css|sql)$/.test(entry.name) || folder === '.ci' ? [path] : []
  })
}

function isCode(path: string): boolean {
  return /\.(tsx?|mjs)$/.test(path)
}

function parse(file: File): Source {
  const { program, comments, module, errors } = parseSync(file.path, file.text)
  if (errors.length > 0) throw new Error(`${file.path} does not parse: ${errors[0]?.message}`)
  const imports: Import[] = []
  const add = (start: number, specifier: string, typeOnly: boolean) =>
    imports.push({
      line: lineAt(file, start),
      from: specifier,
      to: resolve(file.path, specifier),
      typeOnly,
    })
  for (const found of module.staticImports) {
    const typeOnly = found.entries.length > 0 && found.entries.every((entry) => entry.isType)
    add(found.start, found.moduleRequest.value, typeOnly)
  }
  for (const found of module.staticExports) {
    const from = found.entries.find((entry) => entry.moduleRequest)?.moduleRequest
    if (from) {
      add(
        found.start,
        from.value,
        found.entries.every((entry) => entry.isType),
      )
    }
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    add(start, file.text.slice(moduleRequest.start + 1, moduleRequest.end - 1), false)
  }
  return { ...file, program, comments, imports }
}

/** The project's path of an import (`#app/x.ts`, `./x.ts`), without a query; else the package's name. */
function resolve(path: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '')
  if (bare.startsWith('#')) return bare.slice(1)
  if (!bare.startsWith('.')) return bare
  return join(path, '..', bare).replaceAll('\\', '/')
}

/** The line, counted from one, at which an offset of the file stands. */
export function lineAt(file: File, offset: number): number {
  let line = 1
  for (let at = file.text.indexOf('\n'); at !== -1 && at < offset; line++) {
    at = file.text.indexOf('\n', at + 1)
  }
  return line
}

/** A fault as it is printed: where, and what is wrong. */
export function fault(file: File, where: { start: number } | null, sentence: string): string {
  return `${file.path}:${where ? lineAt(file, where.start) : 1} ${sentence}`
}

/** Calls `enter` for every node below `node`, itself first, with the nodes above it, nearest last. */
export function walk(node: Node, enter: (node: Node, above: Node[]) => void): void {
  const above: Node[] = []
  const visit = (current: Node) => {
    enter(current, above)
    above.push(current)
    for (const child of children(current)) visit(child)
    above.pop()
  }
  visit(node)
}

function children(node: Node): Node[] {
  const fields = node as unknown as Record<string, Node | (Node | null)[] | null | undefined>
  return (visitorKeys[node.type] ?? [])
    .flatMap((key) => fields[key] ?? [])
    .filter((child): child is Node => child !== null)
}

/** The name of what is called: `refuseIf` in `refuseIf(x)`, `insertInto` in `tx.insertInto('x')`. */
export function calledName(node: Node): string {
  if (node.type !== 'CallExpression') return ''
  const { callee } = node
  if (callee.type !== 'MemberExpression') return calledFunction(node)
  return callee.property.type === 'Identifier' ? callee.property.name : ''
}

/** The name of a function that is called by itself: `record(ctx, …)`, but not `z.record(…)`. */
export function calledFunction(node: Node): string {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return ''
  return node.callee.name
}

/** The text of an `sql` template, each `${…}` as a question mark; undefined for any other node. */
export function sqlText(node: Node): string | undefined {
  if (node.type !== 'TaggedTemplateExpression') return undefined
  if (node.tag.type !== 'Identifier' || node.tag.name !== 'sql') return undefined
  return node.quasi.quasis.map((part) => part.value.raw).join('?')
}

/** Tests, and what only tests, the demo and the benchmarks use, are held to fewer of the rules. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}
