import { expect, test } from 'vitest'
import { hearth } from '#test/operator.ts'
import { commandNames } from './run.ts'

const chinese = { LANG: 'zh_CN.UTF-8' }

test('without a command, the commands are listed', async () => {
  const { code, printed, complained } = await hearth([])
  expect({ code, printed }).toEqual({ code: 2, printed: '' })
  expect(await hearth(['--help'])).toEqual({ code: 0, printed: complained, complained: '' })
  for (const name of commandNames) expect(complained).toContain(`\n  ${name} `)
})

test.each(commandNames)('hearth %s --help says how, in both languages', async (name) => {
  for (const env of [{}, chinese]) {
    const { code, printed } = await hearth([name, '--help'], env)
    expect(code).toBe(0)
    expect(printed).toMatch(new RegExp(`^hearth ${name}.*(\\n.+)?\\n\\n.`))
  }
})

test.each([
  [['sevre'], 'There is no command "sevre"; hearth --help lists them.'],
  [['toString'], 'There is no command "toString"; hearth --help lists them.'],
  [['backup'], 'The folder is missing.\nhearth backup --help says how.'],
  [['import', 'divisions'], 'The file is missing.\nhearth import --help says how.'],
  [['migrate', 'now'], '"now" is one too many.\nhearth migrate --help says how.'],
])('hearth %s', async (argv, sentence) => {
  expect(await hearth(argv)).toEqual({ code: 2, printed: '', complained: sentence })
})

test('an option that is none', async () => {
  const { code, complained } = await hearth(['serve', '--port', '3000'])
  expect(code).toBe(2)
  expect(complained).toMatch(/--port.*\nhearth serve --help says how\.$/)
  expect((await hearth(['create-admin', '--street-name-en'], chinese)).complained).toMatch(
    /^命令写得不对：/,
  )
})

test('a wrong value in the environment is one sentence', async () => {
  const { code, complained } = await hearth(['doctor'], { PORT: 'abc' })
  expect(code).toBe(1)
  expect(complained).toContain('PORT is "abc"; it must be a whole number from 1 to 65535.')
})

test('the operator is spoken to in the terminal’s language', async () => {
  expect((await hearth(['sevre'], chinese)).complained).toBe(
    '没有“sevre”这个命令，用 hearth --help 看有哪些。',
  )
  expect((await hearth(['sevre'], { ...chinese, LC_ALL: 'C.UTF-8' })).complained).toMatch(/^There/)
})
