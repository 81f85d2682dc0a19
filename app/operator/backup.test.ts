import { mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { importDivisions } from '#app/modules/organisation/import-divisions.ts'
import { makeSetUpLink } from '#app/modules/people/accounts/make-set-up-link.ts'
import { signUp } from '#app/modules/sessions/seats/sign-up.ts'
import { filesFolder, pathOf } from '#app/platform/files/disk.ts'
import { keepFile } from '#app/platform/files/keep-file.ts'
import { root } from '#app/platform/root.ts'
import { committed, otherStreet, ownDatabase, street } from '#test/database.ts'
import { as, makeAppointed, makeBranch, makePerson } from '#test/make.ts'
import { fileOf, wav } from '#test/make-files.ts'
import { makeSession } from '#test/make-sessions.ts'
import { dropDatabase, emptyDatabase, hearth, urlOf } from '#test/operator.ts'
import { everyTable, quoted } from './tables.ts'

const database = await ownDatabase()
const url = urlOf(database.address)
const here = { DATABASE_URL: url, HEARTH_DATA: dirname(database.files) }
const folder = await mkdtemp(join(tmpdir(), 'hearth-backup-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

// More than one chunk of the wire: what is kept of the first must not be what came after it.
await committed(database, async (ctx) =>
  importDivisions(ctx, { bytes: await readFile(join(root, 'demo/data/nantong-divisions.csv')) }),
)
await committed(database, makeSetUpLink, { street: 0 })
await committed(database, async (ctx) => {
  const session = await makeSession(ctx)
  const host = await as(ctx, { id: session.hostId })
  await signUp(host, { sessionId: session.id, personId: (await makePerson(ctx)).id })
})
await committed(
  database,
  async (ctx) => makeAppointed(ctx, 'organiser', (await makeBranch(ctx)).id),
  {
    street: otherStreet,
  },
)

const recording = wav(3)
const kept = await committed(database, (ctx) =>
  keepFile(ctx, fileOf(recording, '讲述.wav'), { kinds: ['audio'], mostBytes: 1e6 }),
)

/** How many rows each table has, and a sum over what stands in them. */
async function contents(of: string): Promise<[table: string, rows: number, sum: string][]> {
  const client = new pg.Client({ connectionString: of })
  await client.connect()
  const found: [string, number, string][] = []
  for (const { name, ofStreet } of await everyTable(client)) {
    await client.query(ofStreet ? 'set role hearth_backup' : 'reset role')
    const { rows } = await client.query(`select count(*)::int as rows,
      coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') as sum from ${quoted(name)} t`)
    found.push([name, rows[0].rows, rows[0].sum])
  }
  await client.end()
  return found
}

test('a backup put back into an empty database is the same to the last row, and still guarded', async () => {
  const before = await contents(url)
  const all = before.reduce((sum, [, rows]) => sum + rows, 0)
  const taken = join(folder, 'whole')
  expect(await hearth(['backup', taken], here)).toEqual({
    code: 0,
    printed: `${all} rows written to ${taken}.`,
    complained: '',
  })
  expect((await stat(taken)).mode & 0o777).toBe(0o700)

  const target = await emptyDatabase()
  const there = { DATABASE_URL: target, HEARTH_DATA: join(folder, 'there') }
  const restored = await hearth(['restore', taken], there)
  expect(restored).toEqual({ code: 0, printed: `${all} rows put back.`, complained: '' })
  expect(await contents(target)).toEqual(before)
  const bytes = pathOf(filesFolder(there.HEARTH_DATA), street, kept.sha256)
  expect(await readFile(bytes)).toEqual(recording)
  const unguarded = await query(
    target,
    'select relname from pg_class where relrowsecurity and not relforcerowsecurity',
  )
  expect(unguarded).toEqual([])
  expect(await hearth(['restore', taken], { DATABASE_URL: target })).toMatchObject({
    code: 1,
    complained: 'The database is not empty, so nothing was done to it.',
  })
  await dropDatabase(target)
})

async function query(of: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: of })
  await client.connect()
  const { rows } = await client.query(statement)
  await client.end()
  return rows
}

test('a damaged backup is not put back, and a whole one can be after it', async () => {
  const taken = join(folder, 'damaged')
  await hearth(['backup', taken], here)
  const bytes = join(taken, 'files', String(street), kept.sha256)
  const file = join(taken, 'unit.copy')
  const units = await readFile(file)
  const firstLine = units.indexOf('\n') + 1
  await truncate(file, firstLine)

  const target = await emptyDatabase()
  const refused = await hearth(['restore', taken], { DATABASE_URL: target })
  expect(refused.code).toBe(1)
  expect(refused.complained).toMatch(
    /^The backup is damaged: unit should have \d+ rows and has 1\./,
  )
  await writeFile(file, units.toString().replace('\t', ' '))
  expect((await hearth(['restore', taken], { DATABASE_URL: target })).complained).toBe(
    'The backup is damaged: the file of unit can’t be read. Nothing was put back.',
  )
  await truncate(bytes, 100)
  expect((await hearth(['restore', taken], { DATABASE_URL: target })).complained).toBe(
    `The backup is damaged: the file of files/${street}/${kept.sha256} can’t be read. Nothing was put back.`,
  )
  await rm(join(taken, 'venue.copy'))
  expect((await hearth(['restore', taken], { DATABASE_URL: target })).complained).toBe(
    `The folder ${taken} holds no whole backup.`,
  )

  const whole = join(folder, 'again')
  await hearth(['backup', whole], here)
  const there = { DATABASE_URL: target, HEARTH_DATA: join(folder, 'again-there') }
  expect((await hearth(['restore', whole], there)).code).toBe(0)
  expect(await contents(target)).toEqual(await contents(url))
  await dropDatabase(target)
})

test('a backup of a newer Hearth, and a folder that is none, are refused', async () => {
  const taken = join(folder, 'newer')
  await hearth(['backup', taken], { DATABASE_URL: url })
  const manifest = JSON.parse(await readFile(join(taken, 'manifest.json'), 'utf8'))
  manifest.migrations.push('9999_wonders')
  await writeFile(join(taken, 'manifest.json'), JSON.stringify(manifest))
  expect((await hearth(['restore', taken], { DATABASE_URL: url })).complained).toBe(
    'The backup is of a newer Hearth; upgrade the program first.',
  )
  expect((await hearth(['restore', folder], { DATABASE_URL: url })).complained).toBe(
    `The folder ${folder} holds no whole backup.`,
  )
  // Its names become parts of paths: one that leads elsewhere makes it no backup of ours.
  const led = {
    ...manifest,
    files: [{ street: '../../elsewhere', sha256: 'a'.repeat(64), bytes: 1 }],
  }
  await writeFile(join(taken, 'manifest.json'), JSON.stringify(led))
  expect((await hearth(['restore', taken], { DATABASE_URL: url })).complained).toBe(
    `The folder ${taken} holds no whole backup.`,
  )
})

test('a database without Hearth is not taken for one without rows', async () => {
  const target = await emptyDatabase()
  const sentence = 'There is no Hearth in this database; check DATABASE_URL or HEARTH_DATA.'
  for (const argv of [
    ['backup', join(folder, 'none')],
    ['export', String(street), join(folder, 'none')],
  ]) {
    const refused = await hearth(argv, { DATABASE_URL: target })
    expect(refused).toEqual({ code: 1, printed: '', complained: sentence })
  }
  await dropDatabase(target)
})

test('a folder that holds something is left alone', async () => {
  const before = await readdir(folder)
  const refused = await hearth(['backup', folder], { DATABASE_URL: url })
  expect(refused).toMatchObject({
    code: 1,
    complained: `The folder ${folder} is not empty; name a new one.`,
  })
  expect(await readdir(folder)).toEqual(before)
})

test('an export holds one street and none of its secrets', async () => {
  const exported = join(folder, 'export')
  const done = await hearth(['export', String(street), exported], here)
  expect(done.code).toBe(0)
  expect(await readFile(pathOf(join(exported, 'files'), street, kept.sha256))).toEqual(recording)
  const files = await readdir(exported)
  expect(files).toContain('person.jsonl')
  expect(
    files.filter((file) => /^(sign_in|signing_key|password|api_token|request_key)/.test(file)),
  ).toEqual([])
  const summary = JSON.parse(await readFile(join(exported, 'export.json'), 'utf8'))
  const streets = new Set<number>()
  for (const [table, rows] of Object.entries(summary.rows)) {
    const lines = (await readFile(join(exported, `${table}.jsonl`), 'utf8')).split('\n')
    expect(lines.length - 1).toBe(rows)
    for (const line of lines.slice(0, -1)) streets.add(JSON.parse(line).street_id)
  }
  expect([...streets]).toEqual([street])
  expect((await hearth(['export', '320613099', exported], { DATABASE_URL: url })).complained).toBe(
    'There is no street with the code 320613099.',
  )
})
