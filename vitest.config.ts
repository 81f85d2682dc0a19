import { defineConfig } from 'vitest/config'

const tests = ['{app,demo,bench}/**/*.test.{ts,tsx}', 'test/*.test.ts']
const rules = ['app/**/{rules,access}.test.ts', 'app/ui/**/*.test.{ts,tsx}']
const pages = ['app/modules/**/pages/*.test.{ts,tsx}']
const races = ['{app,test}/**/*.race.test.ts']
const journeys = ['test/journeys/**/*.test.{ts,tsx}']
const architecture = ['test/architecture.test.ts']

const slow = 60_000

/** A group of tests; groups of a later turn start when the earlier ones are done. */
function group(name: string, turn: number, test: object) {
  return {
    extends: true as const,
    test: { name, sequence: { groupOrder: turn }, ...test },
  }
}

export default defineConfig({
  test: {
    // Starts the database once for all of them.
    globalSetup: 'test/setup.ts',
    setupFiles: 'test/each-file.ts',
    pool: 'forks',
    maxWorkers: 2,
    // A worker loads the program once for all of its files: no module keeps anything between tests.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: slow,
    // The program's time zone is its own business: a machine far from Shanghai shows that it is.
    env: { TZ: 'America/St_Johns' },
    expect: { requireAssertions: true },
    projects: [
      group('architecture', 0, { include: architecture }),
      group('rules', 0, { include: rules }),
      group('commands', 0, {
        include: tests,
        exclude: [...architecture, ...rules, ...pages, ...races, ...journeys],
      }),
      group('pages', 0, { include: pages }),
      // One file at a time: a race needs both cores for its own two connections.
      group('races', 1, { include: races, maxWorkers: 1, testTimeout: slow }),
      group('journeys', 2, { include: journeys, isolate: true, testTimeout: 2 * slow }),
    ],
  },
})
