import type { Tables } from '#app/platform/tables.ts'
import { day, hour, later, minute } from '#app/platform/time.ts'

/** Why someone can't sign in, or change how. Each is the key of its sentence. */
export type AccountReason =
  | 'code.tooSoon'
  | 'code.tooMany'
  | 'code.wrong'
  | 'code.over'
  | 'password.wrong'
  | 'password.tooManyTries'
  | 'password.tooEasy'
  | 'password.signInAgain'
  | 'api_token_name'
  | 'setUp.streetOpen'

/** How long a browser stays signed in after it was last used. */
export const signInLife = 60 * day

// One-time codes.

/** How long a code is good for, and for how long asking counts against the limits. */
export const codeLife = 10 * minute
export const codeWindow = hour
const betweenCodes = minute
const mostCodesOfPhone = 5
const mostCodesFromAddress = 20
const mostTriesOfCode = 5

/** Why no further code is sent: the same for phones that are known and phones that are not. */
export function whyNoCode(
  asked: { last: Date | null; ofPhone: number; fromAddress: number },
  now: Date,
): AccountReason | null {
  if (asked.ofPhone >= mostCodesOfPhone || asked.fromAddress >= mostCodesFromAddress)
    return 'code.tooMany'
  return asked.last !== null && later(asked.last, betweenCodes) > now ? 'code.tooSoon' : null
}

/** Why a code can't be tried any more. */
export function whyCodeOver(
  code: { expiresAt: Date; usedAt: Date | null; tries: number },
  now: Date,
): AccountReason | null {
  const over = code.usedAt !== null || code.expiresAt <= now || code.tries >= mostTriesOfCode
  return over ? 'code.over' : null
}

// Passwords.

/** For how long a failed try counts. */
export const passwordWindow = 15 * minute
const mostFailuresOfPhone = 5
const mostFailuresFromAddress = 20

/** Why a password can't be tried just now. */
export function whyNoTry(failed: { ofPhone: number; fromAddress: number }): AccountReason | null {
  return failed.ofPhone >= mostFailuresOfPhone || failed.fromAddress >= mostFailuresFromAddress
    ? 'password.tooManyTries'
    : null
}

const rows = [
  '01234567890',
  '09876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
]
const favourites = ['password', 'qinzao', 'hearth', 'admin', '1qaz2wsx', '5201314']

/** Why a password would be guessed among the first thousand tries. */
export function whyNotPassword(password: string, phone: string | null): AccountReason | null {
  const plain = password.toLowerCase()
  const easy =
    new Set(plain).size < 4 ||
    rows.some((row) => row.includes(plain)) ||
    favourites.some((word) => plain.replace(word, '').length < 4) ||
    (phone !== null && (plain.includes(phone) || phone.includes(plain)))
  return easy ? 'password.tooEasy' : null
}

/** How fresh a sign-in has to be for choosing a password. */
const freshFor = 15 * minute

/** Why a password can't be chosen in this sign-in: someone may have left it open. */
export function whyNotFresh(signedInAt: Date, now: Date): AccountReason | null {
  return later(signedInAt, freshFor) < now ? 'password.signInAgain' : null
}

// Addresses and devices.

const longestPath = 500

/** A path of this site to go on to, without the word of what was last done; null for anything else. */
export function localPath(wanted: string | null | undefined): string | null {
  if (!wanted || wanted.length > longestPath || !/^\/(?![/\\])/.test(wanted)) return null
  if (!URL.canParse(wanted, 'http://hearth')) return null
  const url = new URL(wanted, 'http://hearth')
  if (url.host !== 'hearth') return null
  url.searchParams.delete('done')
  return url.pathname + url.search
}

const programs = [
  ['wechat', /MicroMessenger/],
  ['edge', /Edg(A|iOS)?\//],
  ['firefox', /Firefox|FxiOS/],
  ['chrome', /Chrome|CriOS/],
  ['safari', /Safari/],
] as const
const systems = [
  ['android', /Android/],
  ['iphone', /iPhone/],
  ['ipad', /iPad/],
  ['windows', /Windows/],
  ['mac', /Macintosh/],
  ['linux', /Linux/],
] as const

export type Device = {
  program: (typeof programs)[number][0] | null
  system: (typeof systems)[number][0] | null
}

/** Which program on which kind of device, so that people recognise their own. */
export function deviceOf(userAgent: string): Device {
  return {
    program: programs.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null,
    system: systems.find(([, pattern]) => pattern.test(userAgent))?.[0] ?? null,
  }
}

/** Enough of a number for its owner to know it. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}

/** The people whom the demo lets anyone be. */
export const personas = [
  'office',
  'organiser',
  'speaker',
  'member',
  'youth',
  'guardian',
  'proofreader',
  'volunteer',
  'district',
] as const satisfies readonly Tables['demoPersona']['name'][]
export type Persona = (typeof personas)[number]
