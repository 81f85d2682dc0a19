import type { Config } from '#app/platform/config.ts'
import type { Language } from '#app/platform/language.ts'
import type { zh } from './messages.zh.ts'

export type Words = typeof zh

export type Terminal = {
  /** A line on standard output. */
  print(line: string): void
  /** A line on standard error. */
  complain(line: string): void
}

/** What a command was given: its arguments and options by name, and how to speak to the operator. */
export type Asked = Terminal & {
  config: Config
  given: Readonly<Record<string, string | undefined>>
  language: Language
  t: Words
}

/** Does the command; anything but 0 is the program's exit code. */
export type Run = (asked: Asked) => Promise<number | void>

export type Command = {
  /** The arguments that must stand after the command, in order. */
  arguments: readonly string[]
  /** Options, each with a value. */
  options: readonly string[]
  /** Options that stand by themselves. */
  flags?: readonly string[]
  load(): Promise<Run>
}
