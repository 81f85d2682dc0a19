// Every fact that the journey answers is one that some command records.
import type { Node } from 'oxc-parser'
import { type Check, calledFunction, fault, isTest, type Source, walk } from './source.ts'

const journeyFile = 'app/journey.ts'

/** The keys of `export const journey = { … }`, with where they stand. */
function journeyKeys(source: Source | undefined): { name: string; node: Node }[] {
  const keys: { name: string; node: Node }[] = []
  if (!source) return keys
  walk(source.program, (node, above) => {
    if (node.type !== 'Property' || above.at(-1)?.type !== 'ObjectExpression') return
    const declared = above.find((each) => each.type === 'VariableDeclarator')
    const outermost = above.filter((each) => each.type === 'ObjectExpression').length === 1
    const id = declared?.type === 'VariableDeclarator' ? declared.id : undefined
    if (id?.type !== 'Identifier' || id.name !== 'journey' || !outermost) return
    if (node.key.type === 'Literal') keys.push({ name: String(node.key.value), node })
    else if (node.key.type === 'Identifier') keys.push({ name: node.key.name, node })
  })
  return keys
}

/** The names given to record(ctx, name, …): a plain string, or a choice between plain strings. */
function recordedNames(given: Node | undefined): string[] {
  if (given?.type === 'Literal' && typeof given.value === 'string') return [given.value]
  if (given?.type !== 'ConditionalExpression') return []
  return [...recordedNames(given.consequent), ...recordedNames(given.alternate)]
}

export const journeyFacts: Check = {
  rule: 'the journey answers only facts that some command records, by a plain name',
  find: (tree) => {
    const faults: string[] = []
    const recorded = new Set<string>()
    const inModules = tree.sources.filter(
      ({ path }) => path.startsWith('app/modules/') && !isTest(path),
    )
    for (const source of inModules) {
      walk(source.program, (node) => {
        if (node.type !== 'CallExpression' || !/^record(All)?$/.test(calledFunction(node))) return
        const names = recordedNames(node.arguments[1])
        if (names.length === 0)
          faults.push(fault(source, node, 'records a fact without a plain name'))
        for (const name of names) recorded.add(name)
      })
    }
    const journey = tree.sources.find(({ path }) => path === journeyFile)
    const keys = journeyKeys(journey)
    for (const { name, node } of keys) {
      if (journey && !recorded.has(name)) {
        faults.push(fault(journey, node, `answers ${name}, which nothing records`))
      }
    }
    return { looked: keys.length, faults }
  },
  planted: [
    {
      name: 'a fact that nobody records, and one recorded under a computed name',
      files: {
        [journeyFile]:
          "export const journey = {\n  'talk.ordered': [tellOffice],\n  'talk.odered': [tellOffice],\n  'talk.refused': { after: 'x' },\n} satisfies Journey",
        'app/modules/talks/orders/order-talk.ts':
          "await record(ctx, yes ? 'talk.ordered' : 'talk.refused', id)\nawait record(ctx, name, id)\nz.record(z.uuid())",
      },
      faults: [
        'app/modules/talks/orders/order-talk.ts:2 records a fact without a plain name',
        'app/journey.ts:3 answers talk.odered, which nothing records',
      ],
    },
  ],
}
