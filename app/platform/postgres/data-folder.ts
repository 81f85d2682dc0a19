import { constants } from 'node:fs'
import { access, chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from '../start-error.ts'

const marker = 'hearth-data.txt'
// A process that was just killed holds its lock until the kernel has taken it apart.
const patience = 1_000

/**
 * Makes the folder that holds everything Hearth keeps, or recognises it as Hearth's own. A folder
 * that holds something else, or that can't be written, is refused.
 */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    // As root the server runs under another number, which must be able to pass through.
    if (await makeFolder(folder)) await chmod(folder, asRoot() ? 0o711 : 0o700)
    const content = await readdir(folder)
    await access(folder, constants.W_OK | constants.X_OK)
    if (content.includes(marker)) return
    // A volume that was mounted here brings lost+found.
    if (content.some((name) => name !== 'lost+found')) throw foreign(folder)
    await writeFile(
      join(folder, marker),
      'This folder holds the data of one Hearth installation.\n',
    )
  } catch (error) {
    throw error instanceof StartError ? error : unwritable(folder, error)
  }
}

/**
 * Takes the folder for this process alone and returns what gives it back. The kernel gives it back
 * when the process dies. Node has no flock; SQLite locks files on every platform.
 */
export function lockDataFolder(folder: string): () => void {
  try {
    const lock = new DatabaseSync(join(folder, 'hearth.lock'), { timeout: patience })
    lock.exec('pragma journal_mode = memory; begin exclusive')
    return () => {
      if (lock.isOpen) lock.close()
    }
  } catch (error) {
    const busy = 5
    if ((error as { errcode?: number }).errcode !== busy) throw unwritable(folder, error)
    throw new StartError(
      `已有另一个薪火程序在使用数据文件夹 ${folder}。 / Another Hearth is already running on the data folder ${folder}.`,
    )
  }
}

/** Makes a folder and those above it. Node's own recursive mkdir never ends where nothing can be made, as in /proc. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    if (code !== 'ENOENT' || !(await makeFolder(dirname(folder)))) throw error
    return makeFolder(folder)
  }
}

export function asRoot(): boolean {
  return process.getuid?.() === 0
}

function foreign(folder: string): StartError {
  return new StartError(
    `文件夹 ${folder} 里有别的文件，不是薪火的数据文件夹；请把 HEARTH_DATA 设为空文件夹或原来的数据文件夹。 / The folder ${folder} holds other files and is not Hearth's; set HEARTH_DATA to an empty folder or to Hearth's own.`,
  )
}

/** The sentence for a folder in which something could not be written. */
export function unwritable(folder: string, cause: unknown): StartError {
  const why = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message
  return new StartError(
    `数据文件夹 ${folder} 无法写入（${why}）；请改正权限，或用 HEARTH_DATA 换一个文件夹。 / The data folder ${folder} cannot be written (${why}); mend its permissions or set HEARTH_DATA to another.`,
    { cause },
  )
}
