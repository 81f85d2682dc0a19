import { spawnSync } from 'node:child_process'
import { chown, lchown, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '../start-error.ts'
import { asRoot } from './data-folder.ts'

/** The numbers the server runs under. */
export type ServerUser = { uid: number; gid: number }

/** What the server's files stand in, and as whom it runs where that is not the application's own user. */
export type Cluster = { folder: string; user: ServerUser | undefined }

/** The name that the server's owner has inside the database. */
export const owner = 'hearth'

/**
 * The folder as the server names it. Under another number it may not be allowed to walk the folder's
 * whole path, but what it was started in it always reaches.
 */
export function pathForServer({ folder, user }: Cluster): string {
  return user ? '/proc/self/cwd' : folder
}

/** The environment of every program of PostgreSQL: nothing of ours (PGPORT, LANG) may turn its ways. */
export const serverEnvironment = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' }

/** Makes the server's files where there are none yet: staged, so that half of them never counts. */
export async function openCluster(program: string, pgFolder: string): Promise<Cluster> {
  const folder = join(pgFolder, 'cluster')
  const present = await stat(folder).catch(() => undefined)
  if (present) return { folder, user: await userOf(present) }
  const staged = { folder: join(pgFolder, 'cluster.new'), user: await userToInit() }
  await rm(staged.folder, { recursive: true, force: true })
  await mkdir(staged.folder, { mode: 0o700 })
  if (staged.user) await chown(staged.folder, staged.user.uid, staged.user.gid)
  initialise(program, staged)
  const user = await privateUser()
  if (user) await giveTo(user, staged.folder)
  await rename(staged.folder, folder)
  return { folder, user }
}

function initialise(program: string, staged: Cluster): void {
  // Names are compared byte by byte and sorted by ICU where people read them, but letters must be
  // known as letters: without a UTF-8 ctype pg_trgm finds nothing in Chinese.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const options = ['-A', 'trust', '-k', '-E', 'UTF8', '--locale=C', '--no-instructions']
  const made = spawnSync(
    join(program, 'bin/initdb'),
    ['-D', pathForServer(staged), '-U', owner, ...options, `--lc-ctype=${ctype}`],
    { cwd: staged.folder, env: serverEnvironment, encoding: 'utf8', ...staged.user },
  )
  if (made.status === 0) return
  const why = made.error?.message ?? made.stderr.trim().replace(/\s*\n\s*/g, ' ')
  throw new StartError(
    `无法建立内置数据库：${why} / The built-in database could not be made: ${why}`,
  )
}

/** PostgreSQL refuses to run as root; as anyone else it runs as the application does. */
async function userOf(files: { uid: number; gid: number }): Promise<ServerUser | undefined> {
  if (!asRoot()) return undefined
  refuseRootElsewhere()
  return files.uid === 0 ? privateUser() : { uid: files.uid, gid: files.gid }
}

/** initdb wants a user with a name, which nobody has everywhere. */
async function userToInit(): Promise<ServerUser | undefined> {
  if (!asRoot()) return undefined
  refuseRootElsewhere()
  const nobody = (await namedUsers()).find(({ name }) => name === 'nobody')
  if (nobody) return { uid: nobody.uid, gid: nobody.gid }
  throw new StartError(
    '本机没有 nobody 用户，请以普通用户启动。 / This machine has no user called nobody; start as an ordinary user.',
  )
}

function refuseRootElsewhere(): void {
  if (process.platform === 'linux') return
  throw new StartError(
    '内置数据库不能由 root 启动，请以普通用户启动。 / The built-in database cannot be started by root here; start as an ordinary user.',
  )
}

/** A number that is nobody else's, so that root's server shares its files with no other service. */
async function privateUser(): Promise<ServerUser | undefined> {
  if (!asRoot()) return undefined
  const taken = new Set((await namedUsers()).map(({ uid }) => uid))
  // Debian's policy reserves 65000 to 65533; containers map no numbers above those.
  let number = 65100
  while (taken.has(number)) number += 1
  return { uid: number, gid: number }
}

async function namedUsers(): Promise<{ name: string; uid: number; gid: number }[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).trim().split('\n')
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':')
    return { name, uid: Number(uid), gid: Number(gid) }
  })
}

async function giveTo({ uid, gid }: ServerUser, folder: string): Promise<void> {
  for (const name of await readdir(folder, { recursive: true })) {
    await lchown(join(folder, name), uid, gid)
  }
  await chown(folder, uid, gid)
}
