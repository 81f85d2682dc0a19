import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  CompactSign,
  compactVerify,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose'
import { parse, stringify } from 'uuid'
import type { Context } from './context.ts'

type Reading = Pick<Context, 'tx' | 'street' | 'now'>
type Purpose = 'link' | 'certificate'

const algorithm = 'EdDSA'

async function newSecret(purpose: Purpose): Promise<JWK> {
  if (purpose === 'link') return { kty: 'oct', k: randomBytes(32).toString('base64url') }
  const pair = await generateKeyPair(algorithm, { extractable: true })
  return exportJWK(pair.privateKey)
}

/** The street's key for a purpose; undefined until something was signed with it. */
async function findSecret(ctx: Reading, purpose: Purpose): Promise<JWK | undefined> {
  const row = await ctx.tx
    .selectFrom('signingKey')
    .select('secret')
    .where('streetId', '=', ctx.street)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  return row?.secret as JWK | undefined
}

/** The street's key for a purpose, made when it is first signed with; two at once make one. */
async function keptSecret(ctx: Reading, purpose: Purpose): Promise<JWK> {
  const known = await findSecret(ctx, purpose)
  if (known) return known
  const secret = JSON.stringify(await newSecret(purpose))
  await ctx.tx
    .insertInto('signingKey')
    .values({ streetId: ctx.street, purpose, secret, madeAt: ctx.now })
    .onConflict((conflict) => conflict.columns(['streetId', 'purpose']).doNothing())
    .execute()
  return (await findSecret(ctx, purpose))!
}

// A link's token: street (4 bytes), what it is about (16), until when in seconds (4), seal (16).
const sealAt = 24
const sealBytes = 16
const tokenLength = Math.ceil(((sealAt + sealBytes) * 4) / 3)

/**
 * A token for a link that does one thing without a sign-in: what it may do (`does`), to what (`id`), and
 * until when. Whoever holds it can do that and nothing else. It has 54 characters.
 */
export async function signLink(
  ctx: Reading,
  does: string,
  id: string,
  expiresAt: Date,
): Promise<string> {
  return tokenOf(await keptSecret(ctx, 'link'), ctx.street, does, { id, expiresAt })
}

/** The same for several at once and without writing: null as long as the street has no key. */
export async function signLinks(
  ctx: Reading,
  does: string,
  links: readonly Link[],
): Promise<string[] | null> {
  const secret = await findSecret(ctx, 'link')
  return secret ? links.map((link) => tokenOf(secret, ctx.street, does, link)) : null
}

/** Makes the street's key for links, so that pages, which only read, can sign from the first day. */
export async function prepareLinks(ctx: Reading): Promise<void> {
  await keptSecret(ctx, 'link')
}

type Link = { id: string; expiresAt: Date }

function tokenOf(secret: JWK, street: number, does: string, { id, expiresAt }: Link): string {
  const said = Buffer.alloc(sealAt)
  said.writeUInt32BE(street, 0)
  said.set(parse(id), 4)
  said.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 20)
  return Buffer.concat([said, sealOf(secret, does, said)]).toString('base64url')
}

const sixDigits = 1_000_000

/**
 * Six digits for each text, which only the street's key makes and nothing keeps; two texts may have the
 * same ones. Null as long as the street has no key.
 */
export async function digitsFor(
  ctx: Reading,
  does: string,
  texts: readonly string[],
): Promise<string[] | null> {
  const secret = await findSecret(ctx, 'link')
  if (!secret) return null
  return texts.map((text) => {
    const number = sealOf(secret, does, Buffer.from(text)).readUIntBE(0, 6) % sixDigits
    return String(number).padStart(6, '0')
  })
}

/** What a link's token is about, and whether its time is over; null for one that isn't ours or does another thing. */
export async function readLink(
  ctx: Reading,
  does: string,
  token: string,
): Promise<{ id: string; over: boolean } | null> {
  const bytes = bytesOf(token)
  const secret = bytes && (await findSecret(ctx, 'link'))
  if (!bytes || !secret || bytes.readUInt32BE(0) !== ctx.street) return null
  const said = bytes.subarray(0, sealAt)
  if (!timingSafeEqual(bytes.subarray(sealAt), sealOf(secret, does, said))) return null
  const until = bytes.readUInt32BE(20) * 1000
  return { id: stringify(said.subarray(4, 20)), over: until <= ctx.now.getTime() }
}

/** The street that a link's token names, before anything of it is believed. */
export function streetOfLink(token: string | undefined): number | undefined {
  return token === undefined ? undefined : bytesOf(token)?.readUInt32BE(0)
}

/** The bytes that a token spells; only one spelling of them counts. */
function bytesOf(token: string): Buffer | null {
  if (token.length !== tokenLength) return null
  const bytes = Buffer.from(token, 'base64url')
  return bytes.toString('base64url') === token ? bytes : null
}

/** Half of an HMAC-SHA-256: 128 bits, which nobody guesses. */
function sealOf({ k }: JWK, does: string, said: Uint8Array): Buffer {
  const key = Buffer.from(k!, 'base64url')
  return createHmac('sha256', key).update(`${does}\n`).update(said).digest().subarray(0, sealBytes)
}

/** A statement signed by the street as a compact JWS (EdDSA), which anyone can check with its public key. */
export async function signStatement(
  ctx: Reading,
  statement: Record<string, unknown>,
): Promise<string> {
  const key = await importJWK(await keptSecret(ctx, 'certificate'), algorithm)
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: algorithm, kid: String(ctx.street) })
    .sign(key)
}

/** What a signed statement says; null for one that the street didn't sign or that was changed. */
export async function readStatement(
  ctx: Reading,
  signed: string,
): Promise<Record<string, unknown> | null> {
  const publicKey = await publicKeyOf(ctx)
  if (!publicKey) return null
  try {
    const key = await importJWK(publicKey, algorithm)
    const { payload } = await compactVerify(signed, key, { algorithms: [algorithm] })
    return JSON.parse(new TextDecoder().decode(payload))
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

/** The public half of the key of the street's statements, as a JWK; undefined until one was signed. */
export async function publicKeyOf(ctx: Reading): Promise<JWK | undefined> {
  const secret = await findSecret(ctx, 'certificate')
  if (!secret) return undefined
  const { d: _secret, ...open } = secret
  return { ...open, kid: String(ctx.street), use: 'sig', alg: algorithm }
}
