import { type RawBuilder, sql } from 'kysely'
import type { Actor, Context, Role } from '#app/platform/context.ts'
import { enterStreet } from '#app/platform/database/connection.ts'
import { found } from '#app/platform/errors.ts'
import { tokenHash } from '#app/platform/http/token.ts'
import type { FindReader } from '#app/platform/http/visitor.ts'
import type { Language } from '#app/platform/language.ts'
import { dayOf, hour, later } from '#app/platform/time.ts'
import { codeWindow, type Persona, passwordWindow, personas, signInLife } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

type HeldRow = { role: Role; unitId: string; reach: string[] }
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

/** What a person holds today, each appointment with every unit it reaches. */
function heldToday({ street, now }: Pick<Context, 'street' | 'now'>) {
  const today = dayOf(now)
  return sql<HeldRow[] | null>`(
    select json_agg(json_build_object('role', a.role, 'unitId', a.unit_id, 'reach',
      (select json_agg(u.id) from unit u where u.street_id = ${street} and u.ancestors @> array[a.unit_id])))
    from appointment a
    where a.street_id = ${street} and a.person_id = p.id and a.from_on <= ${today}
      and (a.until_on is null or a.until_on >= ${today}))`
}

function actorFrom(row: { personId: string; name: string; held: HeldRow[] | null }): Actor {
  const appointments = (row.held ?? []).map((held) => ({ ...held, reach: new Set(held.reach) }))
  return { kind: 'person', personId: row.personId, name: row.name, appointments }
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

/** The person as an actor, with what the person holds today. */
export async function actorOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  personId: string,
): Promise<Actor> {
  const { rows } = await sql<{ personId: string; name: string; held: HeldRow[] | null }>`
    select p.id as person_id, p.name, ${heldToday(ctx)} as held
    from person p where p.street_id = ${ctx.street} and p.id = ${personId}`.execute(ctx.tx)
  return actorFrom(found(rows[0]))
}

export async function findPerson(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('person')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', personId)
    .executeTakeFirst()
}

export async function findPersonByPhone(ctx: Reading, phone: string) {
  return ctx.tx
    .selectFrom('person')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('phone', '=', phone)
    .executeTakeFirst()
}

/** Everyone who holds one of these roles today, at the unit where one is named. */
export async function holdersOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  roles: readonly Role[],
  unitId?: string,
): Promise<string[]> {
  const today = dayOf(ctx.now)
  const rows = await ctx.tx
    .selectFrom('appointment')
    .select('personId')
    .distinct()
    .where('streetId', '=', ctx.street)
    .where('role', 'in', [...roles])
    .where('fromOn', '<=', today)
    .where((or) => or.or([or('untilOn', 'is', null), or('untilOn', '>=', today)]))
    .$if(unitId !== undefined, (query) => query.where('unitId', '=', unitId!))
    .execute()
  return rows.map((row) => row.personId)
}

/** A person with the units they belong to: their home, and where they hold something today. */
export async function findWithUnits(ctx: Reading & Pick<Context, 'now'>, personId: string) {
  const today = dayOf(ctx.now)
  const { rows } = await sql<{ id: string; name: string; phone: string | null; unitIds: string[] }>`
    select p.id, p.name, p.phone, array_remove(array_append(array(
      select a.unit_id from appointment a
      where a.street_id = ${ctx.street} and a.person_id = p.id and a.from_on <= ${today}
        and (a.until_on is null or a.until_on >= ${today})), p.home_unit_id), null) as unit_ids
    from person p where p.street_id = ${ctx.street} and p.id = ${personId}`.execute(ctx.tx)
  return rows[0]
}

export type HistoryRow = {
  id: string
  name: string
  at: Date
  /** Empty where the program itself did it. */
  actor: string
  onBehalfOf: string | null
  reason: string | null
  // oxlint-disable-next-line no-explicit-any -- each fact's own sentence knows its details
  details: Record<string, any>
}

const longestHistory = 200

/** What happened to a thing and its parts, newest first: who did it, for whom, and why. */
export async function historyOf(ctx: Reading, ...subjectIds: string[]): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select f.id, f.name, f.at, coalesce(actor.name, '') as actor, other.name as on_behalf_of,
      f.reason, f.details
    from fact f
    left join person actor on actor.street_id = ${ctx.street} and actor.id = f.actor_id
    left join person other on other.street_id = ${ctx.street} and other.id = f.on_behalf_of
    where f.street_id = ${ctx.street} and f.subject_id = any(${subjectIds}::uuid[])
    order by f.id desc limit ${longestHistory}`.execute(ctx.tx)
  return rows
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
