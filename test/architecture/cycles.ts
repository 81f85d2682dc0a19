// No circles of imports: DESIGN's rule 6.
import type { Check, Source, Verdict } from './source.ts'

/** What a file imports when it runs. Types are gone by then, so they close no circle. */
function used(source: Source, known: Map<string, Source>): Source[] {
  return source.imports.filter(({ typeOnly }) => !typeOnly).flatMap(({ to }) => known.get(to) ?? [])
}

/** Each circle once, from its first file in the order of the alphabet. */
function findCircles(sources: Source[]): Verdict {
  const known = new Map(sources.map((source) => [source.path, source]))
  const done = new Set<Source>()
  const faults = new Set<string>()
  const visit = (source: Source, above: Source[]) => {
    if (above.includes(source)) {
      const circle = above.slice(above.indexOf(source)).map(({ path }) => path)
      const first = circle.indexOf(circle.toSorted()[0] ?? '')
      const turned = [...circle.slice(first), ...circle.slice(0, first), circle[first]]
      faults.add(turned.join(' → '))
    } else if (!done.has(source)) {
      for (const next of used(source, known)) visit(next, [...above, source])
      done.add(source)
    }
  }
  for (const source of sources) visit(source, [])
  return { looked: sources.length, faults: [...faults] }
}

export const cycles: Check = {
  rule: 'imports make no circle',
  find: (tree) => findCircles(tree.sources),
  planted: [
    {
      name: 'three files that import each other in a circle, and one that imports itself',
      files: {
        'app/platform/c.ts': "import { a } from './a.ts'",
        'app/platform/a.ts': "import { b } from '#app/platform/b.ts'",
        'app/platform/b.ts': "export * from './c.ts'",
        'app/platform/self.ts': "import { self } from './self.ts'",
      },
      faults: [
        'app/platform/a.ts → app/platform/b.ts → app/platform/c.ts → app/platform/a.ts',
        'app/platform/self.ts → app/platform/self.ts',
      ],
    },
    {
      name: 'a circle of which one side is only a type',
      files: {
        'app/platform/a.ts': "import { b } from './b.ts'",
        'app/platform/b.ts': "import type { A } from './a.ts'",
      },
      faults: [],
    },
  ],
}
