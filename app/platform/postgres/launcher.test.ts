import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { asRoot } from './data-folder.ts'
import { type EmbeddedPostgres, startPostgres } from './launcher.ts'
import { reachableByAll } from './program.ts'

// The folder above is shut to everyone else, as /root is. The tests share one data folder, in order.
const above = await mkdtemp(join(tmpdir(), 'hearth-test-'))
const dataFolder = join(above, 'data')
const cluster = join(dataFolder, 'pg18/cluster')
const log = join(dataFolder, 'pg18/postgres.log')
const nobody = 65534
// A program that root can't show to others, as under /root, can't be tried by somebody else.
const canBeOther = asRoot() && (await reachableByAll(import.meta.dirname))
let running: EmbeddedPostgres | undefined

async function start(): Promise<EmbeddedPostgres> {
  running = await startPostgres(dataFolder)
  return running
}

afterEach(async () => {
  await running?.stop()
  running = undefined
})

afterAll(() => rm(above, { recursive: true, force: true }))

async function ask(server: EmbeddedPostgres, question: string): Promise<unknown[][]> {
  const client = new pg.Client(server.connection)
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query({ text: question, rowMode: 'array' })
    return rows
  } finally {
    await client.end()
  }
}

async function postmaster(): Promise<number> {
  return Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('the embedded server', { timeout: 60_000 }, () => {
  test('is made in an empty folder, safe, private and able to read Chinese', async () => {
    const server = await start()
    expect(
      await ask(
        server,
        `select current_setting('server_encoding'), datctype, current_setting('fsync'),
           current_setting('full_page_writes'), current_setting('data_checksums'),
           current_setting('listen_addresses'), current_user
         from pg_database where datname = current_database()`,
      ),
    ).toEqual([['UTF8', 'C.UTF-8', 'on', 'on', 'on', '', 'hearth']])
    await ask(server, 'create extension pg_trgm')
    expect(await ask(server, `select similarity('防诈骗讲座', '防诈骗课')::float8 > 0`)).toEqual([
      [true],
    ])
    expect(await ask(server, `select '张' < '李' collate "zh-x-icu"`)).toEqual([[false]])
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700)
    expect((await stat(cluster)).mode & 0o777).toBe(0o700)
    await ask(server, `create table kept as select 'by the first start' as word`)
  })

  test('keeps the data, and nothing but the data, from one start to the next', async () => {
    await chmod(above, 0o755)
    const server = await start()
    expect(await ask(server, 'select word from kept')).toEqual([['by the first start']])
    await server.stop()
    await server.stop()
    await expect(stat(server.connection.host)).rejects.toThrow('ENOENT')
    expect(await readdir(dataFolder)).toEqual(['hearth-data.txt', 'hearth.lock', 'pg18'])
  })

  test('serves one application at a time', async () => {
    const server = await start()
    await expect(startPostgres(dataFolder)).rejects.toThrow(
      expect.objectContaining({
        name: 'StartError',
        message: expect.stringContaining(`is already running on the data folder ${dataFolder}.`),
      }),
    )
    expect(await ask(server, 'select word from kept')).toEqual([['by the first start']])
  })

  test('starts where a stale pid file names a process of somebody else', async () => {
    await writeFile(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n/tmp\n`)
    expect(await ask(await start(), 'select 1')).toEqual([[1]])
    expect(isAlive(process.pid)).toBe(true)
  })

  test('recovers from kill -9 of the server, though a backend of it works on', async () => {
    const first = await start()
    await ask(first, 'create table acknowledged as select 7 as number')
    const client = new pg.Client(first.connection)
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const orphan = rows[0]!.pid
    const cutOff = client.query('do $$ begin loop end loop; end $$').catch(() => 'cut off')
    await wait(200)
    process.kill(await postmaster(), 'SIGKILL')
    await first.lost
    expect(isAlive(orphan)).toBe(true)
    const second = await start()
    await expect.poll(() => isAlive(orphan), { timeout: 10_000 }).toBe(false)
    expect(await ask(second, 'select number from acknowledged')).toEqual([[7]])
    expect(await cutOff).toBe('cut off')
  })

  test('is stopped cleanly when the application is killed', async () => {
    const { application, host } = await startApplication(dataFolder)
    const pid = await postmaster()
    application.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 5_000 }).toBe(false)
    await expect.poll(() => readdir(host).catch(() => 'gone'), { timeout: 5_000 }).toBe('gone')
    expect((await readFile(log, 'utf8')).trimEnd()).toMatch(/database system is shut down$/)
    expect(await ask(await start(), 'select number from acknowledged')).toEqual([[7]])
  })

  test('starts again at once after kill -9 of the application and of the server', async () => {
    const { application } = await startApplication(dataFolder)
    application.kill('SIGKILL')
    expect(await ask(await start(), 'select number from acknowledged')).toEqual([[7]])
    await running?.stop()
    const { application: another, host } = await startApplication(dataFolder)
    process.kill(await postmaster(), 'SIGKILL')
    another.kill('SIGKILL')
    expect(await ask(await start(), 'select number from acknowledged')).toEqual([[7]])
    await expect(stat(host)).rejects.toThrow('ENOENT')
  })

  test('says why it does not start', async () => {
    await writeFile(join(cluster, 'postgresql.auto.conf'), 'work_mem = plenty\n')
    await expect(startPostgres(dataFolder)).rejects.toThrow(
      expect.objectContaining({
        name: 'StartError',
        message: expect.stringContaining(`(see ${log})`),
      }),
    )
    await writeFile(join(cluster, 'postgresql.auto.conf'), '')
    expect(await ask(await start(), 'select 1')).toEqual([[1]])
  })

  test.runIf(canBeOther)("does not touch another user's files", async () => {
    await chown(dataFolder, nobody, nobody)
    await expect(startApplication(dataFolder, nobody)).rejects.toThrow(
      /^StartError: .+ The data folder .+ cannot be written \(EACCES\);/,
    )
  })

  test.runIf(canBeOther)('runs for an ordinary user, and then as that user for root', async () => {
    const folder = join(above, 'ordinary')
    await mkdir(folder)
    await chown(folder, nobody, nobody)
    const { application } = await startApplication(folder, nobody)
    const { uid } = await stat(`/proc/${application.pid}`)
    expect(uid).toBe(nobody)
    application.kill('SIGTERM')
    await once(application, 'exit')
    running = await startPostgres(folder)
    expect(await ask(running, 'select 1')).toEqual([[1]])
    expect((await stat(running.connection.host)).uid).toBe(nobody)
  })
})

/**
 * Starts the server from a program of its own, for a test to kill, as this user or as another. Throws
 * what the program says where it does not start.
 */
async function startApplication(
  folder: string,
  user?: number,
): Promise<{ application: ChildProcess; host: string }> {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(new URL('launcher.ts', import.meta.url))})
    const starting = startPostgres(${JSON.stringify(folder)})
    await starting.then(({ connection }) => console.log(connection.host), (error) => console.log(String(error)))
    setInterval(() => {}, 60_000)`
  const application = spawn(process.execPath, ['--input-type=module', '-e', program], {
    cwd: '/',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(user && { uid: user, gid: user }),
  })
  const [line] = await once(application.stdout, 'data')
  const said = String(line).trim()
  if (said.startsWith('/')) return { application, host: said }
  application.kill('SIGKILL')
  throw new Error(said)
}
