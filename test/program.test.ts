import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '#app/platform/root.ts'

// The program as an operator runs it, with the built-in database in a folder of the test's own.

const folder = await mkdtemp(join(tmpdir(), 'hearth-program-'))
const port = await freePort()
const origin = `http://localhost:${port}`
const running = new Set<ChildProcess>()
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

type Ended = { code: number | null; printed: string; complained: string }

/** Runs `npx hearth …`; `said` waits for words on standard output, `ended` for the end. */
function hearth(argv: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, 'bin/hearth.mjs'), ...argv], {
    env: {
      ...process.env,
      PORT: String(port),
      HEARTH_DATA: join(folder, 'data'),
      HEARTH_DEMO: '0',
      HEARTH_LOG: 'fatal',
      DATABASE_URL: '',
      LANG: 'C.UTF-8',
      ...env,
    },
  })
  running.add(child)
  let printed = ''
  let complained = ''
  child.stdout.setEncoding('utf8').on('data', (text) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text) => (complained += text))
  const ended = once(child, 'close').then(([code]): Ended => {
    running.delete(child)
    return { code, printed, complained }
  })
  async function said(words: string): Promise<string> {
    const end = ended.then(() => {
      throw new Error(`it ended without "${words}": ${printed}${complained}`)
    })
    while (!printed.includes(words)) await Promise.race([once(child.stdout, 'data'), end])
    return printed
  }
  return { child, ended, said }
}

async function health(): Promise<number> {
  return (await fetch(`${origin}/health`)).status
}

describe('hearth serve', { timeout: 60_000 }, () => {
  test('starts in an empty folder with a link to set it up, and stops when asked', async () => {
    // Builds the program, where it is not built yet.
    expect((await hearth(['--help']).ended).code).toBe(0)
    const serving = hearth(['serve'])
    const printed = await serving.said('Hearth ready')
    const link = /within a day: (\S+)\n/.exec(printed)?.[1]
    expect(printed).toMatch(new RegExp(`^No street .*\nHearth ready: ${origin}\n$`))
    expect(await health()).toBe(200)
    expect((await fetch(link!)).status).toBe(200)
    const idle = connect(port, 'localhost')
    await once(idle, 'connect')
    const asked = performance.now()
    serving.child.kill('SIGTERM')
    expect(await serving.ended).toMatchObject({ code: 0, complained: '' })
    expect(performance.now() - asked).toBeLessThan(10_000)
    idle.destroy()
  })

  test('keeps what it has through a stop and a kill, and its commands reach it', async () => {
    const serving = hearth(['serve'])
    await serving.said('Hearth ready')
    const divisions = join(root, 'demo/data/nantong-divisions.csv')
    expect(await hearth(['import', 'divisions', divisions]).ended).toMatchObject({
      code: 0,
      printed: '2150 divisions added, 0 renamed, 0 known before.\n',
    })
    serving.child.kill('SIGKILL')
    await serving.ended
    const again = hearth(['serve'])
    await again.said('Hearth ready')
    const twice = await hearth(['import', 'divisions', divisions]).ended
    expect(twice.printed).toBe('0 divisions added, 0 renamed, 2150 known before.\n')

    const other = await freePort()
    const second = await hearth(['serve'], { PORT: String(other) }).ended
    expect(second).toMatchObject({ code: 1, printed: '' })
    expect(second.complained).toMatch(/^[^\n]+ Another Hearth is already running on [^\n]+\n$/)
    const elsewhere = await hearth(['serve'], { HEARTH_DATA: join(folder, 'other') }).ended
    expect(elsewhere).toMatchObject({ code: 1, printed: '' })
    expect(elsewhere.complained).toMatch(/^[^\n]+ Port \d+ is already in use; [^\n]+\n$/)

    again.child.kill('SIGINT')
    expect((await again.ended).code).toBe(0)
  })

  test.each([
    [{ PORT: '0' }, 'PORT is "0"'],
    [{ HEARTH_DATA: '/proc/hearth' }, 'cannot be written'],
    [{ HEARTH_DATA: root }, 'holds other files'],
    [{ DATABASE_URL: 'postgres://hearth@127.0.0.1:1/hearth' }, 'cannot be reached'],
  ])('with %o says what is wrong in one line', async (env, words) => {
    const { code, printed, complained } = await hearth(['serve'], env).ended
    expect({ code, printed }).toEqual({ code: 1, printed: '' })
    expect(complained).toContain(words)
    expect(complained.match(/\n/g)).toHaveLength(1)
  })
})
