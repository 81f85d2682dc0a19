import { execFile, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

// Where a browser for the tests and the pictures comes from.

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const require = createRequire(import.meta.url)

// Without these a headless browser asks for things on the network that no test wants.
export const browserFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a Chromium: CHROMIUM, else one on the PATH, else one that playwright has, else Debian's
 * package as root, else playwright's own download. Throws one sentence that says how to get one.
 */
export async function ensureBrowser() {
  const given = process.env.CHROMIUM
  if (given) {
    if (await runs(given)) return given
    throw new Error(`CHROMIUM is ${given}, which does not run as a browser.`)
  }
  const found = (await onPath()) ?? (await ofPlaywright())
  if (found) return found
  await install('apt-get', [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ])
  const installed = await onPath()
  if (installed) return installed
  await installOfPlaywright()
  const downloaded = await ofPlaywright()
  if (downloaded) return downloaded
  throw new Error(
    'No browser was found and none could be installed: install Chromium, or set CHROMIUM to the path of one.',
  )
}

async function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name)
      if (isExecutable(path) && (await runs(path))) return path
    }
  }
  return undefined
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && isExecutable(path) && (await runs(path)) ? path : undefined
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A browser that lacks a library is there, but does not run. */
async function runs(path) {
  try {
    const { stdout } = await promisify(execFile)(path, ['--version', '--no-sandbox'], {
      timeout: 30_000,
    })
    return /chrom/i.test(stdout)
  } catch {
    return false
  }
}

/** Runs a system's package manager; only root can, and only where there is one. */
async function install(program, steps) {
  if (process.getuid?.() !== 0) return
  console.log(`Installing Chromium with ${program}`)
  for (const step of steps) {
    if ((await done(program, step, { DEBIAN_FRONTEND: 'noninteractive' })) !== 0) return
  }
}

async function installOfPlaywright() {
  console.log('Downloading Chromium with playwright')
  const cli = join(require.resolve('playwright-core/package.json'), '..', 'cli.js')
  const withLibraries = process.getuid?.() === 0 ? ['--with-deps'] : []
  await done(process.execPath, [cli, 'install', ...withLibraries, 'chromium'])
}

/** Runs a program to its end with its complaints shown, and gives its exit code. */
function done(program, args, more = {}) {
  return new Promise((resolve) => {
    const stdio = ['ignore', 'ignore', 'inherit']
    const child = spawn(program, args, { stdio, env: { ...process.env, ...more } })
    child.on('error', () => resolve(1))
    child.on('close', (code) => resolve(code ?? 1))
  })
}
