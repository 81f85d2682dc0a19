import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

const program = `
  const { stopRequested } = await import(${JSON.stringify(new URL('stop-requests.ts', import.meta.url))})
  const stopping = stopRequested(process.env)
  const open = setInterval(() => {}, 60_000)
  console.log(process.pid)
  await stopping
  await new Promise((wait) => setTimeout(wait, 200))
  console.log('stopped')
  clearInterval(open)`

/** Starts the program below a shell, as npm does, in an environment of its own. */
async function startBelowShell(environment: NodeJS.ProcessEnv) {
  const shell = spawn(
    '/bin/sh',
    ['-c', `"$0" --input-type=module -e "$1"; true`, process.execPath, program],
    {
      env: environment,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [line] = await once(shell.stdout, 'data')
  return { shell, pid: Number(line), rest: text(shell.stdout) }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s stops it, and a second one changes nothing',
  async (signal) => {
    const { pid, rest } = await startBelowShell({})
    process.kill(pid, signal)
    setTimeout(() => process.kill(pid, signal), 50)
    expect(await rest).toBe('stopped\n')
  },
)

test('it stops when the npm that started it is gone', async () => {
  const { shell, rest } = await startBelowShell({ npm_command: 'exec' })
  shell.kill('SIGKILL')
  expect(await rest).toBe('stopped\n')
})

test('it outlives any other parent', async () => {
  const { shell, pid, rest } = await startBelowShell({})
  shell.kill('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(isAlive(pid)).toBe(true)
  process.kill(pid, 'SIGTERM')
  expect(await rest).toBe('stopped\n')
})
