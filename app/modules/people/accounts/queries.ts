import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { enterStreet } from '#app/platform/database/connection.ts'
import { tokenHash } from '#app/platform/http/token.ts'
import type { FindReader } from '#app/platform/http/visitor.ts'
import type { Language } from '#app/platform/language.ts'
import { hour, later } from '#app/platform/time.ts'
import { actorFrom, type HeldRow, heldToday } from '../queries.ts'
import { codeWindow, type Persona, passwordWindow, personas, signInLife } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

type ReaderRow = {
  proofId: string
  seenAt: Date | null
  writing: boolean
  personId: string
  name: string
  language: Language
  largeText: boolean
  unread: number
  held: HeldRow[] | null
}

type Holding = Parameters<FindReader>[0]

/** Who holds a proof (a row of `id`, `person_id`, `seen_at`), with today's appointments, in one round trip. */
async function holderOf(ctx: Holding, proof: RawBuilder<unknown>): Promise<ReaderRow | undefined> {
  const { street } = ctx
  const { rows } = await sql<ReaderRow>`
    select s.id as proof_id, s.seen_at, current_setting('transaction_read_only') = 'off' as writing,
      p.id as person_id, p.name, p.language, p.large_text, ${heldToday(ctx)} as held,
      (select count(*) from notice n
        where n.street_id = ${street} and n.person_id = p.id and n.read_at is null) as unread
    from (${proof}) s join person p on p.street_id = ${street} and p.id = s.person_id`.execute(
    ctx.tx,
  )
  return rows[0]
}

/** Looking is enough to read; what is used for writing is marked as seen, a few times a day. */
function isStale(row: ReaderRow, now: Date): boolean {
  return row.writing && (row.seenAt === null || later(row.seenAt, 6 * hour) < now)
}

function readerFrom(row: ReaderRow, signInId: string | null) {
  const { language, largeText: large, unread } = row
  return { actor: actorFrom(row), signInId, language, large, unread }
}

/** Who is signed in under the hash of a browser's token. Using a sign-in makes it last longer. */
export const findReader: FindReader = async (ctx, hash) => {
  const row = await holderOf(
    ctx,
    sql`select id, person_id, seen_at from sign_in where street_id = ${ctx.street}
      and token_hash = ${hash} and ended_at is null and expires_at > ${ctx.now}`,
  )
  if (!row) return null
  if (isStale(row, ctx.now)) {
    await ctx.tx
      .updateTable('signIn')
      .set({ seenAt: ctx.now, expiresAt: later(ctx.now, signInLife) })
      .where('streetId', '=', ctx.street)
      .where('id', '=', row.proofId)
      .execute()
  }
  return readerFrom(row, row.proofId)
}

/** Whose API token has this hash. */
export const findTokenHolder: FindReader = async (ctx, hash) => {
  const row = await holderOf(
    ctx,
    sql`select id, person_id, used_at as seen_at from api_token where street_id = ${ctx.street}
      and token_hash = ${hash} and ended_at is null`,
  )
  if (!row) return null
  if (isStale(row, ctx.now)) {
    await ctx.tx
      .updateTable('apiToken')
      .set({ usedAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('id', '=', row.proofId)
      .execute()
  }
  return readerFrom(row, null)
}

/** Lets the tries of one phone, and of one address, happen one after the other until the transaction ends. */
export async function holdTries(ctx: Reading, phone: string, addressHash: Buffer): Promise<void> {
  const address = `address ${addressHash.toString('hex')}`
  await sql`select pg_advisory_xact_lock(${ctx.street}, hashtext(${address}))`.execute(ctx.tx)
  await sql`select pg_advisory_xact_lock(${ctx.street}, hashtext(${`phone ${phone}`}))`.execute(
    ctx.tx,
  )
}

/** How often codes were asked for within the hour, for a phone and from an address. */
export async function codesAsked(
  ctx: Reading & Pick<Context, 'now'>,
  phone: string,
  addressHash: Buffer,
) {
  const since = later(ctx.now, -codeWindow)
  const { rows } = await sql<{ last: Date | null; ofPhone: number; fromAddress: number }>`
    select max(made_at) filter (where phone = ${phone}) as last,
      count(*) filter (where phone = ${phone}) as of_phone,
      count(*) filter (where address_hash = ${addressHash}) as from_address
    from sign_in_code where street_id = ${ctx.street} and made_at > ${since}
      and (phone = ${phone} or address_hash = ${addressHash})`.execute(ctx.tx)
  return rows[0]!
}

/** How often a password was wrong of late, for a phone and from an address. */
export async function passwordsFailed(
  ctx: Reading & Pick<Context, 'now'>,
  phone: string,
  addressHash: Buffer,
) {
  const since = later(ctx.now, -passwordWindow)
  const { rows } = await sql<{ ofPhone: number; fromAddress: number }>`
    select count(*) filter (where phone = ${phone}) as of_phone,
      count(*) filter (where address_hash = ${addressHash}) as from_address
    from password_try where street_id = ${ctx.street} and at > ${since}
      and (phone = ${phone} or address_hash = ${addressHash})`.execute(ctx.tx)
  return rows[0]!
}

/** A person's sign-ins that are still good, the last used first. */
export async function signInsOf(ctx: Reading & Pick<Context, 'now'>, personId: string) {
  return ctx.tx
    .selectFrom('signIn')
    .select(['id', 'device', 'madeAt', 'seenAt'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .orderBy('seenAt', 'desc')
    .execute()
}

/** A person's API tokens that are still good. */
export async function apiTokensOf(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('apiToken')
    .select(['id', 'name', 'madeAt', 'usedAt'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .orderBy('id')
    .execute()
}

/** The hash of a person's password. */
export async function passwordOf(ctx: Reading, personId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('password')
    .select('hash')
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row?.hash
}

/** The phone for which a code was asked. */
export async function phoneAsked(ctx: Reading, askedId: string): Promise<string | undefined> {
  const row = await ctx.tx
    .selectFrom('signInCode')
    .select('phone')
    .where('streetId', '=', ctx.street)
    .where('id', '=', askedId)
    .executeTakeFirst()
  return row?.phone
}

/** Every street that is open, in the order of opening. */
export async function streetsServed(ctx: Pick<Context, 'tx'>) {
  return ctx.tx
    .selectFrom('street')
    .select(['streetId', 'name', 'nameEn'])
    .orderBy('openedAt')
    .execute()
}

export type NamedPersona = { street: number; name: Persona; personId: string; personName: string }

/** The demo's named people, of every street served; the first street with a name has it. */
export async function demoPersonas(ctx: Reading): Promise<NamedPersona[]> {
  const named = new Map<Persona, NamedPersona>()
  // one query a street: row-level security shows one at a time, and a demo has two or three
  for (const { streetId: street } of await streetsServed(ctx)) {
    await enterStreet(ctx.tx, street)
    const { rows } = await sql<NamedPersona>`
      select d.street_id as street, d.name, d.person_id, p.name as person_name
      from demo_persona d join person p on p.street_id = ${street} and p.id = d.person_id
      where d.street_id = ${street}`.execute(ctx.tx)
    for (const row of rows) if (!named.has(row.name)) named.set(row.name, row)
  }
  await enterStreet(ctx.tx, ctx.street)
  return personas.flatMap((name) => named.get(name) ?? [])
}

/** The set-up link of this token, while it is good; locked where it is to be used. */
export async function findSetUpLink(
  ctx: Pick<Context, 'tx' | 'now'>,
  token: string,
  lock?: 'lock',
): Promise<{ id: string } | undefined> {
  return ctx.tx
    .selectFrom('setUpLink')
    .select('id')
    .where('tokenHash', '=', tokenHash(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .$if(lock !== undefined, (query) => query.forUpdate())
    .executeTakeFirst()
}
