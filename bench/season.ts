import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { createApplication } from '#app/application.ts'
import { rosterOf } from '#app/modules/coverage/queries.ts'
import { officeRoles, scopeOf } from '#app/modules/people/access.ts'
import { actorOf } from '#app/modules/people/queries.ts'
import { currentSeason } from '#app/modules/seasons/queries.ts'
import { type Database, inStreet, openDatabase } from '#app/platform/database/connection.ts'
import { migrate } from '#app/platform/database/migrate.ts'
import { newToken, tokenHash, writeToken } from '#app/platform/http/token.ts'
import { startPostgres } from '#app/platform/postgres/launcher.ts'
import { day, instantAt, later } from '#app/platform/time.ts'
import { measured, median, type Row } from './report.ts'
import { fillSeason, held, member, officer, secretary, street, today } from './season-records.ts'

const rounds = 15
const now = instantAt(today, '10:00')

/** A year of a street's records: the annual tables, and the pages that count from the same rows. */
export async function season(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-bench-'))
  const postgres = await startPostgres(folder)
  try {
    await migrate(postgres.connection)
    const client = new pg.Client(postgres.connection)
    await client.connect()
    await fillSeason(client)
    const cookies = await signInAll(client)
    await client.end()
    const database = openDatabase(postgres.connection, join(folder, 'files'), () => {})
    try {
      return await measure(database, cookies)
    } finally {
      await database.close()
    }
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

type Cookies = Record<'office' | 'secretary' | 'member', string>

async function signInAll(client: pg.Client): Promise<Cookies> {
  const people = { office: officer, secretary, member }
  const cookies: Cookies = { office: '', secretary: '', member: '' }
  for (const [name, personId] of Object.entries(people) as [keyof Cookies, string][]) {
    const token = newToken()
    await client.query(
      `insert into sign_in (street_id, id, person_id, token_hash, device, made_at, seen_at, expires_at)
        values ($1, gen_random_uuid(), $2, $3, 'bench', $4, $4, $5)`,
      [street, personId, tokenHash(token), now, later(now, 60 * day)],
    )
    cookies[name] = `hearth=${writeToken(street, token)}; street=${street}; language=zh`
  }
  return cookies
}

async function measure(database: Database, cookies: Cookies): Promise<Row[]> {
  const log = pino({ level: 'silent' })
  const clock = () => now
  const application = createApplication({ database, clock, log, publicOrigin: null, demo: false })
  const ask = (who: keyof Cookies, path: string) => async () => {
    const headers = { cookie: cookies[who], host: 'localhost' }
    const response = await application.request(path, { headers })
    await response.arrayBuffer()
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  }
  const rosters = () => inStreet(database, street, (tx) => countRosters(tx))
  const people = await rosters()
  const read = await medianOf(rosters, 5)
  const written = await medianOf(ask('office', '/coverage/roster.xlsx?unit=all'), 3)
  const annual = 'annual tables'
  const rows = [
    measured('the records', 'members', held.members, ''),
    measured('the records', 'attendances', held.attendances, ''),
    measured(annual, 'people on the rosters', people, '', { least: held.members }),
    measured(annual, 'all rosters with hours, read', read / 1000, 's', { most: 10 }),
    measured(annual, 'all rosters as a workbook', written / 1000, 's', { most: 10 }),
  ]
  const pages = [
    ['coverage, office', ask('office', '/coverage'), 200],
    ['not reached, office', ask('office', '/coverage/not-reached'), 200],
    ['coverage, secretary', ask('secretary', '/coverage'), 200],
    ['own hours, member', ask('member', '/hours'), 50],
    ['home, member', ask('member', '/'), 50],
  ] as const
  for (const [name, page, most] of pages)
    rows.push(measured(name, 'server time, median', await medianOf(page, rounds), 'ms', { most }))
  return rows
}

/** The median time of work in milliseconds, once it has run for the first time. */
async function medianOf(work: () => Promise<unknown>, times: number): Promise<number> {
  const took: number[] = []
  await work()
  for (let round = 0; round < times; round += 1) {
    const began = performance.now()
    await work()
    took.push(performance.now() - began)
  }
  return median(took)
}

/** Every branch's roster, as the annual form takes it; how many people stand on them. */
async function countRosters(tx: Parameters<typeof actorOf>[0]['tx']): Promise<number> {
  const reading = { street, tx, now }
  const actor = await actorOf(reading, officer)
  const current = await currentSeason(reading)
  if (!current) throw new Error('there is no season')
  return (await rosterOf(reading, current, scopeOf(actor, officeRoles))).length
}
