import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get, type OutgoingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { measured, median, type Row } from './report.ts'
import { keepOn, memoryOf, processTree, type Served, startServer } from './server.ts'

const programCore = 0
const otherCore = 1
const together = 16
const seconds = 5
const rounds = 3
const rest = 15_000
const agent = new Agent({ keepAlive: true, maxSockets: together })

type Answer = { status: number; bytes: number; text: string }

/** Bytes, requests, server time and requests a second of the pages a member sees, on the demo street. */
export async function pages(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hearth-bench-'))
  try {
    await (await startServer(folder)).stop()
    const warm: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      const server = await startServer(folder)
      warm.push(server.readyAfter)
      await server.stop()
    }
    const server = await startServer(folder)
    try {
      return [
        measured('warm start', 'ready after', median(warm) / 1000, 's', { most: 3 }),
        ...(await measurePages(server)),
      ]
    } finally {
      await server.stop()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measurePages(server: Served): Promise<Row[]> {
  const cookie = await signIn(server.origin, 'member')
  const home = await ask(`${server.origin}/`, { cookie })
  const session = /href="(\/sessions\/[0-9a-f-]{36})"/.exec(home.text)?.[1]
  if (!session) throw new Error('the member’s home leads to no session')
  const cases = [
    { name: 'menu, signed out', path: '/menu', headers: {} },
    { name: 'menu, member', path: '/menu', headers: { cookie } },
    { name: 'session, member', path: session, headers: { cookie } },
    { name: 'home, member', path: '/', headers: { cookie } },
  ]
  const rows: Row[] = []
  for (const each of cases) rows.push(...(await firstVisit(server.origin, each)))
  const program = server.child.pid!
  const [, ...databases] = await processTree(program)
  keepOn(programCore, [program])
  keepOn(otherCore, [...databases, process.pid])
  const rates = new Map<string, number[]>()
  // The cases take turns, so that a slow moment of the machine meets all of them.
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, path, headers } of cases) {
      const rate = await requestsPerSecond(`${server.origin}${path}`, headers)
      rates.set(name, [...(rates.get(name) ?? []), rate])
    }
  }
  for (const { name, path, headers } of cases) {
    const times = await serverTimes(`${server.origin}${path}`, headers)
    rows.push(measured(name, 'one request, median', median(times), 'ms'))
    const target = name === 'menu, signed out' ? { least: 400 } : undefined
    rows.push(
      measured(
        name,
        'requests a second, program on one core',
        median(rates.get(name)!),
        '/s',
        target,
      ),
    )
  }
  rows.push(...(await onOneCore(server.origin, databases)), ...(await memoryAfter(program)))
  return rows
}

/** The menu once more with the database on the program's core too: the smallest machine there is. */
async function onOneCore(origin: string, databases: readonly number[]): Promise<Row[]> {
  keepOn(programCore, databases)
  const rate = await requestsPerSecond(`${origin}/menu`, {})
  const metric = 'requests a second, program and database on one core'
  return [measured('menu, signed out', metric, rate, '/s')]
}

async function memoryAfter(program: number): Promise<Row[]> {
  const metric = 'memory with the database'
  const busy = await memoryOf(await processTree(program))
  // Idle connections end after ten seconds, and the program gives back what a busy hour needed.
  await setTimeout(rest)
  const resting = await memoryOf(await processTree(program))
  return [
    measured('at the end of the run', metric, busy, 'MB'),
    measured('after the run, at rest', metric, resting, 'MB', { most: 200 }),
  ]
}

/** What a phone loads that has never been here: the page, its stylesheet, its scripts. */
async function firstVisit(
  origin: string,
  page: { name: string; path: string; headers: OutgoingHttpHeaders },
): Promise<Row[]> {
  const html = await ask(`${origin}${page.path}`, page.headers)
  if (html.status !== 200) throw new Error(`${page.path} answered ${html.status}`)
  const assets = [
    ...html.text.matchAll(/<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"/g),
  ].map((found) => found[1]!)
  const loaded = await Promise.all(assets.map((asset) => ask(`${origin}${asset}`, {})))
  const bytes = html.bytes + loaded.reduce((sum, asset) => sum + asset.bytes, 0)
  return [
    measured(page.name, 'first visit', bytes / 1024, 'KB', { most: 30 }),
    measured(page.name, 'requests', 1 + assets.length, ''),
  ]
}

async function requestsPerSecond(url: string, headers: OutgoingHttpHeaders): Promise<number> {
  const until = performance.now() + seconds * 1000
  let answered = 0
  await Promise.all(
    Array.from({ length: together }, async () => {
      while (performance.now() < until) {
        await drain(url, headers)
        answered += 1
      }
    }),
  )
  return answered / seconds
}

async function serverTimes(url: string, headers: OutgoingHttpHeaders): Promise<number[]> {
  const times: number[] = []
  for (let count = 0; count < 100; count += 1) {
    const began = performance.now()
    await drain(url, headers)
    times.push(performance.now() - began)
  }
  return times
}

/** Reads an answer to its end without keeping it: the client must not be what is measured. */
function drain(url: string, headers: OutgoingHttpHeaders): Promise<void> {
  return new Promise((done, failed) => {
    get(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      if (response.statusCode !== 200) failed(new Error(`${url} answered ${response.statusCode}`))
      response.resume().on('end', done)
    }).on('error', failed)
  })
}

async function ask(url: string, headers: OutgoingHttpHeaders): Promise<Answer> {
  const bytes = await new Promise<number>((done, failed) => {
    get(url, { agent, headers: { ...headers, 'accept-encoding': 'gzip' } }, (response) => {
      let sum = 0
      response.on('data', (chunk: Buffer) => {
        sum += chunk.length
      })
      response.on('end', () => done(sum))
    }).on('error', failed)
  })
  const response = await fetch(url, {
    headers: headers as Record<string, string>,
    redirect: 'manual',
  })
  return { status: response.status, bytes, text: await response.text() }
}

/** Signs in as a demo persona and gives back the cookies. */
async function signIn(origin: string, as: string): Promise<string> {
  const response = await fetch(`${origin}/demo/sign-in`, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ as }),
    redirect: 'manual',
  })
  const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0])
  if (cookies.length === 0) throw new Error(`signing in as ${as} answered ${response.status}`)
  return cookies.join('; ')
}
