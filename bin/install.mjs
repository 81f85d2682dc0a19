import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

// The first step of every start. It runs before anything is installed, on whatever Node there is.

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const bundledNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
// npm's own note of what it has installed, written last.
const installedFile = join(modules, '.package-lock.json')
const oldestNode = 20

/** Brings node_modules to what the lock file says; costs some milliseconds where it is that already. */
export async function ensureInstalled() {
  if (majorOf(process.version) < oldestNode) {
    fail(
      `需要 Node ${oldestNode} 或更新的版本，这里是 ${process.version}。`,
      `Node ${oldestNode} or newer is needed; this is ${process.version}.`,
    )
  }
  if (firstDifference()) {
    tell('正在安装依赖，只需一次…', 'Installing packages, only this once…')
    await install()
    dropUnusableNode()
  }
  if (!findNode()) await bringNode()
}

/** The Node that runs Hearth: the one that its packages bring, or this machine's where that is as new. */
export function findNode() {
  if (existsSync(bundledNode)) return bundledNode
  return majorOf(process.version) >= majorOf(wantedNode()) ? process.execPath : undefined
}

/** Runs a program in the project and waits for it; its output is shown only where it fails. */
export async function run(program, args, cwd = root) {
  // Under `npm start` the packages' own Node comes first, which npm may be about to replace.
  const path = process.env.PATH.split(delimiter).filter((folder) => !folder.startsWith(modules))
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, PATH: path.join(delimiter) },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
  const stopHandingOn = handOnSignals(child, (number) => process.exit(128 + number))
  const failure = await new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) => resolve(code === 0 ? undefined : output.trimEnd()))
  })
  stopHandingOn()
  if (failure !== undefined) console.error(failure)
  return failure === undefined
}

/** Sends a child the signals that this process gets. Returns what ends that. */
export function handOnSignals(child, then = () => {}) {
  const handlers = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const handler = () => {
      child.kill(signal)
      then(constants.signals[signal])
    }
    process.on(signal, handler)
    return () => process.off(signal, handler)
  })
  return () => handlers.forEach((remove) => remove())
}

/** Says on standard error what is going on, in both languages. */
export function tell(zh, en) {
  console.error(`${zh} / ${en}`)
}

/** Ends the program with one clear sentence. */
export function fail(zh, en) {
  tell(zh, en)
  process.exit(1)
}

async function install() {
  // Without its own note npm looks at every package again, and an install cut short is not believed.
  rmSync(installedFile, { force: true })
  // Not `npm ci`: that wants the packages of every platform in the lock file, which a registry that
  // carries only some of them can't put there. firstDifference() sees to it that versions are the same.
  const done = await run('npm', [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ])
  const difference = done && firstDifference()
  if (!done || difference) {
    if (difference) console.error(difference)
    fail(
      '依赖没有装好（原因见上）；请检查网络和 npm 的设置，然后再试一次。',
      'The packages could not be installed (see above); check the network and the settings of npm, then try again.',
    )
  }
}

/** What the lock file wants and node_modules lacks or has in another version; undefined where all is there. */
function firstDifference() {
  const locked = readJson(join(root, 'package-lock.json'))?.packages
  const installed = readJson(installedFile)?.packages
  if (!locked) fail('缺少 package-lock.json。', 'package-lock.json is missing.')
  if (!installed) return 'node_modules'
  const { dependencies, devDependencies, optionalDependencies } = locked['']
  const direct = Object.keys({ ...dependencies, ...devDependencies })
  const forThisMachine = Object.keys(optionalDependencies).filter((name) => {
    const { os, cpu } = locked[`node_modules/${name}`]
    return os.includes(process.platform) && cpu.includes(process.arch)
  })
  const present = [...direct, ...forThisMachine].map((name) => `node_modules/${name}`)
  const noted = Object.keys(locked).filter((path) => path !== '' && !locked[path].optional)
  const differs = (path, version) => version !== locked[path].version
  return (
    noted.find((path) => differs(path, installed[path]?.version)) ??
    present.find((path) => differs(path, readJson(join(root, path, 'package.json'))?.version))
  )
}

/** Runs the install script of the `node` package, which fetches Node itself, where npm has skipped it. */
async function bringNode() {
  const folder = join(modules, 'node')
  await run(process.execPath, ['installArchSpecificPackage.js'], folder)
  dropUnusableNode()
  if (findNode()) return
  fail(
    `本机无法运行自带的 Node ${wantedNode()}；请自行安装 Node ${majorOf(wantedNode())} 或更新的版本。`,
    `The Node ${wantedNode()} that comes with Hearth cannot run on this machine; install Node ${majorOf(wantedNode())} or newer yourself.`,
  )
}

/** Removes a Node that can't run here, as on Alpine, so that scripts find this machine's own. */
function dropUnusableNode() {
  if (!existsSync(bundledNode)) return
  if (spawnSync(bundledNode, ['--version']).status !== 0) rmSync(bundledNode)
}

function wantedNode() {
  return readJson(join(root, 'package.json')).dependencies.node
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0])
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
