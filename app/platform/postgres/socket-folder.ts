import { chown, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ServerUser } from './cluster.ts'
import { socketPrefix } from './orphans.ts'
import { reachableByAll } from './program.ts'
import { port } from './server.ts'

/** What the kernel allows a socket's path, on the strictest of the platforms. */
const mostBytes = 103

/** Makes a folder for the server's socket that only the server's user, and root, can enter. */
export async function makeSocketFolder(user: ServerUser | undefined): Promise<string> {
  const folder = await mkdtemp(join(await temporaryFolder(user), socketPrefix))
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}

/** The machine's folder for such things, unless its path is too long or shut to the server's user. */
async function temporaryFolder(user: ServerUser | undefined): Promise<string> {
  const usual = await realpath(tmpdir())
  const socket = join(usual, `${socketPrefix}XXXXXX`, `.s.PGSQL.${port}`)
  const fits = Buffer.byteLength(socket) <= mostBytes
  return fits && (!user || (await reachableByAll(usual))) ? usual : '/tmp'
}
