import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { startPostgres } from '#app/platform/postgres/launcher.ts'
import { measured, median, type Row } from './report.ts'
import { processTree, type Served, startServer } from './server.ts'

const rounds = 20
const writers = 8
const victims = ['application', 'database', 'both'] as const

/** Twenty rounds of kill -9 under writes: every write the program acknowledged has to be there after. */
export async function durability(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-bench-'))
  const acknowledged: string[] = []
  const starts: number[] = []
  try {
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer(folder)
      starts.push(server.readyAfter)
      await writeUntilKilled(server, victims[round % victims.length]!, round, acknowledged)
    }
    const kept = await keptIn(folder)
    const lost = acknowledged.filter((words) => !kept.has(words)).length
    return [
      measured('kill -9 under writes', 'rounds', rounds, ''),
      measured('kill -9 under writes', 'rows acknowledged', acknowledged.length, '', {
        least: rounds,
      }),
      measured('kill -9 under writes', 'acknowledged rows lost', lost, '', { most: 0 }),
      measured('start after kill -9', 'ready after, median', median(starts.slice(1)) / 1000, 's'),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Suggestions are written by several writers at once; one is acknowledged by the answer to its form. */
async function writeUntilKilled(
  server: Served,
  victim: (typeof victims)[number],
  round: number,
  acknowledged: string[],
): Promise<void> {
  const tree = await processTree(server.child.pid!)
  const names = await Promise.all(
    tree.map((pid) => readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '')),
  )
  const postmaster = tree.find((_, at) => names[at]!.startsWith('postgres'))
  if (postmaster === undefined) throw new Error('no database server runs below the program')
  let killed = false
  const writing = Array.from({ length: writers }, async (_, writer) => {
    for (let count = 0; !killed; count += 1) {
      const words = `round ${round}, writer ${writer}, row ${count}`
      if (await write(server.origin, words)) acknowledged.push(words)
    }
  })
  await setTimeout(400 + ((round * 137) % 900))
  const ended = new Promise((done) => server.child.once('exit', done))
  if (victim !== 'application') process.kill(postmaster, 'SIGKILL')
  if (victim !== 'database') server.child.kill('SIGKILL')
  killed = true
  await Promise.all(writing)
  // Without its database the program still runs: an operator would restart it.
  if (victim === 'database') server.child.kill('SIGKILL')
  await ended
}

async function write(origin: string, words: string): Promise<boolean> {
  try {
    const response = await fetch(`${origin}/say?do=say`, {
      method: 'POST',
      headers: { origin },
      body: new URLSearchParams({ page: '/', words }),
      redirect: 'manual',
      signal: AbortSignal.timeout(5000),
    })
    return response.status === 303
  } catch {
    return false
  }
}

async function keptIn(folder: string): Promise<Set<string>> {
  const postgres = await startPostgres(folder)
  const client = new pg.Client(postgres.connection)
  await client.connect()
  try {
    const { rows } = await client.query<{ words: string }>('select words from suggestion')
    return new Set(rows.map((row) => row.words))
  } finally {
    await client.end()
    await postgres.stop()
  }
}
