import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

// What `npm test` and `npm run check` are made of: stages that are counted, and the closing line.

const root = dirname(dirname(fileURLToPath(import.meta.url)))
// The project's own tools come first, and among them its own Node.
const env = {
  ...process.env,
  PATH: `${join(root, 'node_modules', '.bin')}${delimiter}${process.env.PATH}`,
}
const plain = { NO_COLOR: '1', FORCE_COLOR: undefined }
const tally = { passed: 0, failed: 0 }
// What tsc says after its errors, beginning with the count of files.
const statistics = /^Files: +\d+\n[\s\S]*/m
const longest = 15 * 60_000

/** How long something took, for the end of a line. */
export function seconds(from) {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}

function run(program, args, { more = {}, quiet = true } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...env, ...more, ...(quiet || !process.stdout.isTTY ? plain : {}) },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      shell: process.platform === 'win32',
      timeout: longest,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) =>
      resolve({ code: code ?? 1, output: stripVTControlCharacters(output) }),
    )
  })
}

/** Notes the outcome of one thing that either works or does not, and prints its line. */
export function note(name, from, fault) {
  tally[fault ? 'failed' : 'passed'] += 1
  console.log(`${name.padEnd(13)} ${fault ? 'failed' : 'passed'}  ${seconds(from)}`)
  if (fault) console.log(`\n${fault.trimEnd()}\n`)
}

/**
 * A tool that looks at the whole project. `looked` finds in its output how many files it looked at;
 * a tool that looked at none has not passed.
 */
async function check(name, program, args, looked) {
  const from = performance.now()
  const { code, output } = await run(program, args)
  const files = Number(looked.exec(output)?.[1] ?? 0)
  const nothing = files === 0 ? `${output}\n${program} says of no file that it looked at it` : null
  note(name, from, code === 0 ? nothing : output.replace(statistics, ''))
}

export const types = () =>
  check('types', 'tsc', ['--noEmit', '-p', '.', '--diagnostics'], /^Files: +(\d+)/m)

export const lint = () => check('lint', 'oxlint', [], /\bon (\d+) files/)

export const format = () => check('format', 'biome', ['format'], /^Checked (\d+) files/m)

export const unused = () => {
  const reporters = ['--reporter', 'symbols', '--reporter', './bin/counted.mjs']
  return check(
    'unused',
    'knip',
    ['--no-progress', '--no-config-hints', ...reporters],
    /^Looked at (\d+)/m,
  )
}

/** Runs groups of tests of vitest.config.ts; a group in which nothing ran counts as failed. */
export async function tests(groups, more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hearth-tally-'))
  const file = join(folder, 'tally.json')
  const from = performance.now()
  const reporters = ['--reporter=minimal', '--reporter=./bin/report.mjs']
  const args = ['run', ...reporters, ...groups.flatMap((group) => ['--project', group])]
  const { code } = await run('vitest', args, {
    more: { ...more, HEARTH_TALLY: file },
    quiet: false,
  })
  const counted = readTally(file)
  rmSync(folder, { recursive: true, force: true })
  const before = tally.failed
  tally.failed += counted.errors
  for (const group of groups) {
    const { passed, failed } = counted.groups[group] ?? { passed: 0, failed: 0 }
    tally.passed += passed
    tally.failed += failed
    if (passed + failed === 0) note(group, from, 'no test of this group ran')
  }
  if (code !== 0 && tally.failed === before) note('vitest', from, `vitest ended with ${code}`)
}

function readTally(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { groups: {}, errors: 0 }
  }
}

/** Prints the closing line; the program then ends with 0 only when something passed and nothing failed. */
export function close() {
  console.log(`\n${tally.passed} passed, ${tally.failed} failed`)
  process.exitCode = tally.passed > 0 && tally.failed === 0 ? 0 : 1
}
