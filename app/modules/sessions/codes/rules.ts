import { day, later } from '#app/platform/time.ts'

/** Why a code can't be used, or made anew. Each is the key of its sentence. */
export type CodeReason =
  | 'rollCode.unknown'
  | 'rollCode.renewed'
  | 'rollCode.over'
  | 'rollCode.none'
  | 'rollCode.noDigits'
  | 'personal_code_now'

/** What a personal code is signed for. */
export const calling = 'roll-code'
/** What the six digits said aloud are made for. */
export const speaking = 'roll-digits'

const lifeInDays = 3 * 365

/** Until when a code is good: a printed card lasts three years and is then made anew. */
export function codeOver(madeAt: Date): Date {
  return later(madeAt, lifeInDays * day)
}

const tokenAt = /(?:^|\/c\/)([\w-]{54})\/?(?:[?#].*)?$/

/** The code in what a scanner read: alone, or as the address that a phone's own camera opens. */
export function codeIn(text: string): string | null {
  return tokenAt.exec(text.trim())?.[1] ?? null
}

const fullWidth = /[０-９]/g

/** The six digits in what a host typed, with spaces or dashes as people say them. */
export function digitsIn(typed: string): string | null {
  const plain = typed
    .replace(fullWidth, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s-]/g, '')
  return /^\d{6}$/.test(plain) ? plain : null
}

/** Digits as they are said: in two groups of three. */
export function spacedDigits(digits: string): string {
  return `${digits.slice(0, 3)} ${digits.slice(3)}`
}

/** Why a code that is ours says nobody: it was made anew, or its time is over. */
export function whyNotRead(code: { revokedAt: Date | null }, over: boolean): CodeReason | null {
  if (code.revokedAt !== null) return 'rollCode.renewed'
  return over ? 'rollCode.over' : null
}

/** Why no code is made: there is one, and it shall not end. */
export function whyNotMade(hasOne: boolean, anew: boolean): CodeReason | null {
  return hasOne && !anew ? 'personal_code_now' : null
}

/** A person as a host is shown them. */
export type Named = { id: string; name: string; unitName: string | null }

/** Someone with a seat, as a host's phone knows them without a network. */
export type Expected = Named & { codeHash: string | null; spoken: string | null }
