import { sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { readLink } from '#app/platform/signing.ts'
import { dayOf } from '#app/platform/time.ts'
import { personOfCode, personsOfSpoken } from '../codes/queries.ts'
import type { Standing } from '../rules.ts'
import {
  type Entry,
  type EntryResult,
  type Presence,
  type Recorded,
  type RollPresence,
  type RollState,
  rollStanding,
  wantedPerson,
} from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** The marks that count now, by person. */
export async function marksOf(ctx: Reading, sessionId: string): Promise<Map<string, Presence>> {
  const rows = await ctx.tx
    .selectFrom('attendance')
    .select(['personId', 'presence'])
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('replacedAt', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.personId, row.presence]))
}

/** `tail` are the phone's last digits, which tell two people of one name apart. */
export type FoundPerson = {
  id: string
  name: string
  unitName: string | null
  tail: string | null
  /** Not yet 18; where no birthday is known, someone with a guardian. */
  minor: boolean
}

/** Whether the person `p` is a child. */
function isMinor({ now }: Pick<Context, 'now'>) {
  return sql<boolean>`coalesce(p.born_on > ${dayOf(now)}::date - interval '18 years', exists (select
    from guardian where guardian.street_id = p.street_id and guardian.child_id = p.id))`
}

const mostFound = 12

/**
 * People by name, pinyin or the last digits of their phone: whose name begins so first, and of them those of the unit. A host finds
 * anyone of the street who walks in; nothing is shown of them but name and unit, and the phone's last
 * digits where two share a name. Elsewhere the scope
 * limits who can be found.
 */
export async function findPeople(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  typed: string,
  near: { unitId: string; within: Scope | null },
): Promise<FoundPerson[]> {
  const wanted = wantedPerson(typed)
  if (wanted === null) return []
  const { text } = wanted
  const fits = {
    phone: sql`p.phone like ${`%${text}`}`,
    pinyin: sql`p.name_pinyin like ${`%${text}%`}`,
    name: sql`strpos(p.name, ${text}) > 0`,
  }[wanted.by]
  // Who is looked for by the beginning of a name is seldom meant by its end.
  const begins = sql`p.name_pinyin like ${`${text}%`} or starts_with(p.name, ${text})`
  const reach =
    near.within === null ? sql`true` : sql`p.home_unit_id = any(${near.within.unitIds}::uuid[])`
  const { rows } = await sql<FoundPerson>`
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail, ${isMinor(ctx)} as minor
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and ${fits} and ${reach}
    order by not (${begins}), p.home_unit_id is distinct from ${near.unitId}::uuid, p.name_pinyin, p.id
    limit ${mostFound}`.execute(ctx.tx)
  return rows
}

/** One person on the roll: who it is, what is recorded, and what was recorded before. */
export type RollLine = FoundPerson & {
  presence: Presence | null
  earlier: { presence: Presence; by: string }[] | null
}

/**
 * The roll's names in pinyin order: everyone with a seat or a mark and, where wanted, everyone of the
 * unit. Without a single name yet it is the unit's people, since a branch often comes without signing up.
 */
export async function rollOf(
  ctx: Pick<Context, 'tx' | 'street' | 'now'>,
  session: { id: string; unitId: string },
  wholeUnit: boolean,
): Promise<RollLine[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<RollLine>`
    with named as (
      select person_id from sign_up
      where street_id = ${ctx.street} and session_id = ${session.id} and cancelled_at is null
      union select person_id from attendance where street_id = ${ctx.street} and session_id = ${session.id}
    ), of_unit as (
      select p.id from person p where p.street_id = ${ctx.street} and p.home_unit_id = ${session.unitId}
      union select a.person_id from appointment a where a.street_id = ${ctx.street} and a.unit_id = ${session.unitId}
        and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today})
    )
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail, ${isMinor(ctx)} as minor,
      mark.presence, (
      select json_agg(json_build_object('presence', old.presence, 'by', caller.name) order by old.id)
      from attendance old
      join person caller on caller.street_id = old.street_id and caller.id = old.recorded_by
      where old.street_id = ${ctx.street} and old.session_id = ${session.id} and old.person_id = p.id
        and old.replaced_at is not null) as earlier
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    left join attendance mark on mark.street_id = p.street_id and mark.session_id = ${session.id}
      and mark.person_id = p.id and mark.replaced_at is null
    where p.street_id = ${ctx.street} and (p.id in (select person_id from named)
      or (${wholeUnit} or not exists (select from named)) and p.id in (select id from of_unit))
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}

/** What a phone's link to a roll may do: send what the phone kept. */
export const sending = 'roll'

/** The phone that a link is of, while it may send. */
export async function findPhone(ctx: ReadingNow, sessionId: string, token: string) {
  const link = await readLink(ctx, sending, token)
  if (!link || link.over) return undefined
  return ctx.tx
    .selectFrom('rollPhone')
    .select(['id', 'personId'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', link.id)
    .where('sessionId', '=', sessionId)
    .executeTakeFirst()
}

/** What is recorded of each person now, and whose word that is. */
export async function whatStands(ctx: Reading, sessionId: string): Promise<Map<string, Recorded>> {
  const { rows } = await sql<Recorded & { personId: string }>`
    select mark.person_id, mark.presence, coalesce(word.phone_id, word.said_by, mark.recorded_by) as voice
    from attendance mark
    left join roll_entry word on word.street_id = mark.street_id and word.id = mark.entry_id
    where mark.street_id = ${ctx.street} and mark.session_id = ${sessionId} and mark.replaced_at is null`.execute(
    ctx.tx,
  )
  return new Map(rows.map(({ personId, ...recorded }) => [personId, recorded]))
}

/** Which of these words were heard before, wherever that was, and how they came out. */
export async function heardBefore(ctx: Reading, ids: readonly string[]) {
  return ctx.tx
    .selectFrom('rollEntry')
    .select(['id', 'sessionId', 'saidBy', 'result', 'personId'])
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

/** How many words a roll has heard, how many wait for it to open, and whether some are a phone's. */
export async function wordsHeard(ctx: Reading, sessionId: string, phoneId: string | null) {
  const { rows } = await sql<{ last: number; held: number; ofPhone: boolean }>`
    select coalesce(max(number), 0)::int as last, coalesce(bool_or(phone_id = ${phoneId}), false) as of_phone,
      count(*) filter (where result = 'held' and settled_at is null) as held
    from roll_entry where street_id = ${ctx.street} and session_id = ${sessionId}`.execute(ctx.tx)
  return rows[0]!
}

/** Which of these are people of the street. */
export async function peopleAmong(
  ctx: Reading,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await ctx.tx
    .selectFrom('person')
    .select('id')
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${[...personIds]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Whom a word is about: as it says, whose code was read, or who said these digits; null for nobody known. */
export async function personMeant(
  ctx: ReadingNow,
  sessionId: string,
  said: Pick<Entry, 'personId' | 'code' | 'spoken'>,
): Promise<string | null> {
  if (said.personId !== undefined) return said.personId
  if (said.code !== undefined) {
    const read = await personOfCode(ctx, said.code)
    return 'personId' in read ? read.personId : null
  }
  if (said.spoken === undefined) return null
  const [one, ...others] = await personsOfSpoken(ctx, sessionId, said.spoken)
  return one === undefined || others.length > 0 ? null : one
}

/** Words that wait for the roll to open, in the order in which they were heard. */
export async function heldEntries(ctx: Reading, sessionId: string) {
  const { rows } = await sql<HeldRow>`
    select id, kind, person_id, presence, seen, said_by, said_at, coalesce(phone_id, said_by) as voice
    from roll_entry where street_id = ${ctx.street} and session_id = ${sessionId}
      and result = 'held' and settled_at is null
    order by number`.execute(ctx.tx)
  return rows
}

type HeldRow = {
  id: string
  kind: Entry['kind']
  personId: string | null
  presence: RollPresence | null
  seen: Presence | null
  saidBy: string
  saidAt: Date
  voice: string
}

/** Sessions of which the roll is open, or will never be, while words still wait for that. */
export async function sessionsWithHeld(ctx: ReadingNow): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from session s
    where s.street_id = ${ctx.street} and (s.status in ('held', 'cancelled')
        or s.status = 'scheduled' and (lower(s.during) at time zone 'Asia/Shanghai')::date <= ${dayOf(ctx.now)}::date)
      and exists (select from roll_entry e where e.street_id = ${ctx.street} and e.session_id = s.id
        and e.result = 'held' and e.settled_at is null)
    order by s.id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

type MarkRow = { personId: string; presence: Presence; by: string; at: Date }
type WordRow = {
  id: string
  kind: Entry['kind']
  personId: string | null
  presence: RollPresence | null
  words: string
  guests: number
  result: EntryResult
  settled: boolean
  by: string
  at: Date
}

/** What counts on a roll now, and what is said otherwise. */
export async function rollState(
  ctx: ReadingNow,
  session: Standing & { id: string; revision: number },
): Promise<RollState> {
  const { street, tx } = ctx
  const marks = await sql<MarkRow>`
    select mark.person_id, mark.presence, caller.name as by, mark.recorded_at as at
    from attendance mark
    join person caller on caller.street_id = mark.street_id and caller.id = mark.recorded_by
    where mark.street_id = ${street} and mark.session_id = ${session.id} and mark.replaced_at is null
    order by mark.person_id`.execute(tx)
  const words = await sql<WordRow>`
    select e.id, e.kind, e.person_id, e.presence, e.words, e.guests, e.result, e.settled_at is not null as settled,
      caller.name as by, e.said_at as at
    from roll_entry e
    join person caller on caller.street_id = e.street_id and caller.id = e.said_by
    where e.street_id = ${street} and e.session_id = ${session.id}
      and (e.result = 'applied' and e.kind in ('guests', 'walk_in') or e.result = 'disputed' and e.settled_at is null)
    order by e.number`.execute(tx)
  // Rows only ever come, and are settled once: every change makes their number higher.
  const changes = await sql<{ count: number }>`
    select (select count(*) + count(settled_at) from roll_entry
        where street_id = ${street} and session_id = ${session.id})
      + (select count(*) from attendance where street_id = ${street} and session_id = ${session.id}) as count`.execute(
    tx,
  )
  const over = session.status === 'held' || session.status === 'cancelled' ? 1 : 0
  return {
    revision: changes.rows[0]!.count + session.revision + over,
    standing: rollStanding(session, ctx.now),
    marks: marks.rows.map((mark) => ({ ...mark, at: mark.at.toISOString() })),
    ...wordsThatCount(words.rows),
  }
}

function wordsThatCount(rows: readonly WordRow[]) {
  const told = rows.map((row) => ({ ...row, at: row.at.toISOString() }))
  const walkIns = told.filter(({ kind, personId }) => kind === 'walk_in' && personId === null)
  const guests = told.filter(({ kind }) => kind === 'guests')
  const leftAsGuests = walkIns.filter(({ settled }) => settled).length
  return {
    disputed: told
      .filter(({ result }) => result === 'disputed')
      .map(({ id, personId, presence, by, at }) => ({
        id,
        personId: personId!,
        presence: presence!,
        by,
        at,
      })),
    walkIns: walkIns
      .filter(({ settled }) => !settled)
      .map(({ id, words, by, at }) => ({ id, words, by, at })),
    guests:
      leftAsGuests +
      Math.max(
        0,
        guests.reduce((sum, each) => sum + each.guests, 0),
      ),
    guestEntries: guests.map(({ id }) => id),
  }
}

/** Who came without a name on the register: guests that were counted, and walk-ins nobody has found. */
export async function guestsOf(ctx: Reading, sessionId: string): Promise<number> {
  const { rows } = await sql<{ guests: number }>`
    select greatest(0, coalesce(sum(guests) filter (where kind = 'guests'), 0))
      + count(*) filter (where kind = 'walk_in' and person_id is null) as guests
    from roll_entry where street_id = ${ctx.street} and session_id = ${sessionId} and result = 'applied'`.execute(
    ctx.tx,
  )
  return rows[0]!.guests
}

const mostNear = 400

/** Someone whom a phone finds by itself: id, name, its pinyin, the phone's last digits, the unit. */
type Near = [id: string, name: string, pinyin: string, tail: string | null, unit: string | null]

/**
 * Whom a phone can find without a network: the people of the list, those of the unit, and as many of
 * its community as there is room for. No more of anyone than a host sees at the door.
 */
export async function peopleNear(
  ctx: Reading,
  session: { unitId: string; communityId: string | null },
  listed: readonly string[],
): Promise<Near[]> {
  const { rows } = await sql<{ near: Near }>`
    select json_build_array(p.id, p.name, p.name_pinyin, right(p.phone, 4),
      case when unit.id <> ${session.unitId} then unit.name end) as near
    from person p
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and (p.id = any(${[...listed]}::uuid[])
      or unit.id = ${session.unitId} or ${session.communityId}::uuid = any(unit.ancestors))
    order by p.id = any(${[...listed]}::uuid[]) desc, unit.id is not distinct from ${session.unitId} desc, p.name_pinyin
    limit ${mostNear}`.execute(ctx.tx)
  return rows.map(({ near }) => near)
}
