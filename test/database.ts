import { join } from 'node:path'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { type Actor, type Context, system } from '#app/platform/context.ts'
import {
  type Database,
  inStreet,
  openDatabase,
  refusalOf,
  statementsSent,
} from '#app/platform/database/connection.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#app/platform/errors.ts'
import { filesFolder } from '#app/platform/files/disk.ts'
import { databaseAt, filesOf, onServer } from './setup.ts'

/** The street of most tests, and another that must never notice. */
export const street = 320613019
export const otherStreet = 320613004
/** A Wednesday morning of the winter season, 10:00 in Shanghai. */
export const testNow = new Date('2022-01-12T10:00:00+08:00')

const opened: Database[] = []
let made = 0

/** A database of the file's own: for races, requests, the worker. The run's end drops it. */
export async function ownDatabase(): Promise<Database> {
  const database = await openOwn()
  opened.push(database)
  return database
}

/** Ends the connections to what a file opened. */
export async function closeOwn(): Promise<void> {
  for (const database of opened.splice(0)) await database.close()
}

async function openOwn(most?: number): Promise<Database> {
  const server = inject('server')
  const name = `${inject('template')}_${process.pid}_${made++}`
  await onServer(server, `create database ${name} template ${inject('template')}`)
  return openDatabase(
    databaseAt(server, name),
    filesFolder(join(filesOf(inject('template')), name)),
    () => {},
    most,
  )
}

// Files of one worker share it: what they do there is rolled back.
let shared: Promise<Database> | undefined
// It stays open beside what the files open themselves.
const mostShared = 2

/** Runs a test's steps as the system in one transaction of the street that is rolled back after. */
export async function rolledBack(steps: (ctx: Context) => Promise<void>): Promise<void> {
  shared ??= openOwn(mostShared)
  const database = await shared
  const over = new Error('the test is over')
  try {
    await inStreet(database, street, async (tx) => {
      await steps({
        street,
        now: testNow,
        actor: system,
        onBehalfOf: null,
        tx,
        files: database.files,
      })
      throw over
    })
  } catch (error) {
    if (error !== over) throw error
  }
}

/** Runs work in a committed transaction of the street, as the system or another actor. */
export async function committed<T>(
  database: Database,
  work: (ctx: Context) => Promise<T>,
  more: { street?: number; actor?: Actor; now?: Date } = {},
): Promise<T> {
  const inside = more.street ?? street
  return inStreet(database, inside, (tx) =>
    work({
      street: inside,
      now: more.now ?? testNow,
      actor: more.actor ?? system,
      onBehalfOf: null,
      tx,
      files: database.files,
    }),
  )
}

/** How a command fails: its reason, or 'forbidden', 'notFound', 'invalid'; undefined where it does not. */
export async function failureOf(
  ctx: Context,
  command: () => Promise<unknown>,
): Promise<string | undefined> {
  await sql`savepoint attempt`.execute(ctx.tx)
  try {
    await command()
    return undefined
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(ctx.tx)
    return reasonOf(error)
  }
}

/** An expected error as one word; anything else is thrown on. */
export function reasonOf(error: unknown): string {
  const refused = error instanceof Refused ? error : refusalOf(error)
  if (refused) return refused.reason
  if (error instanceof Forbidden) return 'forbidden'
  if (error instanceof NotFound) return 'notFound'
  if (error instanceof Invalid) return 'invalid'
  throw error
}

/** How many statements the work sends, so that a list is known to need no more for more rows. */
export async function queriesDuring(work: () => Promise<unknown>): Promise<number> {
  const before = statementsSent()
  await work()
  return statementsSent() - before
}
