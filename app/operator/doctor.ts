import type { StatsFs } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import pg from 'pg'
import type { Config } from '#app/platform/config.ts'
import { migrationsIn } from '#app/platform/database/migrate.ts'
import { filesFolder } from '#app/platform/files/disk.ts'
import type { Asked, Words } from './command.ts'
import { type Reached, reachDatabase } from './database.ts'
import { bytesOf, isThere } from './files.ts'
import { migrationsOf } from './tables.ts'

/** One line of the doctor's: what was looked at, whether it is well, and what was seen. */
type Finding = { well: boolean; line: string }

const roles = ['hearth_app', 'hearth_rollup', 'hearth_backup']
const oldestServer = 15
const leastFree = 1_000_000_000
/** What has waited longer than this is stuck. */
const longestWait = '10 minutes'

/** `hearth doctor`: says line by line whether Hearth can run, and ends with 1 where something ails. */
export async function doctor(asked: Asked): Promise<number> {
  const { config, t, print } = asked
  let well = true
  const say = (finding: Finding) => {
    well &&= finding.well
    print(`${finding.well ? t.well : t.ailing} ${finding.line}`)
  }
  say({ well: true, line: t.configuration(config.port, config.publicOrigin, config.demo) })
  let reached: Reached
  try {
    reached = await reachDatabase(config)
  } catch (error) {
    say({ well: false, line: (error as Error).message })
    return 1
  }
  try {
    say(await freeSpace(config, t))
    for (const finding of await lookInside(reached, config, t)) say(finding)
  } finally {
    await reached.stop()
  }
  return well ? 0 : 1
}

async function freeSpace({ dataFolder }: Config, t: Words): Promise<Finding> {
  const { bavail, bsize } = await diskOf(dataFolder)
  const free = bavail * bsize
  return { well: free > leastFree, line: t.dataFolder(dataFolder, Math.round(free / 1e6)) }
}

/** The disk that a folder is on, or will be once it is made. */
async function diskOf(folder: string): Promise<StatsFs> {
  return statfs(folder).catch(() => diskOf(dirname(folder)))
}

async function lookInside({ address }: Reached, config: Config, t: Words): Promise<Finding[]> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    const findings = [await version(client, t), await rolesOf(client, t)]
    const [made, wanted] = [await migrationsOf(client), await migrationsIn()]
    const pending = wanted.filter((name) => !made.includes(name)).length
    const unknown = made.filter((name) => !wanted.includes(name)).length
    findings.push({
      well: pending === 0 && unknown === 0,
      line: t.migrations(made.length, pending, unknown),
    })
    if (pending > 0 || !findings.every(({ well }) => well)) return findings
    return [...findings, await filesOf(client, config, t), ...(await waiting(client, t))]
  } finally {
    await client.end()
  }
}

async function version(client: pg.Client, t: Words): Promise<Finding> {
  const { rows } = await client.query(`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
      current_setting('server_encoding') as encoding, pg_size_pretty(pg_database_size(current_database())) as size`)
  const { version, number, encoding, size } = rows[0]
  const well = number >= oldestServer * 10_000 && encoding === 'UTF8'
  return { well, line: t.server(version, encoding, size) }
}

async function rolesOf(client: pg.Client, t: Words): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any($1) and pg_has_role(oid, 'member')`,
    [roles],
  )
  const missing = roles.filter((role) => !rows.some(({ name }) => name === role))
  return { well: missing.length === 0, line: t.roles(missing) }
}

/** Whether every file has its bytes. */
async function filesOf(client: pg.Client, { dataFolder }: Config, t: Words): Promise<Finding> {
  await client.query('begin read only')
  const all = await bytesOf(client)
  await client.query('commit')
  const there = await Promise.all(all.map((each) => isThere(filesFolder(dataFolder), each)))
  const missing = there.filter((is) => !is).length
  const size = all.reduce((sum, { bytes }) => sum + bytes, 0)
  return { well: missing === 0, line: t.files(all.length, Math.round(size / 1e6), missing) }
}

/** What waits to be done: reactions to facts, and messages to be sent. */
async function waiting(client: pg.Client, t: Words): Promise<Finding[]> {
  await client.query('begin read only')
  await client.query('set local role hearth_backup')
  const { rows } = await client.query<{
    what: string
    all: number
    failing: number
    stuck: number
  }>(`
    select 'facts' as what, count(*)::int as all, count(*) filter (where attempts > 0)::int as failing,
      count(*) filter (where attempts = 0 and next_try_at < now() - interval '${longestWait}')::int as stuck
    from fact where delivered_at is null
    union all
    select 'messages', count(*)::int, count(*) filter (where attempts > 0)::int,
      count(*) filter (where attempts = 0 and next_try_at < now() - interval '${longestWait}')::int
    from message where sent_at is null`)
  const streets = await client
    .query('reset role')
    .then(() => client.query<{ name: string }>('select name from street order by opened_at'))
  await client.query('commit')
  return [
    { well: true, line: t.streets(streets.rows.map(({ name }) => name)) },
    ...rows.map(({ what, all, failing, stuck }) => ({
      well: failing === 0 && stuck === 0,
      line: t[what as 'facts' | 'messages'](all, failing, stuck),
    })),
  ]
}
