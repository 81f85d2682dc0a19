import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, root, run, tell } from './install.mjs'

const sources = ['app', 'bench', 'demo', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const stampFile = join(root, 'dist', 'stamp')

/** Builds the program where its sources are other than those it was built from. */
export async function ensureBuilt() {
  const stamp = stampOf(sources)
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  tell('正在构建…', 'Building…')
  if (!(await run('npm', ['run', '--silent', 'build']))) {
    fail('构建没有成功（原因见上）。', 'The build failed (see above).')
  }
  writeFileSync(stampFile, stamp)
}

/** A hash of names, sizes and times: reading the files themselves would cost more. */
function stampOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) add(hash, path)
  return hash.digest('hex')
}

function add(hash, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (!found || /\.test\.tsx?$/.test(path)) return
  if (found.isDirectory()) {
    for (const name of readdirSync(join(root, path)).toSorted()) add(hash, join(path, name))
  } else {
    hash.update(`${path}\n${found.size}\n${found.mtimeMs}\n`)
  }
}
