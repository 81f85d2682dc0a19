import { access, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { StartError } from '#app/platform/start-error.ts'
import type { Words } from './command.ts'

/**
 * Fills a new folder that only its owner can read. It has its name once it is whole: what was cut
 * short stands beside it under another.
 */
export async function fillFolder(
  path: string,
  t: Words,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = resolve(path)
  const staged = join(dirname(folder), `.${basename(folder)}.${process.pid}`)
  try {
    const there = await readdir(folder).catch(() => [])
    if (there.length > 0) throw new StartError(t.folderTaken(folder))
    await mkdir(dirname(folder), { recursive: true })
    await mkdir(staged, { mode: 0o700 })
    await fill(staged)
    await rename(staged, folder)
  } catch (error) {
    await rm(staged, { recursive: true, force: true })
    const { code, path: at } = error as NodeJS.ErrnoException
    throw at ? new StartError(t.folderFailed(folder, code ?? ''), { cause: error }) : error
  }
}

/** Refuses a folder that is not there. */
export async function ensureThere(file: string, sentence: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new StartError(sentence, { cause })
  })
}
