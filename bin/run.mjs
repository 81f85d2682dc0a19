import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled, fail, findNode, handOnSignals, root } from './install.mjs'

/**
 * A page's garbage is gone when the page is sent, so half of V8's usual nursery does; what a busy hour
 * needed is given back when nobody asks (app/platform/idle-memory.ts), which takes the collector.
 */
export const nodeFlags = ['--max-semi-space-size=32', '--expose-gc']

/** Runs Hearth with a command, having installed and built it where it is not yet. */
export function runHearth(args) {
  return runBuilt('hearth', args)
}

/** Runs one of the built programs: hearth, replay, bench, screenshots. */
export async function runBuilt(name, args) {
  await ensureInstalled()
  await ensureBuilt()
  become(findNode(), [...nodeFlags, join(root, 'dist', 'server', `${name}.js`), ...args])
}

/** Puts the program in the place of this one: signals then reach it, and its memory is all there is. */
function become(node, args) {
  if (process.execve && process.platform !== 'win32') {
    process.execve(node, [node, ...args], process.env)
  }
  // The Node of a first start may not know how. The program then runs below this one.
  const child = spawn(node, args, { stdio: 'inherit' })
  handOnSignals(child)
  child.on('error', ({ message }) => fail(`无法启动：${message}`, `Could not start: ${message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))
}
