import { inject } from 'vitest'
import { runCommand } from '#app/operator/run.ts'
import type { Address } from '#app/platform/database/connection.ts'
import { databaseAt, onServer } from './setup.ts'

export type Outcome = { code: number; printed: string; complained: string }

/** Runs `hearth <command> …` in this process and gathers what it says. */
export async function hearth(
  argv: readonly string[],
  env: Record<string, string> = {},
): Promise<Outcome> {
  const printed: string[] = []
  const complained: string[] = []
  const code = await runCommand(argv, env, {
    print: (line) => void printed.push(line),
    complain: (line) => void complained.push(line),
  })
  return { code, printed: printed.join('\n'), complained: complained.join('\n') }
}

/** An address as DATABASE_URL has it. */
export function urlOf(address: Address): string {
  if ('connectionString' in address) return address.connectionString
  const { host, user, database } = address
  const port = 'port' in address ? String(address.port) : ''
  return `postgres://${user}@localhost/${database}?${new URLSearchParams({ host, port })}`
}

let empty = 0

/** Makes a database without any tables and gives its URL. */
export async function emptyDatabase(): Promise<string> {
  empty += 1
  const server = inject('server')
  const name = `hearth_empty_${process.pid}_${empty}`
  await onServer(
    server,
    `create database ${name} template template0 encoding 'UTF8' lc_ctype 'C.UTF-8'`,
  )
  return urlOf(databaseAt(server, name))
}

/** Drops what emptyDatabase made. */
export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1)
  await onServer(inject('server'), `drop database ${name} with (force)`)
}
