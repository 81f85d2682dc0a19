import { parseArgs } from 'node:util'
import { readConfig } from '#app/platform/config.ts'
import { Forbidden, Invalid, NotFound, Refused } from '#app/platform/errors.ts'
import { type Language, said } from '#app/platform/language.ts'
import { StartError } from '#app/platform/start-error.ts'
import { words } from '#app/words.ts'
import type { Command, Terminal, Words } from './command.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'

/** Everything the operator can ask for. A command's code is loaded only when it is asked for. */
const commands = {
  serve: {
    arguments: [],
    options: [],
    load: async () => (await import('./serve.ts')).serve,
  },
  migrate: {
    arguments: [],
    options: [],
    load: async () => (await import('./migrate.ts')).bringUpToDate,
  },
  import: {
    arguments: ['what', 'file'],
    options: ['street'],
    load: async () => (await import('./import.ts')).importFile,
  },
  export: {
    arguments: ['street', 'folder'],
    options: [],
    load: async () => (await import('./export.ts')).exportStreet,
  },
  backup: {
    arguments: ['folder'],
    options: [],
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    arguments: ['folder'],
    options: [],
    load: async () => (await import('./restore.ts')).restore,
  },
  retention: {
    arguments: ['street'],
    options: [],
    flags: ['dry-run'],
    load: async () => (await import('./retention.ts')).retention,
  },
  doctor: {
    arguments: [],
    options: [],
    load: async () => (await import('./doctor.ts')).doctor,
  },
  'create-admin': {
    arguments: ['street', 'phone', 'name'],
    options: ['street-name-en'],
    load: async () => (await import('./create-admin.ts')).createAdmin,
  },
  'load-demo': {
    arguments: [],
    options: [],
    load: async () => (await import('./load-demo.ts')).loadTheDemo,
  },
} as const satisfies Record<string, Command>

export type CommandName = keyof typeof commands
export const commandNames = Object.keys(commands) as CommandName[]

type Environment = Record<string, string | undefined>
const failed = 1
const misused = 2

/** Runs `hearth <command> …` and says with which code the program ends. */
export async function runCommand(
  argv: readonly string[],
  env: Environment,
  terminal: Terminal,
): Promise<number> {
  const { print, complain } = terminal
  const language = languageOf(env)
  const t = { zh, en }[language]
  const [name = '', ...rest] = argv
  if (['', 'help', '--help', '-h'].includes(name)) {
    const overview = t.overview(commandNames)
    if (name === '') complain(overview)
    else print(overview)
    return name === '' ? misused : 0
  }
  if (!isCommand(name)) {
    complain(t.unknownCommand(name))
    return misused
  }
  const command: Command = commands[name]
  const given = read(command, rest, t)
  if (typeof given === 'string') {
    complain(`${given}\n${t.seeHelp(name)}`)
    return misused
  }
  if (given['help'] !== undefined) {
    print(t.help[name])
    return 0
  }
  try {
    const run = await command.load()
    return (await run({ config: readConfig(env), given, language, t, ...terminal })) ?? 0
  } catch (error) {
    complain(sentenceOf(error, language, t))
    return failed
  }
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

/** The operator is spoken to in the language of the terminal. */
function languageOf(env: Environment): Language {
  return /^zh/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'zh' : 'en'
}

/** The arguments and options by name, or the sentence for what is wrong with them. */
function read(command: Command, argv: readonly string[], t: Words) {
  const strings = command.options.map((name) => [name, { type: 'string' as const }] as const)
  const help = { help: { type: 'boolean' as const, short: 'h' } }
  const flags = (command.flags ?? []).map((name) => [name, { type: 'boolean' as const }] as const)
  let parsed
  try {
    parsed = parseArgs({
      args: [...argv],
      options: { ...Object.fromEntries(strings), ...Object.fromEntries(flags), ...help },
      allowPositionals: true,
    })
  } catch (error) {
    return t.badOption((error as Error).message)
  }
  const { values, positionals } = parsed
  const { help: asksHelp, ...given } = values as Record<string, string | boolean>
  if (asksHelp) return { help: 'yes' }
  const options = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === true ? 'yes' : value]),
  )
  const missing = command.arguments[positionals.length]
  if (missing !== undefined) return t.missing(t.arguments[missing as keyof Words['arguments']])
  const extra = positionals[command.arguments.length]
  if (extra !== undefined) return t.tooMany(extra)
  const named = command.arguments.map((name, at) => [name, positionals[at]])
  return { ...options, ...Object.fromEntries(named) } as Record<string, string | undefined>
}

/** What went wrong, in a sentence; a bug is shown whole. */
function sentenceOf(error: unknown, language: Language, t: Words): string {
  const { reasons } = words[language]
  if (error instanceof StartError) return error.message
  if (error instanceof Refused) return said(reasons, error.reason, error.details) ?? error.reason
  if (error instanceof NotFound) return t.notFound
  if (error instanceof Forbidden) return t.forbidden
  if (error instanceof Invalid) {
    const lines = Object.entries(error.issues).map(([field, issue]) => {
      const row = /^row\.(\d+)$/.exec(field)?.[1]
      return `${row ? t.row(row) : field}: ${said(reasons, issue) ?? issue}`
    })
    return [t.nothingChanged, ...lines].join('\n')
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
