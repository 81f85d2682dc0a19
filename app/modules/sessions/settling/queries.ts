import { sql } from 'kysely'
import type { Scope } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import type { EntryKind, EntryResult, Presence, RollPresence } from '../roll/rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** A word of a roll, to be decided about. */
export async function findWord(ctx: Reading, entryId: string) {
  return ctx.tx
    .selectFrom('rollEntry')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', entryId)
    .executeTakeFirst()
}

/** Who closed a session; undefined for one that is not closed. */
export async function closerOf(ctx: Reading, sessionId: string) {
  return ctx.tx
    .selectFrom('outcome')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'outcome.streetId')
        .onRef('person.id', '=', 'outcome.closedBy'),
    )
    .select(['person.id', 'person.name'])
    .where('outcome.streetId', '=', ctx.street)
    .where('outcome.sessionId', '=', sessionId)
    .executeTakeFirst()
}

/** People who bear exactly one of these names: they are most likely whom a walk-in's name means. */
export async function namesakes(ctx: Reading, names: readonly string[]) {
  const { rows } = await sql<{
    id: string
    name: string
    unitName: string | null
    tail: string | null
  }>`
    select p.id, p.name, unit.name as unit_name, right(p.phone, 4) as tail
    from person p
    left join unit on unit.street_id = ${ctx.street} and unit.id = p.home_unit_id
    where p.street_id = ${ctx.street} and p.name = any(${[...names]}::text[])
    order by p.name_pinyin, p.id
    limit 50`.execute(ctx.tx)
  return rows
}

/** A word of a roll that needs someone to look at it, with what is recorded instead. */
export type OpenEntry = {
  id: string
  kind: EntryKind
  result: EntryResult
  personId: string | null
  personName: string | null
  presence: RollPresence | null
  words: string
  guests: number
  saidBy: string
  by: string
  saidAt: Date
  receivedAt: Date
  secondsOff: number
  settledAt: Date | null
  /** What counts of the person now, and who says so. */
  recorded: Presence | null
  recordedBy: string | null
  recordedAt: Date | null
}

/** What is open, in the words of the table `e`: it is not settled, and does not simply wait for the day. */
const isOpen = sql`e.settled_at is null
  and (e.result in ('disputed', 'late', 'kept', 'refused') or e.kind = 'walk_in' and e.result <> 'held')`

/** What is open on a roll, in the order in which it was heard. */
export async function openEntries(ctx: Reading, sessionId: string): Promise<OpenEntry[]> {
  const { street } = ctx
  const { rows } = await sql<OpenEntry>`
    select e.id, e.kind, e.result, e.person_id, p.name as person_name, e.presence, e.words, e.guests, e.said_by,
      caller.name as by, e.said_at, e.received_at, e.seconds_off, e.settled_at, mark.presence as recorded,
      recorder.name as recorded_by, mark.recorded_at
    from roll_entry e
    join person caller on caller.street_id = ${street} and caller.id = e.said_by
    left join person p on p.street_id = ${street} and p.id = e.person_id
    left join attendance mark on mark.street_id = ${street} and mark.session_id = e.session_id
      and mark.person_id = e.person_id and mark.replaced_at is null
    left join person recorder on recorder.street_id = ${street} and recorder.id = mark.recorded_by
    where e.street_id = ${street} and e.session_id = ${sessionId} and ${isOpen}
    order by e.number`.execute(ctx.tx)
  return rows
}

/** What hosts noted on a roll, for who closes the session. */
export async function notesOf(ctx: Reading, sessionId: string) {
  const { rows } = await sql<{ words: string; by: string; saidAt: Date }>`
    select e.words, caller.name as by, e.said_at
    from roll_entry e
    join person caller on caller.street_id = ${ctx.street} and caller.id = e.said_by
    where e.street_id = ${ctx.street} and e.session_id = ${sessionId} and e.kind = 'note' and e.result = 'applied'
    order by e.number`.execute(ctx.tx)
  return rows
}

/** Sessions of which something on the roll is open: of these units, or hosted by the person. */
export async function rollsToSettle(ctx: Reading, who: { personId: string; scope: Scope }) {
  const { rows } = await sql<{ sessionId: string; title: string; titleEn: string; open: number }>`
    select s.id as session_id, s.title, s.title_en, count(*) as open
    from roll_entry e
    join session s on s.street_id = ${ctx.street} and s.id = e.session_id
    where e.street_id = ${ctx.street} and ${isOpen}
      and (s.host_id = ${who.personId} or s.unit_id = any(${[...who.scope.unitIds]}::uuid[]))
    group by s.id, s.title, s.title_en, s.during
    order by lower(s.during), s.id
    limit 50`.execute(ctx.tx)
  return rows
}
