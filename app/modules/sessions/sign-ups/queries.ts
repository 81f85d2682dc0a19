import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { dayOf } from '#app/platform/time.ts'
import type { SessionRow } from '../queries.ts'
import { wantedPerson } from '../roll/rules.ts'

type Reading = Pick<Context, 'tx' | 'street' | 'now'>

/** A seat with a name, for who runs the session. */
export type SignedUp = {
  id: string
  name: string
  unitName: string | null
  seat: 'open' | 'child'
  /** The names of those who came in with the person. */
  withThem: string[] | null
  madeAt: Date
  /** Who took the seat, where that was not the person. */
  madeBy: string | null
}

/** Everyone with a seat at a session, by pinyin, with who came in together and who signed them up. */
export async function signedUpFor(ctx: Reading, sessionId: string): Promise<SignedUp[]> {
  const { rows } = await sql<SignedUp>`
    select p.id, p.name, unit.name as unit_name, s.seat, s.made_at,
      case when s.made_by <> s.person_id then maker.name end as made_by, (
        select array_agg(other.name order by other.name_pinyin) from sign_up o
        join person other on other.street_id = o.street_id and other.id = o.person_id
        where o.street_id = ${ctx.street} and o.session_id = s.session_id and o.party_id = s.party_id
          and o.person_id <> s.person_id and o.cancelled_at is null) as with_them
    from sign_up s
    join person p on p.street_id = s.street_id and p.id = s.person_id
    join person maker on maker.street_id = s.street_id and maker.id = s.made_by
    left join unit on unit.street_id = p.street_id and unit.id = p.home_unit_id
    where s.street_id = ${ctx.street} and s.session_id = ${sessionId} and s.cancelled_at is null
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  return rows
}

export const membersOnPage = 50

/** Someone of a branch, with what the person has of a session already. */
export type Member = {
  id: string
  name: string
  /** Told where two of a page share a name. */
  tail: string | null
  has: 'seat' | 'place' | null
  /** What else the person has at that time. */
  clash: string | null
  clashEn: string | null
}

/**
 * The people of a unit and below, by name, pinyin or the last digits of their phone, a page at a time:
 * where they live, or where they hold something today.
 */
export async function membersFor(
  ctx: Reading,
  session: SessionRow,
  { unitId, typed, page }: { unitId: string; typed: string; page: number },
): Promise<{ members: Member[]; total: number }> {
  const wanted = typed === '' ? null : wantedPerson(typed)
  if (typed !== '' && wanted === null) return { members: [], total: 0 }
  const fits =
    wanted === null
      ? sql`true`
      : {
          phone: sql`p.phone like ${`%${wanted.text}`}`,
          pinyin: sql`p.name_pinyin like ${`%${wanted.text}%`}`,
          name: sql`strpos(p.name, ${wanted.text}) > 0`,
        }[wanted.by]
  const today = dayOf(ctx.now)
  const { rows } = await sql<Omit<Member, 'clash' | 'clashEn'> & { total: number }>`
    with under as (
      select id from unit where street_id = ${ctx.street} and ancestors @> array[${unitId}]::uuid[]
    ), wanted as (
      select p.id, p.name, p.name_pinyin, p.phone, count(*) over () as total from person p
      where p.street_id = ${ctx.street} and ${fits} and (p.home_unit_id in (select id from under) or exists (
        select from appointment a where a.street_id = ${ctx.street} and a.person_id = p.id
          and a.unit_id in (select id from under) and a.from_on <= ${today}
          and (a.until_on is null or a.until_on >= ${today})))
      order by p.name_pinyin, p.id limit ${membersOnPage} offset ${(page - 1) * membersOnPage}
    )
    select w.id, w.name, w.total,
      case when count(*) over (partition by w.name) > 1 then right(w.phone, 4) end as tail,
      case when seated.person_id is not null then 'seat' when line.person_id is not null then 'place' end as has
    from wanted w
    left join sign_up seated on seated.street_id = ${ctx.street} and seated.session_id = ${session.id}
      and seated.person_id = w.id and seated.cancelled_at is null
    left join waiting_person line on line.street_id = ${ctx.street} and line.session_id = ${session.id}
      and line.person_id = w.id and not line.ended
    order by w.name_pinyin, w.id`.execute(ctx.tx)
  const ids = rows.map(({ id }) => id)
  const clashes = Map.groupBy(await clashesFor(ctx, session, ids), ({ personId }) => personId)
  const members = rows.map((member) => {
    const first = clashes.get(member.id)?.[0]
    return { ...member, clash: first?.title ?? null, clashEn: first?.titleEn ?? null }
  })
  return { members, total: rows[0]?.total ?? 0 }
}

/** What else someone hosts, gives or has a seat at while a session is held. */
export type ClashOf = { personId: string; title: string; titleEn: string }

/** Everything that these people have at the time of a session. */
export async function clashesFor(
  ctx: Reading,
  session: SessionRow,
  personIds: readonly string[],
): Promise<ClashOf[]> {
  const { start, end } = session.during
  const { rows } = await sql<ClashOf>`
    select who.id as person_id, s.title, s.title_en
    from unnest(${[...personIds]}::uuid[]) who(id)
    join session s on s.street_id = ${ctx.street} and s.id <> ${session.id} and s.status = 'scheduled'
      and s.during && tstzrange(${start}, ${end})
    left join speaker on speaker.street_id = ${ctx.street} and speaker.id = s.speaker_id
    where s.host_id = who.id or speaker.person_id = who.id or exists (
      select from sign_up u where u.street_id = ${ctx.street} and u.session_id = s.id
        and u.person_id = who.id and u.cancelled_at is null)
    order by lower(s.during), s.id`.execute(ctx.tx)
  return rows
}

/** How many wait for seats at each session to come, and at which of them this person does. */
export async function waitingAhead(
  { tx, street, now }: Reading,
  personId: string | null,
): Promise<{
  count: ReadonlyMap<string, number>
  own: ReadonlyMap<string, 'waiting' | 'offered'>
}> {
  const { rows } = await sql<{
    sessionId: string
    people: number
    own: 'waiting' | 'offered' | null
  }>`
    select w.session_id,
      coalesce(sum(w.unnamed + with_names.people) filter (where w.status = 'waiting'), 0)::int as people,
      min(w.status) filter (where with_names.own) as own
    from waiting w
    join session s on s.street_id = ${street} and s.id = w.session_id
      and s.status = 'scheduled' and lower(s.during) > ${now}
    left join lateral (select count(*)::int as people, bool_or(wp.person_id = ${personId}::uuid) as own
      from waiting_person wp where wp.street_id = ${street} and wp.waiting_id = w.id and not wp.ended) with_names on true
    where w.street_id = ${street} and w.ended_at is null
    group by w.session_id`.execute(tx)
  return {
    count: new Map(rows.map(({ sessionId, people }) => [sessionId, people])),
    own: new Map(rows.flatMap(({ sessionId, own }) => (own ? [[sessionId, own]] : []))),
  }
}
