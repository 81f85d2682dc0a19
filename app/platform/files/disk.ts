import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../errors.ts'
import { newId } from '../ids.ts'

/** The folder of all files, within the folder that holds everything Hearth keeps. */
export function filesFolder(dataFolder: string): string {
  return join(dataFolder, 'files')
}

/** Where the bytes with this hash are: a street's folder holds them under the name of their own SHA-256. */
export function pathOf(files: string, street: number, sha256: string): string {
  return join(files, String(street), sha256)
}

const unfinished = '.part'

/** A place for bytes that are being worked on, beside those that are kept. */
export async function newPart(files: string, street: number): Promise<string> {
  const folder = join(files, String(street))
  await mkdir(folder, { recursive: true, mode: 0o700 })
  return join(folder, `${newId()}${unfinished}`)
}

/**
 * Keeps a part for good: flushed to the disk and only then under its hash, so that a cut in between
 * leaves nothing that looks whole.
 */
export async function keepPart(files: string, street: number, part: string): Promise<string> {
  await flush(part, 0o600)
  const sha256 = await hashOf(part)
  await rename(part, pathOf(files, street, sha256))
  await flush(join(files, String(street)), 0o700)
  return sha256
}

/** A name is on the disk when its folder is. */
async function flush(path: string, mode: number): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The SHA-256 of a file's bytes. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const hash = /^[0-9a-f]{64}$/

/** The hashes of all bytes that a street's folder holds, and the parts that work left behind. */
export async function bytesIn(files: string, street: number) {
  const names = await readdir(join(files, String(street))).catch(() => [])
  return {
    hashes: names.filter((name) => hash.test(name)),
    parts: names.filter((name) => name.endsWith(unfinished)),
  }
}

/** Does something that needs room; a full disk is a refusal, not a fault of the program. */
export async function orNoRoom<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw code === 'ENOSPC' || code === 'EDQUOT' ? new Refused('file.noRoom') : error
  }
}
