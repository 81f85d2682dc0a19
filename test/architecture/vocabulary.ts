// The closed list of file kinds inside modules, and what no file may be called or be.
import { placeOf } from './places.ts'
import { type Check, fault, isTest, walk } from './source.ts'

export const fileKinds: Check = {
  rule: 'a module holds only the kinds of file that the layout names',
  find: (tree) => {
    const files = tree.files.filter(({ path }) => placeOf(path))
    const unknown = files.filter(({ path }) => placeOf(path)?.kind === 'unknown')
    return {
      looked: files.length,
      faults: unknown.map(({ path }) => `${path} is no kind of file that a module holds`),
    }
  },
  planted: [
    {
      name: 'kinds, nouns and modules that the layout does not name',
      files: {
        'app/modules/talks/menu/search.tsx': '',
        'app/modules/talks/stages/rules.ts': '',
        'app/modules/people/pages/list.ts': '',
        'app/modules/people/islands/deep/tree.tsx': '',
        'app/modules/people/people.css': '',
        'app/modules/weather/rules.ts': '',
        'app/modules/loose.ts': '',
      },
      faults: [
        'app/modules/talks/menu/search.tsx is no kind of file that a module holds',
        'app/modules/talks/stages/rules.ts is no kind of file that a module holds',
        'app/modules/people/pages/list.ts is no kind of file that a module holds',
        'app/modules/people/islands/deep/tree.tsx is no kind of file that a module holds',
        'app/modules/people/people.css is no kind of file that a module holds',
        'app/modules/weather/rules.ts is no kind of file that a module holds',
        'app/modules/loose.ts is no kind of file that a module holds',
      ],
    },
    {
      name: 'every kind there is',
      files: {
        'app/modules/talks/orders/order-talk.ts': '',
        'app/modules/talks/orders/order-talk.test.ts': '',
        'app/modules/talks/orders/order-talk.race.test.ts': '',
        'app/modules/talks/orders/rules.ts': '',
        'app/modules/talks/orders/rules.test.ts': '',
        'app/modules/talks/orders/access.ts': '',
        'app/modules/talks/orders/queries.ts': '',
        'app/modules/talks/orders/notices.ts': '',
        'app/modules/talks/orders/api.ts': '',
        'app/modules/talks/orders/personal-data.ts': '',
        'app/modules/talks/messages.zh.ts': '',
        'app/modules/talks/messages.en.ts': '',
        'app/modules/talks/orders/pages/order.tsx': '',
        'app/modules/talks/orders/pages/order.test.tsx': '',
        'app/modules/sessions/islands/roll.tsx': '',
      },
      faults: [],
    },
  ],
}

const vague = /(^|\/)(utils?|helpers?|services?|managers?|types?|common|misc|index)(\/|\.[a-z.]+$)/

export const vagueNames: Check = {
  rule: 'no file or folder has a name that says nothing, and no file only hands on others',
  find: (tree) => {
    const faults = tree.files
      .filter(({ path }) => vague.test(path))
      .map(({ path }) => `${path} has a name that says nothing`)
    for (const { path, program } of tree.sources) {
      const handsOn = program.body.every(
        (statement) =>
          statement.type === 'ExportAllDeclaration' ||
          (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
      )
      if (program.body.length > 0 && handsOn) faults.push(`${path} only hands on other files`)
    }
    return { looked: tree.files.length, faults }
  },
  planted: [
    {
      name: 'drawers for anything, and a barrel',
      files: {
        'app/platform/utils.ts': 'export const x = 1',
        'app/ui/helpers/date.ts': 'export const x = 1',
        'app/platform/types.ts': 'export type X = 1',
        'app/ui/all.ts': "export * from './a.tsx'\nexport { b } from './b.tsx'",
        'app/ui/type-scale.css': '',
      },
      faults: [
        'app/platform/utils.ts has a name that says nothing',
        'app/ui/helpers/date.ts has a name that says nothing',
        'app/platform/types.ts has a name that says nothing',
        'app/ui/all.ts only hands on other files',
      ],
    },
  ],
}

export const noClasses: Check = {
  rule: 'modules are made of functions, not classes',
  find: (tree) => {
    const sources = tree.sources.filter(({ path }) => placeOf(path))
    const faults: string[] = []
    for (const source of sources) {
      walk(source.program, (node) => {
        if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
          faults.push(fault(source, node, 'declares a class'))
        }
      })
    }
    return { looked: sources.length, faults }
  },
  planted: [
    {
      name: 'a repository',
      files: { 'app/modules/people/queries.ts': '\nexport class PersonRepository {}' },
      faults: ['app/modules/people/queries.ts:2 declares a class'],
    },
  ],
}

const mocks = new Set(['mock', 'doMock', 'spyOn', 'stubGlobal', 'hoisted'])

export const noMocks: Check = {
  rule: 'tests use the real code and the real database',
  find: (tree) => {
    const sources = tree.sources.filter(({ path }) => isTest(path) || path.startsWith('test/'))
    const faults: string[] = []
    for (const source of sources) {
      walk(source.program, (node) => {
        if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return
        const { object, property } = node.callee
        const ofVitest = object.type === 'Identifier' && object.name === 'vi'
        if (ofVitest && property.type === 'Identifier' && mocks.has(property.name)) {
          faults.push(
            fault(source, node, `puts something else in place of code: vi.${property.name}`),
          )
        }
      })
    }
    return { looked: sources.length, faults }
  },
  planted: [
    {
      name: 'a mocked module and a spy',
      files: {
        'app/modules/people/add-person.test.ts':
          "vi.mock('#app/platform/facts.ts')\nvi.spyOn(people, 'find')\nvi.waitFor(() => true)",
      },
      faults: [
        'app/modules/people/add-person.test.ts:1 puts something else in place of code: vi.mock',
        'app/modules/people/add-person.test.ts:2 puts something else in place of code: vi.spyOn',
      ],
    },
  ],
}
