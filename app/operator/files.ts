import { copyFile, mkdir, open, rename, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { hashOf, pathOf } from '#app/platform/files/disk.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Words } from './command.ts'

/** The bytes that rows of `file` refer to, each once. */
export type Bytes = { street: number; sha256: string; bytes: number }

/** All bytes that there should be, in every street or in one, as of the transaction under way. */
export async function bytesOf(client: pg.ClientBase, street?: number): Promise<Bytes[]> {
  await client.query('set local role hearth_backup')
  const { rows } = await client.query<Bytes>(
    `select distinct on (street_id, sha256) street_id as street, sha256, bytes from file
    where $1::int is null or street_id = $1 order by street_id, sha256`,
    [street ?? null],
  )
  await client.query('reset role')
  return rows
}

/** Copies files from one folder to another, flushed; gives those that are not there. */
export async function copyFiles(all: readonly Bytes[], from: string, to: string): Promise<Bytes[]> {
  const missing: Bytes[] = []
  for (const each of all) {
    const source = pathOf(from, each.street, each.sha256)
    if (await isThere(from, each)) await copyOne(source, pathOf(to, each.street, each.sha256))
    else missing.push(each)
  }
  return missing
}

async function copyOne(source: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  const part = `${target}.part`
  await copyFile(source, part)
  const handle = await open(part, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(part, target)
}

/** Whether the bytes are there, at least as many as there should be. */
export async function isThere(folder: string, { street, sha256, bytes }: Bytes): Promise<boolean> {
  const found = await stat(pathOf(folder, street, sha256)).catch(() => null)
  return found?.size === bytes
}

/** Refuses a backup one of whose files is not what its name says. */
export async function ensureWhole(all: readonly Bytes[], folder: string, t: Words): Promise<void> {
  for (const { street, sha256 } of all) {
    const found = await hashOf(pathOf(folder, street, sha256)).catch(() => null)
    if (found !== sha256) throw new StartError(t.damaged(join('files', String(street), sha256)))
  }
}
