import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import { type Cluster, pathForServer, serverEnvironment } from './cluster.ts'
import { readPidFile } from './orphans.ts'

export const port = 5432

// Small, because it shares a small machine with the application; safe, because it is the real thing.
const settings = {
  listen_addresses: '',
  port,
  fsync: 'on',
  max_connections: 40,
  shared_buffers: '32MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  jit: 'off',
  io_method: 'sync',
  max_parallel_workers_per_gather: 0,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 2,
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // What a refused statement carries may be about a person, and the application logs its own errors.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

export type Server = {
  process: ChildProcess
  /** Settles when the server has ended, with what kept it from starting at all. */
  ended: Promise<Error | undefined>
  /** The log, and where in it this run begins. */
  log: { file: string; from: number }
}

/**
 * Starts the server in a group of its own, or Ctrl-C in a terminal would reach it before the
 * application has said goodbye to it.
 */
export async function spawnServer(
  program: string,
  cluster: Cluster,
  socketFolder: string,
  logFile: string,
): Promise<Server> {
  const log = await openLog(logFile)
  const { size } = await log.stat()
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const process = spawn(
    join(program, 'bin/postgres'),
    ['-D', pathForServer(cluster), '-k', socketFolder, ...given],
    {
      cwd: cluster.folder,
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      ...cluster.user,
    },
  )
  const ended = new Promise<Error | undefined>((end) => {
    process.once('exit', () => end(undefined))
    process.once('error', end)
  })
  await log.close()
  return { process, ended, log: { file: logFile, from: size } }
}

/** Waits until the server says in its pid file that it takes connections; a recovery may go before. */
export async function untilReady(server: Server, cluster: Cluster): Promise<void> {
  while (isRunning(server.process)) {
    const [pid, , , , , , , status] = await readPidFile(cluster.folder)
    if (pid === String(server.process.pid) && status === 'ready') return
    await wait(10)
  }
  const why = (await server.ended)?.message ?? (await lastWords(server.log))
  throw new StartError(
    `内置数据库没有启动：${why}（详见 ${server.log.file}） / The built-in database did not start: ${why} (see ${server.log.file})`,
  )
}

function isRunning({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null
}

async function openLog(file: string) {
  const most = 10 * 1024 * 1024
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > most) await rename(file, `${file}.1`)
  return open(file, 'a', 0o600)
}

async function lastWords({ file, from }: Server['log']): Promise<string> {
  const lines = (await readFile(file)).subarray(from).toString().trim().split('\n')
  const fatal = lines.findLast((line) => /(FATAL|PANIC): /.test(line)) ?? lines.at(-1)!
  return fatal.replace(/^.*?(FATAL|PANIC): +/, '')
}
