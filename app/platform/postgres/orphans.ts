import { spawnSync } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '../start-error.ts'
import type { Cluster } from './cluster.ts'

/** Socket folders have this in front, so that a left one is known as ours. */
export const socketPrefix = 'hearth-socket-'

const patience = 3_000
const limit = 20_000

/**
 * Ends what a killed application or a killed server left running on these files, and removes what
 * they left lying. The data folder's lock must be held: a sibling's server would be ended as well.
 */
export async function removeOrphans(cluster: Cluster): Promise<void> {
  const [postmaster, , , , socketFolder] = await readPidFile(cluster.folder)
  const began = performance.now()
  for (let found = findServers(cluster); found.length > 0; found = findServers(cluster)) {
    const waited = performance.now() - began
    if (waited > limit) throw stuck(found)
    // Backends whose postmaster died end by themselves, unless they are busy.
    for (const pid of found) {
      if (waited > patience) signal(pid, 'SIGQUIT')
      else if (String(pid) === postmaster) signal(pid, 'SIGINT')
    }
    await wait(50)
  }
  // The number in a stale file may be anyone's by now; PostgreSQL would believe it is its own.
  await rm(join(cluster.folder, 'postmaster.pid'), { force: true })
  if (socketFolder && basename(socketFolder).startsWith(socketPrefix)) {
    await rm(socketFolder, { recursive: true, force: true })
  }
}

/** The lines of postmaster.pid; none where there is no such file. */
export async function readPidFile(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  return text.split('\n').map((line) => line.trim())
}

// A zombie has no working directory. Asked as the server's own user, because in a container not even
// root may look at another user's processes.
const listServers = `for process in /proc/[0-9]*; do
  [ "$process/cwd" -ef . ] && read -r name < "$process/comm" && [ "$name" = postgres ] &&
    echo "\${process#/proc/}"
done
exit 0`

// Without /proc only the postmaster can be known, by its number and its name.
const listPostmaster = `pid=$(head -n 1 postmaster.pid 2>&1) &&
  case $(ps -o comm= -p "$pid") in *postgres) echo "$pid" ;; esac
exit 0`

/** The PostgreSQL processes that work in the cluster's folder. */
function findServers({ folder, user }: Cluster): number[] {
  const list = process.platform === 'linux' ? listServers : listPostmaster
  const { stdout } = spawnSync('/bin/sh', ['-c', list], { cwd: folder, encoding: 'utf8', ...user })
  return stdout.split('\n').filter(Boolean).map(Number)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime.
  }
}

function stuck(found: number[]): StartError {
  const pids = found.join(' ')
  return new StartError(
    `上次的内置数据库停不下来（进程 ${pids}）。 / The built-in database of an earlier run does not stop (processes ${pids}).`,
  )
}
