import type { Context as Exchange } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Context, nobody } from '../context.ts'
import { inStreet, type Tx } from '../database/connection.ts'
import { NotFound } from '../errors.ts'
import { hour, later } from '../time.ts'
import { Unanswered } from './api-problem.ts'
import { addressOf, type Site } from './site.tsx'
import { readToken } from './token.ts'
import type { FindReader } from './visitor.ts'

/** Who calls: in which street, and what shows who it is. */
export type Caller = {
  street: number
  now: Date
  files: string
  address: string
  proof: { hash: Buffer; find: FindReader; kind: 'token' | 'cookie' } | null
}

/** What a program sends, else what a browser has; the street is theirs, or the one that is asked for. */
export async function callerOf(
  site: Site,
  findTokenHolder: FindReader,
  c: Exchange,
  wanted: number | undefined,
): Promise<Caller> {
  const streets = await site.streets()
  const header = c.req.header('authorization')
  const bearer = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  const token = readToken(header === undefined ? getCookie(c, 'hearth') : bearer)
  if (header !== undefined && !(token && streets.has(token.street)))
    throw new Unanswered('signedOut')
  const street = token?.street ?? wanted ?? [...streets.keys()][0]
  if (street === undefined || !streets.has(street) || street !== (wanted ?? street))
    throw new NotFound('no such street')
  const base = {
    street,
    now: site.clock(),
    files: site.database.files,
    address: addressOf(site, c),
  }
  if (!token) return { ...base, proof: null }
  const { hash } = token
  return header === undefined
    ? { ...base, proof: { hash, find: site.findReader, kind: 'cookie' } }
    : { ...base, proof: { hash, find: findTokenHolder, kind: 'token' } }
}

/** The caller's context within a transaction. */
export async function contextOf(tx: Tx, caller: Caller, open: boolean): Promise<Context> {
  const { street, now, files, address, proof } = caller
  const found = proof && (await proof.find({ street, now, tx }, proof.hash))
  if (!found && (proof?.kind === 'token' || !open)) throw new Unanswered('signedOut')
  return { street, now, tx, files, address, actor: found?.actor ?? nobody, onBehalfOf: null }
}

const mostRemembered = 10_000

/** Writes down that a token is in use; those who only read are written down once an hour. */
export function usesMarked(site: Site): (caller: Caller) => Promise<void> {
  const markedAt = new Map<string, Date>()
  return async ({ street, now, proof }) => {
    if (proof?.kind !== 'token') return
    const name = proof.hash.toString('base64')
    const last = markedAt.get(name)
    if (last && later(last, hour) > now) return
    if (markedAt.size >= mostRemembered) markedAt.clear()
    markedAt.set(name, now)
    // Looking a token up where something may be written marks it.
    await inStreet(site.database, street, (tx) => proof.find({ street, now, tx }, proof.hash))
  }
}
