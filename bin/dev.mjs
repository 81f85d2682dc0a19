// `npm run dev`: builds again at every change and restarts the program, with the gallery at /ui.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, findNode, handOnSignals, root } from './install.mjs'

await ensureInstalled()
await ensureBuilt()
const vite = join(root, 'node_modules/vite/bin/vite.js')
const watch = ['build', '--watch', '--mode', 'development', '--logLevel', 'warn']
for (const args of [
  [vite, ...watch],
  [vite, ...watch, '--ssr'],
  ['--watch-path=dist/server', '--watch-preserve-output', 'dist/server/hearth.js', 'serve'],
]) {
  handOnSignals(
    spawn(findNode(), args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'development' },
    }),
  )
}
