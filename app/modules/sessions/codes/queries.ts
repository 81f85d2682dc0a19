import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { digitsFor, readLink, signLinks } from '#app/platform/signing.ts'
import { dayOf } from '#app/platform/time.ts'
import { signUpsOf } from '../seats/queries.ts'
import {
  type CodeReason,
  calling,
  codeIn,
  codeOver,
  type Expected,
  type Named,
  speaking,
  whyNotRead,
} from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

type CodeRow = { id: string; personId: string; madeAt: Date }

/** The codes that count now, of several people. */
function codesNow({ tx, street }: Reading, personIds: readonly string[]): Promise<CodeRow[]> {
  return tx
    .selectFrom('personalCode')
    .select(['id', 'personId', 'madeAt'])
    .where('streetId', '=', street)
    .where('personId', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .where('revokedAt', 'is', null)
    .execute()
}

/** What is in the QR of each of these people; nobody without a code. */
export async function tokensOf(
  ctx: ReadingNow,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await codesNow(ctx, personIds)
  const links = rows.map(({ id, madeAt }) => ({ id, expiresAt: codeOver(madeAt) }))
  const tokens = await signLinks(ctx, calling, links)
  return new Map(rows.flatMap(({ personId }, at) => (tokens ? [[personId, tokens[at]!]] : [])))
}

/** Whose code was read. One that was changed, belongs elsewhere, or was made anew says why it is nobody's. */
export async function personOfCode(
  ctx: ReadingNow,
  read: string,
): Promise<{ personId: string } | { reason: CodeReason }> {
  const token = codeIn(read)
  const link = token === null ? null : await readLink(ctx, calling, token)
  const code =
    link &&
    (await ctx.tx
      .selectFrom('personalCode')
      .select(['personId', 'revokedAt'])
      .where('streetId', '=', ctx.street)
      .where('id', '=', link.id)
      .executeTakeFirst())
  if (!link || !code) return { reason: 'rollCode.unknown' }
  const reason = whyNotRead(code, link.over)
  return reason ? { reason } : { personId: code.personId }
}

/** A code as a phone keeps it to know it again: nobody makes the code from it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex').slice(0, 24)
}

/** What is made into six digits for a person at a session. */
const saidBy = (sessionId: string, personId: string) => `${sessionId}\n${personId}`

/**
 * What a host's phone keeps to know people without a network: for each, the first 24 hex digits of the
 * SHA-256 of the code, null without one, and the six digits said aloud, null before the street has a key.
 */
export async function codesFor(
  ctx: ReadingNow,
  sessionId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, { codeHash: string | null; spoken: string | null }>> {
  const tokens = await tokensOf(ctx, personIds)
  const texts = personIds.map((personId) => saidBy(sessionId, personId))
  const digits = await digitsFor(ctx, speaking, texts)
  return new Map(
    personIds.map((personId, at) => {
      const token = tokens.get(personId)
      const spoken = digits?.[at] ?? null
      return [personId, { codeHash: token === undefined ? null : hashOf(token), spoken }]
    }),
  )
}

/** The six digits that a person says at a session; null before the street has a key. */
export async function spokenOf(
  ctx: ReadingNow,
  sessionId: string,
  personId: string,
): Promise<string | null> {
  return (await digitsFor(ctx, speaking, [saidBy(sessionId, personId)]))?.[0] ?? null
}

/** Who of those with a seat says these six digits: nobody, one, or seldom two. */
export async function personsOfSpoken(
  ctx: ReadingNow,
  sessionId: string,
  digits: string,
): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('signUp')
    .select('personId')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('cancelledAt', 'is', null)
    .orderBy('personId')
    .execute()
  const texts = rows.map(({ personId }) => saidBy(sessionId, personId))
  const said = (await digitsFor(ctx, speaking, texts)) ?? []
  return rows.filter((_, at) => said[at] === digits).map(({ personId }) => personId)
}

/** A person's code that counts now, to be ended: two who renew it come one after the other. */
export async function lockCode(ctx: Reading, personId: string) {
  return ctx.tx
    .selectFrom('personalCode')
    .select(['id'])
    .where('streetId', '=', ctx.street)
    .where('personId', '=', personId)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** Everyone who lives in a unit or holds something there today. */
function peopleOfUnit({ street, now }: Pick<Context, 'street' | 'now'>, unitId: string) {
  const today = dayOf(now)
  return sql`select p.id from person p where p.street_id = ${street} and p.home_unit_id = ${unitId}
    union select a.person_id from appointment a where a.street_id = ${street} and a.unit_id = ${unitId}
      and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})`
}

/** Who of a unit has no code yet. */
export async function peopleWithoutCode(ctx: ReadingNow, unitId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select each.id from (${peopleOfUnit(ctx, unitId)}) each
    where not exists (select from personal_code c where c.street_id = ${ctx.street}
      and c.person_id = each.id and c.revoked_at is null)
    order by each.id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

export type Card = { personId: string; name: string; token: string | null }

/** The cards of a unit in the order of names; someone without a code yet has none. */
export async function cardsOf(ctx: ReadingNow, unitId: string): Promise<Card[]> {
  const { rows } = await sql<{ personId: string; name: string }>`
    select p.id as person_id, p.name from person p
    where p.street_id = ${ctx.street} and p.id in (${peopleOfUnit(ctx, unitId)})
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  const tokens = await tokensOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  return rows.map((row) => ({ ...row, token: tokens.get(row.personId) ?? null }))
}

/** People's names and units, in the order of names. */
export async function namesOfPeople(ctx: Reading, personIds: readonly string[]): Promise<Named[]> {
  return ctx.tx
    .selectFrom('person')
    .leftJoin('unit', (join) =>
      join
        .onRef('unit.streetId', '=', 'person.streetId')
        .onRef('unit.id', '=', 'person.homeUnitId'),
    )
    .select(['person.id', 'person.name', 'unit.name as unitName'])
    .where('person.streetId', '=', ctx.street)
    .where('person.id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .orderBy('person.namePinyin')
    .orderBy('person.id')
    .execute()
}

/** Everyone with a seat at a session, with what a phone knows them by. */
export async function expectedAt(ctx: ReadingNow, sessionId: string): Promise<Expected[]> {
  const people = await signUpsOf(ctx, sessionId)
  const ids = people.map(({ id }) => id)
  const codes = await codesFor(ctx, sessionId, ids)
  return people.map(({ id, name, unitName }) => ({ id, name, unitName, ...codes.get(id)! }))
}
