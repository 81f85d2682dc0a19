import {
  addDays,
  day,
  dayOf,
  hour,
  instantAt,
  later,
  minute,
  timeOf,
  yearsBetween,
} from '#app/platform/time.ts'
import type { Tables } from '#app/platform/tables.ts'

/** Why something about a person can't be done. Each is the key of its sentence. */
export type PeopleReason =
  | 'person_phone'
  | 'appointment_once'
  | 'appointment.endsBeforeStart'
  | 'guardian.notAdult'
  | 'guardian.ageUnknown'
  | 'guardian.ofAdult'
  | 'guardian_pkey'
  | 'guardian_check'
  | 'code.tooSoon'
  | 'code.tooMany'
  | 'code.wrong'
  | 'code.over'
  | 'password.wrong'
  | 'password.tooManyTries'
  | 'password.tooEasy'
  | 'password.signInAgain'
  | 'api_token_name'
  | 'suggestion.answered'
  | 'setUp.streetOpen'

export function whyNotAppointed(term: {
  fromOn: string
  untilOn?: string | undefined
}): PeopleReason | null {
  return term.untilOn !== undefined && term.untilOn < term.fromOn
    ? 'appointment.endsBeforeStart'
    : null
}

const adult = 18

/** Why this person can't be the guardian of that child. */
export function whyNotGuardian(
  child: { bornOn: string | null },
  guardian: { bornOn: string | null },
  now: Date,
): PeopleReason | null {
  const today = dayOf(now)
  if (child.bornOn !== null && yearsBetween(child.bornOn, today) >= adult) return 'guardian.ofAdult'
  if (guardian.bornOn === null) return 'guardian.ageUnknown'
  return yearsBetween(guardian.bornOn, today) < adult ? 'guardian.notAdult' : null
}

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
): PeopleReason | null {
  if (asked.ofPhone >= mostCodesOfPhone || asked.fromAddress >= mostCodesFromAddress)
    return 'code.tooMany'
  return asked.last !== null && later(asked.last, betweenCodes) > now ? 'code.tooSoon' : null
}

/** Why a code can't be tried any more. */
export function whyCodeOver(
  code: { expiresAt: Date; usedAt: Date | null; tries: number },
  now: Date,
): PeopleReason | null {
  const over = code.usedAt !== null || code.expiresAt <= now || code.tries >= mostTriesOfCode
  return over ? 'code.over' : null
}

// Passwords.

/** For how long a failed try counts. */
export const passwordWindow = 15 * minute
const mostFailuresOfPhone = 5
const mostFailuresFromAddress = 20

/** Why a password can't be tried just now. */
export function whyNoTry(failed: { ofPhone: number; fromAddress: number }): PeopleReason | null {
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
export function whyNotPassword(password: string, phone: string | null): PeopleReason | null {
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
export function whyNotFresh(signedInAt: Date, now: Date): PeopleReason | null {
  return later(signedInAt, freshFor) < now ? 'password.signInAgain' : null
}

// Notices.

export type Urgency = Tables['notice']['urgency']

const quietFrom = '21:00'
const quietUntil = '08:00'
const digestAt = '18:00'

/** The hours in which nobody is messaged but for safety. */
export function isQuiet(instant: Date): boolean {
  const time = timeOf(instant)
  return time >= quietFrom || time < quietUntil
}

/** When a person is told: at once for safety, by day what is soon, in the evening's digest the rest. */
export function dueAt(urgency: Urgency, now: Date): Date {
  if (urgency === 'safety') return now
  if (urgency === 'digest') return nextTime(digestAt, now)
  return isQuiet(now) ? nextTime(quietUntil, now) : now
}

function nextTime(time: string, now: Date): Date {
  const today = instantAt(dayOf(now), time)
  return today >= now ? today : instantAt(addDays(dayOf(now), 1), time)
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
