import { sql } from 'kysely'
import { openUnits } from '#app/modules/organisation/queries.ts'
import { officeRoles, scopeOf, unitRoles } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import type { CsvRow } from '#app/platform/csv.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayRunSession } from '../access.ts'
import { questionsOf } from '../questions/queries.ts'
import type { Seats } from '../rules.ts'
import { sizeOf, whyNeverSeated } from '../seats/rules.ts'
import { bareName, digitsOf, type Judged, judge, type Known, type ListColumns } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type SentList = {
  id: string
  sessionId: string
  fileName: string
  madeAt: Date
  rows: CsvRow[]
  headingsAt: number
  columns: ListColumns
  doneAt: Date | null
  seated: number | null
  waiting: number | null
}

type Run = { id: string; hostId: string; unitId: string }

/** The lists sent for a session that someone may see: all for who runs it, else one's own. */
function listsFor({ tx, street, actor }: Reading & Pick<Context, 'actor'>, session: Run) {
  return tx
    .selectFrom('signUpList')
    .where('streetId', '=', street)
    .where('sessionId', '=', session.id)
    .$if(!mayRunSession(actor, session), (query) => query.where('madeBy', '=', actor.personId!))
}

function sentList(ctx: Reading & Pick<Context, 'actor'>, session: Run, listId: string) {
  return listsFor(ctx, session)
    .select(['id', 'sessionId', 'fileName', 'madeAt', 'rows', 'headingsAt', 'columns', 'doneAt'])
    .select(['seated', 'waiting'])
    .where('id', '=', listId)
}

/** A list of sign-ups that was sent for a session. */
export async function findSentList(
  ctx: Reading & Pick<Context, 'actor'>,
  session: Run,
  listId: string,
) {
  const list = await sentList(ctx, session, listId).executeTakeFirst()
  return list as SentList | undefined
}

/** The same, to be changed. */
export async function lockSentList(
  ctx: Reading & Pick<Context, 'actor'>,
  session: Run,
  listId: string,
) {
  const list = await sentList(ctx, session, listId).forUpdate().executeTakeFirst()
  return list as SentList | undefined
}

/** The lists sent of late for a session, the latest first. */
export async function lateSentLists(ctx: Reading & Pick<Context, 'actor'>, session: Run) {
  return listsFor(ctx, session)
    .select(['id', 'fileName', 'madeAt', 'doneAt', 'seated', 'waiting'])
    .select(sql<number>`jsonb_array_length(rows) - headings_at - 1`.as('people'))
    .orderBy('id', 'desc')
    .execute()
}

type Session = Seats & Run

/** What would become of each row of a list if it were entered now. */
export async function judgedRows(
  ctx: Reading & Pick<Context, 'now' | 'actor'>,
  session: Session,
  list: SentList,
): Promise<Judged[]> {
  const { rows, headingsAt, columns } = list
  const cells = (field: 'name' | 'phone') => {
    const at = columns.indexOf(field)
    return rows.slice(headingsAt + 1).map(({ fields }) => fields[at] ?? '')
  }
  return judge({
    rows,
    headingsAt,
    columns,
    units: await openUnits(ctx),
    known: await peopleLike(ctx, session, {
      names: cells('name').map(bareName),
      phones: cells('phone').map(digitsOf),
    }),
    questions: await questionsOf(ctx, session.id),
  })
}

type PersonRow = Omit<Known, 'never'> & { bornOn: string | null }

/**
 * Everyone with one of these names or numbers whom the sender may sign up: who runs the session anyone of
 * the street, else the people of the units one runs.
 */
async function peopleLike(
  ctx: Reading & Pick<Context, 'now' | 'actor'>,
  session: Session,
  { names, phones }: { names: string[]; phones: string[] },
): Promise<Known[]> {
  const { street, actor, now, tx } = ctx
  const today = dayOf(now)
  const runs = mayRunSession(actor, session)
  const { unitIds } = scopeOf(actor, [...officeRoles, ...unitRoles])
  const { rows } = await sql<PersonRow>`
    select * from (
      select p.id, p.name, p.phone, p.born_on, array_remove(array_append(array(
          select a.unit_id from appointment a
          where a.street_id = ${street} and a.person_id = p.id and a.from_on <= ${today}
            and (a.until_on is null or a.until_on >= ${today})), p.home_unit_id), null) as unit_ids,
        exists (select from sign_up where sign_up.street_id = ${street} and sign_up.session_id = ${session.id}
          and sign_up.person_id = p.id and sign_up.cancelled_at is null)
        or exists (select from waiting_person w where w.street_id = ${street} and w.session_id = ${session.id}
          and w.person_id = p.id and not w.ended) as has_place
      from person p
      where p.street_id = ${street} and (lower(regexp_replace(p.name, '[\\s·•]', '', 'g')) = any(${names}::text[])
        or p.phone = any(${phones}::text[]))) each
    where ${runs} or each.unit_ids && ${unitIds}::uuid[]`.execute(tx)
  return rows.map(({ bornOn, ...person }) => ({
    ...person,
    never: whyNeverSeated(session, sizeOf([{ bornOn }], now)),
  }))
}
