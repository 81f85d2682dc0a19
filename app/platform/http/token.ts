import { createHash, randomBytes } from 'node:crypto'

/** What a browser or a program shows to be known again, and the street that knows it. */
export type Token = { street: number; hash: Buffer }

/** A new secret of 256 bits, as text. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a token: enough to know it again, not enough to use it. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A token as it is handed out: with its street before it, so that one lookup finds it. */
export function writeToken(street: number, token: string): string {
  return `${street}.${token}`
}

/** Reads what `writeToken` wrote; null for anything else. */
export function readToken(written: string | undefined): Token | null {
  const match = /^(\d{4,9})\.([\w-]{43})$/.exec(written ?? '')
  return match ? { street: Number(match[1]), hash: tokenHash(match[2]!) } : null
}
