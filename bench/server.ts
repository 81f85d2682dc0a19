import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from '#app/platform/root.ts'
import { nodeFlags } from '#bin/run.mjs'

/** The program as an operator runs it, on a data folder of the benchmark's own. */
export type Served = {
  origin: string
  child: ChildProcess
  readyAfter: number
  stop(): Promise<void>
}

/** Starts Hearth and waits until it answers. `readyAfter` is in milliseconds. */
export async function startServer(
  dataFolder: string,
  more: { demo?: boolean } = {},
): Promise<Served> {
  const port = await freePort()
  const program = [process.execPath, ...nodeFlags, join(root, 'dist/server/hearth.js'), 'serve']
  const began = performance.now()
  const child = spawn(program[0]!, program.slice(1), {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      HEARTH_DATA: dataFolder,
      HEARTH_DEMO: more.demo === false ? '0' : '1',
      HEARTH_LOG: 'fatal',
      DATABASE_URL: '',
    },
  })
  await new Promise<void>((ready, failed) => {
    child.stdout!.on('data', (text: Buffer) => {
      if (text.includes('Hearth ready')) ready()
    })
    child.once('exit', (code) => failed(new Error(`Hearth ended with ${code} before it was ready`)))
  })
  return {
    origin: `http://localhost:${port}`,
    child,
    readyAfter: performance.now() - began,
    stop: () => end(child, 'SIGTERM'),
  }
}

/** Sends a signal and waits for the end. */
export async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  await ended
}

async function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** The process and everything below it. */
export async function processTree(pid: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const parents = await Promise.all(
    pids.map(async (each) => {
      const status = await readFile(`/proc/${each}/stat`, 'utf8').catch(() => '')
      return [each, Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1])] as const
    }),
  )
  const tree = [pid]
  for (const ancestor of tree)
    tree.push(...parents.filter(([, parent]) => parent === ancestor).map(([each]) => each))
  return tree
}

/** Memory of processes in MB, with what they share counted once (the sum of their proportional shares). */
export async function memoryOf(pids: readonly number[]): Promise<number> {
  const shares = await Promise.all(
    pids.map(async (pid) => {
      const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
    }),
  )
  return shares.reduce((sum, share) => sum + share, 0) / 1000
}

/** Keeps processes, with all their threads, on one core. */
export function keepOn(core: number, pids: readonly number[]): void {
  for (const pid of pids)
    execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'ignore' })
}
