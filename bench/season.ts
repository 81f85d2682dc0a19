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
  const ask = async (who: keyof Cookies, path: string) => {
    const response = await application.request(path, {
      headers: { cookie: cookies[who], host: 'localhost' },
    })
    const bytes = (await response.arrayBuffer()).byteLength
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
    return bytes
  }
  const time = async (work: () => Promise<unknown>, times = rounds) => {
    const took: number[] = []
    await work()
    for (let round = 0; round < times; round += 1) {
      const began = performance.now()
      await work()
      took.push(performance.now() - began)
    }
    return median(took)
  }
  const rosters = () => inStreet(database, street, (tx) => countRosters(tx))
  const people = await rosters()
  const seconds = (milliseconds: number) => milliseconds / 1000
  return [
    measured('the records', 'members', held.members, ''),
    measured('the records', 'attendances', held.attendances, ''),
    measured('annual tables', 'people on the rosters', people, '', { least: held.members }),
    measured(
      'annual tables',
      'all rosters with hours, read',
      seconds(await time(rosters, 5)),
      's',
      {
        most: 10,
      },
    ),
    measured(
      'annual tables',
      'all rosters as a workbook',
      seconds(await time(() => ask('office', '/coverage/roster.xlsx?unit=all'), 3)),
      's',
      { most: 10 },
    ),
    measured(
      'coverage, office',
      'server time',
      await time(() => ask('office', '/coverage')),
      'ms',
      {
        most: 200,
      },
    ),
    measured(
      'not reached, office',
      'server time',
      await time(() => ask('office', '/coverage/not-reached')),
      'ms',
    ),
    measured(
      'coverage, secretary',
      'server time',
      await time(() => ask('secretary', '/coverage')),
      'ms',
    ),
    measured('own hours, member', 'server time', await time(() => ask('member', '/hours')), 'ms', {
      most: 50,
    }),
    measured('home, member', 'server time', await time(() => ask('member', '/')), 'ms', {
      most: 50,
    }),
  ]
}

/** Every branch's roster, as the annual form takes it; how many people stand on them. */
async function countRosters(tx: Parameters<typeof actorOf>[0]['tx']): Promise<number> {
  const reading = { street, tx, now }
  const actor = await actorOf(reading, officer)
  const current = await currentSeason(reading)
  if (!current) throw new Error('there is no season')
  return (await rosterOf(reading, current, scopeOf(actor, officeRoles))).length
}
