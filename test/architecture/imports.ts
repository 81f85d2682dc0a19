// Which file may import which: DESIGN's rules 1 to 3.
import { type Kind, placeOf, rank } from './places.ts'
import { type Check, type Import, isTest, type Source, type Tree, type Verdict } from './source.ts'

/** Judges every import of the files that a rule is about. */
function judge(
  tree: Tree,
  about: (path: string) => boolean,
  wrong: (source: Source, used: Import) => string | undefined,
): Verdict {
  const sources = tree.sources.filter((source) => about(source.path))
  const faults = sources.flatMap((source) =>
    source.imports.flatMap((used) => {
      const sentence = wrong(source, used)
      return sentence ? [`${source.path}:${used.line} ${sentence}`] : []
    }),
  )
  return { looked: sources.length, faults }
}

const isFoundation = (path: string) => /^app\/(platform|ui)\//.test(path)
const isPlanner = (path: string) => path.startsWith('app/planner/')

// The addresses of the site: every page may link to every other, so all may import them.
const addresses = 'app/urls.ts'

export const foundation: Check = {
  rule: 'platform and ui import nothing of the application but each other and the addresses',
  find: (tree) =>
    judge(
      tree,
      (path) => (isFoundation(path) || path === addresses) && !isTest(path),
      (source, { to }) => {
        if (source.path === addresses) return `imports ${to}`
        const foreign = /^(app|demo|test|bench)\//.test(to) && !isFoundation(to)
        return foreign && to !== addresses ? `imports ${to}` : undefined
      },
    ),
  planted: [
    {
      name: 'platform that imports a module',
      files: { 'app/platform/http/app.ts': "import { x } from '#app/modules/people/queries.ts'" },
      faults: ['app/platform/http/app.ts:1 imports app/modules/people/queries.ts'],
    },
    {
      name: 'ui that reaches a module through the words of all modules, by re-export',
      files: { 'app/ui/shell.tsx': "import { a } from 'preact'\nexport * from '../words.ts'" },
      faults: ['app/ui/shell.tsx:2 imports app/words.ts'],
    },
    {
      name: 'platform that loads a module when it runs',
      files: {
        'app/platform/jobs.ts': "export const x = () => import('#app/modules/talks/api.ts')",
      },
      faults: ['app/platform/jobs.ts:1 imports app/modules/talks/api.ts'],
    },
    {
      name: 'addresses that import something',
      files: { 'app/urls.ts': "import type { Language } from './platform/language.ts'" },
      faults: ['app/urls.ts:1 imports app/platform/language.ts'],
    },
    {
      name: 'ui that imports platform and the addresses',
      files: {
        'app/ui/shell.tsx':
          "import type { Language } from '#app/platform/language.ts'\nimport { to } from '#app/urls.ts'",
      },
      faults: [],
    },
  ],
}

export const plannerAlone: Check = {
  rule: 'the planner imports only itself, platform and packages, and neither of those knows it',
  find: (tree) =>
    judge(
      tree,
      (path) => (isPlanner(path) || isFoundation(path)) && !isTest(path),
      (source, { to }) => {
        if (!isPlanner(source.path)) return isPlanner(to) ? `imports ${to}` : undefined
        const foreign = /^(app|demo|test|bench)\//.test(to)
        const near = isPlanner(to) || to.startsWith('app/platform/')
        return foreign && !near ? `imports ${to}` : undefined
      },
    ),
  planted: [
    {
      name: 'a planner that asks modules, links to pages and draws',
      files: {
        'app/planner/columns.ts': [
          "import { findSpeakers } from '#app/modules/talks/speakers/queries.ts'",
          "import type { Order } from '#app/modules/talks/orders/rules.ts'",
          "import { to } from '#app/urls.ts'",
          "import { Timeline } from '#app/ui/charts.tsx'",
        ].join('\n'),
      },
      faults: [
        'app/planner/columns.ts:1 imports app/modules/talks/speakers/queries.ts',
        'app/planner/columns.ts:2 imports app/modules/talks/orders/rules.ts',
        'app/planner/columns.ts:3 imports app/urls.ts',
        'app/planner/columns.ts:4 imports app/ui/charts.tsx',
      ],
    },
    {
      name: 'platform that plans',
      files: { 'app/platform/jobs.ts': "import { planSeason } from '#app/planner/plan-season.ts'" },
      faults: ['app/platform/jobs.ts:1 imports app/planner/plan-season.ts'],
    },
    {
      name: 'a planner on its solver, itself and the platform, used by a module',
      files: {
        'app/planner/solver.ts':
          "import highs from 'highs'\nimport type { Season } from './season.ts'\nimport { root } from '#app/platform/root.ts'",
        'app/modules/talks/planning/queries.ts':
          "import type { Season } from '#app/planner/season.ts'",
      },
      faults: [],
    },
  ],
}

const open: readonly Kind[] = ['command', 'queries', 'rules', 'access', 'personal data']
const ownOnly: readonly Kind[] = ['page', 'island', 'api', 'notices']

export const moduleOrder: Check = {
  rule: 'a module imports only earlier modules: their commands, queries, rules and access',
  find: (tree) =>
    judge(
      tree,
      (path) => placeOf(path) !== undefined && !isTest(path),
      (source, { to }) => {
        const from = placeOf(source.path)
        const target = placeOf(to)
        if (/^app\/[^/]+$/.test(to) && to !== addresses)
          return `imports ${to}, which wires the modules together`
        if (/^(demo|test|bench)\//.test(to)) return `imports ${to}`
        if (!from || !target || from.folder === target.folder) return undefined
        if (rank(target.module) > rank(from.module)) {
          return `imports ${target.module}, which comes after ${from.module}`
        }
        const closed =
          from.module === target.module
            ? ownOnly.includes(target.kind)
            : !open.includes(target.kind)
        return closed ? `imports ${to}, which is for its own folder only` : undefined
      },
    ),
  planted: [
    {
      name: 'a module that imports a later one, even for a type',
      files: {
        'app/modules/people/rules.ts':
          "import type { Talk } from '#app/modules/talks/menu/queries.ts'",
      },
      faults: ['app/modules/people/rules.ts:1 imports talks, which comes after people'],
    },
    {
      name: 'a module that imports the sentences, pages and notices of an earlier one',
      files: {
        'app/modules/talks/pages/menu.tsx': [
          "import { zh } from '#app/modules/people/messages.zh.ts'",
          "import { Card } from '#app/modules/people/pages/card.tsx'",
          "import { tell } from '#app/modules/people/notices.ts'",
        ].join('\n'),
      },
      faults: [
        'app/modules/talks/pages/menu.tsx:1 imports app/modules/people/messages.zh.ts, which is for its own folder only',
        'app/modules/talks/pages/menu.tsx:2 imports app/modules/people/pages/card.tsx, which is for its own folder only',
        'app/modules/talks/pages/menu.tsx:3 imports app/modules/people/notices.ts, which is for its own folder only',
      ],
    },
    {
      name: 'a noun that imports the pages of its neighbour',
      files: {
        'app/modules/talks/orders/pages/order.tsx':
          "import { Card } from '#app/modules/talks/menu/pages/card.tsx'",
      },
      faults: [
        'app/modules/talks/orders/pages/order.tsx:1 imports app/modules/talks/menu/pages/card.tsx, which is for its own folder only',
      ],
    },
    {
      name: 'a module that imports the wiring and the tests',
      files: {
        'app/modules/talks/menu/queries.ts':
          "import { words } from '#app/words.ts'\nimport { make } from '#test/make.ts'",
      },
      faults: [
        'app/modules/talks/menu/queries.ts:1 imports app/words.ts, which wires the modules together',
        'app/modules/talks/menu/queries.ts:2 imports test/make.ts',
      ],
    },
    {
      name: 'a module that uses earlier modules as it may, and its own sentences',
      files: {
        'app/modules/talks/orders/order-talk.ts': [
          "import { findPerson } from '#app/modules/people/queries.ts'",
          "import { mayOrderFor } from '#app/modules/people/access.ts'",
          "import { putOnMenu } from '#app/modules/talks/menu/put-on-menu.ts'",
          "import { zh } from '#app/modules/talks/messages.zh.ts'",
        ].join('\n'),
        'app/modules/talks/menu/put-on-menu.test.ts': "import { make } from '#test/make.ts'",
      },
      faults: [],
    },
  ],
}

// Who may import files of modules from outside them, and of which kinds.
const wiring: Record<string, readonly Kind[] | 'any'> = {
  'app/routes.ts': 'any',
  'app/routes.sessions.ts': 'any',
  'app/journey.ts': ['command', 'queries', 'rules', 'access', 'notices'],
  'app/schedule.ts': ['command', 'queries', 'rules', 'access', 'notices'],
  'app/words.ts': ['messages'],
  'app/said-values.ts': ['messages'],
  'app/api.ts': ['api', 'queries', 'access'],
  // Who is signed in and which streets there are, before any page is asked for.
  'app/application.ts': ['queries'],
  // What stands around every page: the ways that are open to its reader.
  'app/frame.tsx': ['access', 'rules'],
  // What the operator does at the console.
  'app/operator/': ['command', 'queries'],
}

/** A folder's entry stands for every file in it. */
function mayWire(path: string): readonly Kind[] | 'any' | undefined {
  return wiring[path] ?? wiring[path.replace(/[^/]+$/, '')]
}

export const wiringFiles: Check = {
  rule: 'modules are wired together only by the few files that are there for it',
  find: (tree) =>
    judge(
      tree,
      (path) => path.startsWith('app/') && !placeOf(path) && !isFoundation(path) && !isTest(path),
      (source, { to }) => {
        const target = placeOf(to)
        if (!target) return undefined
        const may = mayWire(source.path)
        if (!may) return `imports ${to}: it is not one of the files that wire modules`
        const allowed = may === 'any' || may.includes(target.kind)
        return allowed ? undefined : `imports ${to}: that is not its to wire`
      },
    ),
  planted: [
    {
      name: 'another file that wires modules, and pages imported outside the routes',
      files: {
        'app/hearth.ts': "import { findPerson } from '#app/modules/people/queries.ts'",
        'app/journey.ts':
          "import { tell } from '#app/modules/talks/orders/notices.ts'\nimport { Home } from '#app/modules/people/pages/home.tsx'",
        'app/operator/create-admin.ts': "import { appoint } from '#app/modules/people/appoint.ts'",
        'app/routes.ts': "import * as home from '#app/modules/people/pages/home.tsx'",
      },
      faults: [
        'app/hearth.ts:1 imports app/modules/people/queries.ts: it is not one of the files that wire modules',
        'app/journey.ts:2 imports app/modules/people/pages/home.tsx: that is not its to wire',
      ],
    },
  ],
}

export const pagesFromRoutes: Check = {
  rule: 'only the routes import pages',
  find: (tree) =>
    judge(
      tree,
      (path) => !/^app\/routes(\.sessions)?\.ts$/.test(path) && !isTest(path),
      (source, { to }) => {
        const page = placeOf(to)
        if (page?.kind !== 'page') return undefined
        const shared = source.path.startsWith(`${page.folder}/pages/`)
        return shared ? undefined : `imports the page ${to}`
      },
    ),
  planted: [
    {
      name: 'a command and the demo that import a page',
      files: {
        'app/modules/people/add-person.ts': "import { Card } from './pages/card.tsx'",
        'app/modules/people/pages/list.tsx': "import { Card } from './card.tsx'",
        'demo/load.ts': "import { Card } from '#app/modules/people/pages/card.tsx'",
      },
      faults: [
        'app/modules/people/add-person.ts:1 imports the page app/modules/people/pages/card.tsx',
        'demo/load.ts:1 imports the page app/modules/people/pages/card.tsx',
      ],
    },
  ],
}

/** What a relative import must not leave: a module, platform, ui, or a folder beside app. */
function home(path: string): string {
  const folder = /^app\/modules\/[^/]+\/|^app\/(?!modules)[^/]+\/|^[^/]+\//.exec(path)
  return folder?.[0] ?? ''
}

export const relativeImports: Check = {
  rule: 'a relative import stays in its module, platform, ui or folder; the rest has a # path',
  find: (tree) =>
    judge(
      tree,
      (path) => /^(app|test|demo|bench)\//.test(path),
      (source, { from, to }) =>
        from.startsWith('..') && !to.startsWith(home(source.path)) ? `imports ${from}` : undefined,
    ),
  planted: [
    {
      name: 'imports that climb out of a module, of platform and of the demo',
      files: {
        'app/modules/people/pages/list.tsx':
          "import { x } from '../../talks/menu/queries.ts'\nimport { y } from '../rules.ts'",
        'app/platform/http/site.tsx':
          "import { x } from '../errors.ts'\nimport { y } from '../../urls.ts'",
        'demo/load.ts': "import { x } from '../app/urls.ts'",
      },
      faults: [
        'app/modules/people/pages/list.tsx:1 imports ../../talks/menu/queries.ts',
        'app/platform/http/site.tsx:2 imports ../../urls.ts',
        'demo/load.ts:1 imports ../app/urls.ts',
      ],
    },
  ],
}
