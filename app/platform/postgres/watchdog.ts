import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import type { ServerUser } from './cluster.ts'

// A signal to the whole group or unit must not end the watchdog before its task is done.
const script = `trap '' INT TERM HUP
read -r _ && exit
kill -INT "$1"
tries=0
while kill -0 "$1" 2> /dev/null && [ "$tries" -lt 100 ]; do
  tries=$((tries + 1))
  sleep 0.1
done
rm -rf "$2"`

/**
 * Starts a shell that stops the server when this process dies, however it dies: the shell reads from a
 * pipe whose other end the kernel then closes. Returns what to call once the server has ended.
 */
export function watch(
  server: ChildProcess,
  user: ServerUser | undefined,
  socketFolder: string,
): () => Promise<void> {
  const watchdog = spawn(
    '/bin/sh',
    ['-c', script, 'hearth-watchdog', `${server.pid}`, socketFolder],
    {
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      ...user,
    },
  )
  watchdog.stdin.on('error', () => {})
  return async () => {
    watchdog.stdin.end('the server has ended\n')
    await rm(socketFolder, { recursive: true, force: true })
  }
}
