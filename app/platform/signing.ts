import {
  CompactSign,
  compactVerify,
  errors,
  exportJWK,
  generateKeyPair,
  generateSecret,
  importJWK,
  type JWK,
  jwtVerify,
  SignJWT,
} from 'jose'
import type { Context } from './context.ts'

type Reading = Pick<Context, 'tx' | 'street' | 'now'>
type Purpose = 'link' | 'certificate'

const algorithms = { link: 'HS256', certificate: 'EdDSA' } as const

async function newSecret(purpose: Purpose): Promise<JWK> {
  if (purpose === 'link') return exportJWK(await generateSecret('HS256', { extractable: true }))
  const pair = await generateKeyPair('EdDSA', { extractable: true })
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

/**
 * A token for a link that does one thing without a sign-in: what it may do (`does`), to what (`claims`,
 * kept short), and until when. Whoever holds it can do that and nothing else.
 */
export async function signLink(
  ctx: Reading,
  does: string,
  claims: Record<string, string>,
  expiresAt: Date,
): Promise<string> {
  const key = await importJWK(await keptSecret(ctx, 'link'), algorithms.link)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: algorithms.link })
    .setAudience(does)
    .setExpirationTime(expiresAt)
    .sign(key)
}

/** What a link's token says; 'expired' when its time is over, null for one that isn't ours or does another thing. */
export async function readLink(
  ctx: Reading,
  does: string,
  token: string,
): Promise<Record<string, string> | 'expired' | null> {
  const secret = await findSecret(ctx, 'link')
  if (!secret) return null
  const key = await importJWK(secret, algorithms.link)
  try {
    const { payload } = await jwtVerify<Record<string, string>>(token, key, {
      algorithms: [algorithms.link],
      audience: does,
      currentDate: ctx.now,
    })
    return payload as Record<string, string>
  } catch (error) {
    if (error instanceof errors.JWTExpired) return 'expired'
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

/** A statement signed by the street as a compact JWS (EdDSA), which anyone can check with its public key. */
export async function signStatement(
  ctx: Reading,
  statement: Record<string, unknown>,
): Promise<string> {
  const key = await importJWK(await keptSecret(ctx, 'certificate'), algorithms.certificate)
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: algorithms.certificate, kid: String(ctx.street) })
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
    const key = await importJWK(publicKey, algorithms.certificate)
    const { payload } = await compactVerify(signed, key, { algorithms: [algorithms.certificate] })
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
  return { ...open, kid: String(ctx.street), use: 'sig', alg: algorithms.certificate }
}
