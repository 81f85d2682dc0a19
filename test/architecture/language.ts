// Every sentence stands in a message file, in both languages, and in a calm voice.
import type { Node } from 'oxc-parser'
import { placeOf } from './places.ts'
import { type Check, fault, isTest, lineAt, type Source, walk } from './source.ts'

const chinese = /[\p{Script=Han}\u3001-\u303f\uff01-\uff5e]/u
// The names of days and months stand with the code that puts them together.
const isMessages = (path: string) =>
  /\/([a-z-]+\.)?(messages|words)(\.(zh|en))?\.ts$/.test(path) || path === 'app/ui/dates.ts'
// What the operator reads before there is a page is in both languages at once.
const isOperators = (path: string) => /^app\/platform\/start[^/]*\.ts$/.test(path)
// A language is named in itself.
const languageNames = new Set(['中文', 'English'])

/** A piece of text in the code: of a string, a template or between tags. */
function textOf(node: Node): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type === 'TemplateElement') return node.value.cooked ?? node.value.raw
  return node.type === 'JSXText' ? node.value : undefined
}

/** Whether a text is an operator's error, or `// not a sentence: why` stands beside it or on top. */
function isExcused(source: Source, node: Node, above: Node[]): boolean {
  const forOperator = above.some(
    (each) =>
      each.type === 'NewExpression' &&
      each.callee.type === 'Identifier' &&
      each.callee.name === 'StartError',
  )
  if (forOperator || languageNames.has(textOf(node) ?? '')) return true
  const line = lineAt(source, node.start)
  const top = source.program.body[0]?.start ?? 0
  return source.comments.some(({ value, start }) => {
    if (!/^\s*not a sentence: \S/.test(value)) return false
    const said = lineAt(source, start)
    return start < top || said === line || said === line - 1
  })
}

export const bothLanguages: Check = {
  rule: 'what has pages has its sentences in both languages',
  find: (tree) => {
    const faults: string[] = []
    const paths = new Set(tree.files.map(({ path }) => path))
    const folders = new Set<string>()
    for (const path of paths) {
      const place = placeOf(path)
      if (place?.kind === 'page') folders.add(place.folder)
      if (place?.kind === 'messages') folders.add(path.slice(0, path.lastIndexOf('/')))
    }
    for (const folder of folders) {
      const module = folder.split('/').slice(0, 3).join('/')
      for (const file of ['messages.zh.ts', 'messages.en.ts']) {
        if (paths.has(`${folder}/${file}`) || paths.has(`${module}/${file}`)) continue
        faults.push(`${folder} has no ${file}`)
      }
    }
    return { looked: folders.size, faults }
  },
  planted: [
    {
      name: 'pages without sentences, and sentences in one language',
      files: {
        'app/modules/people/pages/home.tsx': '',
        'app/modules/seasons/messages.zh.ts': '',
        'app/modules/talks/menu/pages/menu.tsx': '',
        'app/modules/talks/messages.zh.ts': '',
        'app/modules/talks/messages.en.ts': '',
      },
      faults: [
        'app/modules/people has no messages.zh.ts',
        'app/modules/people has no messages.en.ts',
        'app/modules/seasons has no messages.en.ts',
      ],
    },
  ],
}

export const calmVoice: Check = {
  rule: 'no sentence shouts, and each is in the language of its file',
  find: (tree) => {
    let looked = 0
    const faults: string[] = []
    for (const source of tree.sources.filter(({ path }) => isMessages(path))) {
      const language = /\.(zh|en)\.ts$/.exec(source.path)?.[1]
      walk(source.program, (node, above) => {
        const text = textOf(node)
        if (!text || above.at(-1)?.type === 'ImportDeclaration') return
        looked++
        const latin = /[A-Za-z]{2}/.test(text)
        const foreign =
          language === 'zh'
            ? /[a-z]{2,} [a-z]{2,}/.test(text) && !chinese.test(text)
            : language === 'en' && chinese.test(text) && !latin
        if (/[!！]/.test(text)) faults.push(fault(source, node, `shouts: ${text}`))
        if (foreign && !isExcused(source, node, above)) {
          faults.push(fault(source, node, `is not translated: ${text}`))
        }
      })
    }
    return { looked, faults }
  },
  planted: [
    {
      name: 'sentences that shout, and sentences in the other language',
      files: {
        'app/modules/people/messages.zh.ts':
          "export const zh = { saved: '已保存！', hello: (n: string) => `欢迎，${n}!`,\nlater: 'Please wait a moment', sms: 'SMS' }",
        'app/modules/people/messages.en.ts':
          "export const en = { saved: '已保存', unit: 'Qinzao (秦灶)', name: '中文',\n// not a sentence: what the sign at the door says\nsign: '薪火' }",
      },
      faults: [
        'app/modules/people/messages.zh.ts:1 shouts: 已保存！',
        'app/modules/people/messages.zh.ts:1 shouts: !',
        'app/modules/people/messages.zh.ts:2 is not translated: Please wait a moment',
        'app/modules/people/messages.en.ts:1 is not translated: 已保存',
      ],
    },
  ],
}

const spoken = new Set(['alt', 'title', 'placeholder', 'aria-label', 'aria-description', 'label'])

/** Whether a page would show this text as it stands: between tags, or in a spoken attribute. */
function isShown(node: Node, above: Node[]): boolean {
  if (node.type === 'JSXText') return true
  const parent = above.at(-1)
  if (parent?.type === 'JSXAttribute') {
    return parent.name.type === 'JSXIdentifier' && spoken.has(parent.name.name)
  }
  const direct = parent?.type === 'JSXExpressionContainer'
  return direct && above.at(-2)?.type === 'JSXElement'
}

export const sentencesInFiles: Check = {
  rule: 'no sentence is written into the code',
  find: (tree) => {
    const sources = tree.sources.filter(
      ({ path }) =>
        /^app\/.*\.tsx?$/.test(path) && ![isTest, isMessages, isOperators].some((is) => is(path)),
    )
    const faults: string[] = []
    for (const source of sources) {
      walk(source.program, (node, above) => {
        const text = textOf(node)?.trim()
        if (!text) return
        const sentence = chinese.test(text) || (/[A-Za-z]{2}/.test(text) && isShown(node, above))
        if (sentence && !isExcused(source, node, above)) {
          faults.push(fault(source, node, `says this itself: ${text}`))
        }
      })
    }
    return { looked: sources.length, faults }
  },
  planted: [
    {
      name: 'sentences in a rule, between tags and in an attribute',
      files: {
        'app/modules/people/rules.ts': "// 中文 may stand here\nexport const why = '已满'",
        'app/modules/people/pages/home.tsx':
          'export const Home = () => <main lang="zh" title="My home">\n  <p>Welcome home</p>{"Sign in"}{`第${1}场`}\n</main>',
        'app/ui/shell.tsx': "export const paths = { label: 'M3 3h4' }\nexport const dot = <i>·</i>",
        'app/platform/start-error.ts': "export const taken = '端口已被占用'",
        'app/platform/database/migrate.ts': "throw new StartError('数据库比本程序新')",
        'app/ui/dates.ts': "const days = ['周日', '周一']",
        'app/modules/people/messages.zh.ts': "export const zh = { full: '已满' }",
        'app/modules/organisation/import-divisions.ts':
          "// not a sentence: the heading that the bureau's files have\nconst heading = '代码'",
      },
      faults: [
        'app/modules/people/rules.ts:2 says this itself: 已满',
        'app/modules/people/pages/home.tsx:1 says this itself: My home',
        'app/modules/people/pages/home.tsx:2 says this itself: Welcome home',
        'app/modules/people/pages/home.tsx:2 says this itself: Sign in',
        'app/modules/people/pages/home.tsx:2 says this itself: 第',
        'app/modules/people/pages/home.tsx:2 says this itself: 场',
      ],
    },
  ],
}
