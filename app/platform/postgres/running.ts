import { join, resolve } from 'node:path'
import pg from 'pg'
import { owner } from './cluster.ts'
import type { EmbeddedPostgres } from './launcher.ts'
import { readPidFile } from './orphans.ts'

/** The embedded server that another Hearth runs on this data folder now; undefined where none answers. */
export async function runningPostgres(
  dataFolder: string,
): Promise<EmbeddedPostgres['connection'] | undefined> {
  const cluster = join(resolve(dataFolder), 'pg18', 'cluster')
  const [, , , port, host, , , status] = await readPidFile(cluster)
  if (!host || status !== 'ready') return undefined
  const connection = {
    host,
    port: Number(port),
    user: owner,
    database: 'hearth',
    ssl: false as const,
  }
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select')
    await client.end()
    return connection
  } catch {
    return undefined
  }
}
