// rules.ts and access.ts do no I/O, so pages and browsers can use them: DESIGN's rule 4.
import type { Node } from 'oxc-parser'
import { type Kind, placeOf } from './places.ts'
import { type Check, fault, type Import, type Source, type Verdict, walk } from './source.ts'

const pureKinds: readonly Kind[] = ['rules', 'access']
const drawing = /^preact(\/|$)/
/** Packages made for browsers, which only islands may import. */
const forBrowsers = /^zxing-wasm\//
// What reaches outside the function or gives another answer next time.
const outside = new Set(['process', 'fetch', 'crypto', 'setTimeout', 'setInterval', 'globalThis'])

/** Whether an import is known to do no I/O: of the foundation and planner only what is so all the way down. */
function isPure({ to, typeOnly }: Import, known: Map<string, Source>, seen: Set<string>): boolean {
  if (typeOnly || seen.has(to) || drawing.test(to)) return true
  const kind = placeOf(to)?.kind
  if (kind) return pureKinds.includes(kind)
  const source = known.get(to)
  if (!source || !/^app\/(platform|ui|planner)\//.test(to) || reachesOutside(source).length > 0)
    return false
  seen.add(to)
  return source.imports.every((used) => isPure(used, known, seen))
}

function reachesOutside(source: Source): string[] {
  const faults: string[] = []
  walk(source.program, (node, above) => {
    const name = outsideName(node)
    if (name && !isMember(node, above.at(-1))) faults.push(fault(source, node, `uses ${name}`))
  })
  return faults
}

function outsideName(node: Node): string | undefined {
  if (node.type === 'AwaitExpression') return 'await'
  if (node.type === 'MemberExpression') {
    const { object, property } = node
    if (object.type !== 'Identifier' || property.type !== 'Identifier') return undefined
    return object.name === 'Math' && property.name === 'random' ? 'Math.random' : undefined
  }
  return node.type === 'Identifier' && outside.has(node.name) ? node.name : undefined
}

/** Whether an identifier is the name of something else's field, as `crypto` in `coin.crypto`. */
function isMember(node: Node, parent: Node | undefined): boolean {
  if (parent?.type === 'MemberExpression') return parent.property === node
  return (
    (parent?.type === 'Property' || parent?.type === 'TSPropertySignature') && parent.key === node
  )
}

function findImpure(sources: Source[], kinds: readonly Kind[], browser: boolean): Verdict {
  const known = new Map(sources.map((source) => [source.path, source]))
  const about = sources.filter(({ path }) => kinds.includes(placeOf(path)?.kind ?? 'unknown'))
  const faults = about.flatMap((source) => {
    const folder = `${placeOf(source.path)?.folder}/`
    const wrong = source.imports.filter((used) => {
      const kind = placeOf(used.to)?.kind
      const own =
        browser && used.to.startsWith(folder) && (kind === 'island' || kind === 'messages')
      const made = browser && forBrowsers.test(used.to)
      return !own && !made && !isPure(used, known, new Set())
    })
    const impure = wrong.map((used) => `${source.path}:${used.line} imports ${used.to}`)
    return browser ? impure : [...impure, ...reachesOutside(source)]
  })
  return { looked: about.length, faults }
}

export const purity: Check = {
  rule: 'rules and access do no I/O',
  find: (tree) => findImpure(tree.sources, pureKinds, false),
  planted: [
    {
      name: 'rules that read the database, the disk, the clock of the process, and draw lots',
      files: {
        'app/modules/talks/menu/rules.ts': [
          "import { readFileSync } from 'node:fs'",
          "import { z } from 'zod'",
          "import { findTalk } from './queries.ts'",
          'export const lucky = () => Math.random() > 0.5',
          "export const zone = () => process.env['TZ']",
          "export const load = async () => await fetch('/menu')",
        ].join('\n'),
      },
      faults: [
        'app/modules/talks/menu/rules.ts:1 imports node:fs',
        'app/modules/talks/menu/rules.ts:2 imports zod',
        'app/modules/talks/menu/rules.ts:3 imports app/modules/talks/menu/queries.ts',
        'app/modules/talks/menu/rules.ts:4 uses Math.random',
        'app/modules/talks/menu/rules.ts:5 uses process',
        'app/modules/talks/menu/rules.ts:6 uses await',
        'app/modules/talks/menu/rules.ts:6 uses fetch',
      ],
    },
    {
      name: 'access that reaches the database through a file of the platform',
      files: {
        'app/modules/people/access.ts': "import { open } from '#app/platform/reach.ts'",
        'app/platform/reach.ts': "import { pool } from './pool.ts'",
        'app/platform/pool.ts': "import pg from 'pg'",
      },
      faults: ['app/modules/people/access.ts:1 imports app/platform/reach.ts'],
    },
    {
      name: 'rules that start the solver of the planner',
      files: {
        'app/modules/talks/planning/rules.ts': "import { solve } from '#app/planner/solver.ts'",
        'app/planner/solver.ts': "import highs from 'highs'",
      },
      faults: ['app/modules/talks/planning/rules.ts:1 imports app/planner/solver.ts'],
    },
    {
      name: 'rules that use types, other rules and the pure part of the platform',
      files: {
        'app/modules/talks/orders/rules.ts': [
          "import type { Talk } from '#app/modules/talks/menu/queries.ts'",
          "import { mayOrderFor } from '#app/modules/people/access.ts'",
          "import { refuseIf } from '#app/platform/errors.ts'",
          "import { gapBetween } from '#app/planner/season.ts'",
          'export const fee = (talk: Talk) => talk.process',
        ].join('\n'),
        'app/platform/errors.ts': "import type { z } from 'zod'",
        'app/planner/season.ts': 'export const gapBetween = () => 0',
      },
      faults: [],
    },
  ],
}

export const islands: Check = {
  rule: 'what runs in the browser imports nothing of the server',
  find: (tree) => {
    const verdict = findImpure(tree.sources, ['island'], true)
    // Islands are few and a street may have none; the rules they lean on are always there.
    return { ...verdict, looked: verdict.looked + findImpure(tree.sources, pureKinds, true).looked }
  },
  planted: [
    {
      name: 'an island that imports a query and zod',
      files: {
        'app/modules/sessions/islands/roll.tsx': [
          "import { useState } from 'preact/hooks'",
          "import { whyNotCallable } from '#app/modules/sessions/rules.ts'",
          "import { zh } from '#app/modules/sessions/messages.zh.ts'",
          "import { findRoll } from '#app/modules/sessions/queries.ts'",
          "import { z } from 'zod'",
          "export const send = () => fetch('/roll')",
          "export const decoder = () => import('zxing-wasm/reader')",
        ].join('\n'),
      },
      faults: [
        'app/modules/sessions/islands/roll.tsx:4 imports app/modules/sessions/queries.ts',
        'app/modules/sessions/islands/roll.tsx:5 imports zod',
      ],
    },
  ],
}
