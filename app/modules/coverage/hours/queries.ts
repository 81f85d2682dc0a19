import { type RawBuilder, sql } from 'kysely'
import { officeRoles, type Scope, unitRoles } from '#app/modules/people/access.ts'
import {
  hourRuleChangesOf,
  requirementsOf,
  type Season,
  strandsOf,
} from '#app/modules/seasons/queries.ts'
import { exemptionsOf, whatIsAskedOn } from '#app/modules/seasons/requirements/queries.ts'
import { requirementFor } from '#app/modules/seasons/requirements/rules.ts'
import {
  type HourDetails,
  type HourRule,
  hourRulesOn,
  type StudyForm,
} from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import type { Tables } from '#app/platform/tables.ts'
import { dayOf } from '#app/platform/time.ts'
import { type HeldSession, type Present, progressOf } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export type SessionToCredit = HeldSession & {
  id: string
  unitId: string
  seasonId: string
  status: Tables['session']['status']
}

function sessionsToCredit(ctx: Reading, which: RawBuilder<unknown>) {
  return sql<SessionToCredit>`
    select s.id, s.unit_id, s.season_id, s.status, s.strand_code, s.during, s.format,
      unit.kind as unit_kind, venue.kind as venue_kind, speaker.person_id as speaker_person_id
    from session s
    join unit on unit.street_id = s.street_id and unit.id = s.unit_id
    left join venue on venue.street_id = s.street_id and venue.id = s.venue_id
    left join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    where s.street_id = ${ctx.street} and ${which}`
}

/** What a session's hours depend on; nobody else credits it until the transaction ends. */
export async function lockSessionToCredit(ctx: Reading, sessionId: string) {
  const { rows } = await sql<SessionToCredit>`
    ${sessionsToCredit(ctx, sql`s.id = ${sessionId}`)} for update of s`.execute(ctx.tx)
  return rows[0]
}

/** The sessions of a season that were held from a day on. */
export async function sessionsHeldFrom(ctx: Reading, seasonId: string, from: Date) {
  const { rows } = await sessionsToCredit(
    ctx,
    sql`s.season_id = ${seasonId} and s.status = 'held' and lower(s.during) >= ${from}
      order by lower(s.during), s.id`,
  ).execute(ctx.tx)
  return rows
}

/** Everyone on the rolls of these sessions, with all that their hours depend on. */
export async function presencesOf(ctx: Reading, sessionIds: readonly string[]) {
  const { rows } = await sql<Present & { sessionId: string }>`
    select a.session_id, a.person_id, a.presence, a.minutes, approval.person_id is not null as approved,
      a.presence <> 'visited' and (
        coalesce((select choice.other_id = a.session_id from overlap_choice choice
          where choice.street_id = a.street_id and choice.person_id = a.person_id
            and a.session_id in (choice.session_id, choice.other_id)
          order by choice.id desc limit 1), false)
        or exists (select from hour_credit other
          where other.street_id = a.street_id and other.person_id = a.person_id
            and other.session_id <> a.session_id and other.replaced_at is null and other.hours > 0
            and other.during && s.during)) as elsewhere,
      case when credit.id is not null then json_build_object('hours', credit.hours, 'rule', credit.rule,
        'details', credit.rule_details) end as credited
    from attendance a
    join session s on s.street_id = a.street_id and s.id = a.session_id
    left join teaching_approval approval on approval.street_id = a.street_id
      and approval.session_id = a.session_id and approval.person_id = a.person_id
    left join hour_credit credit on credit.street_id = a.street_id
      and credit.person_id = a.person_id and credit.session_id = a.session_id
      and credit.replaced_at is null
    where a.street_id = ${ctx.street} and a.session_id = any(${[...sessionIds]}::uuid[])
      and a.replaced_at is null
    order by a.person_id`.execute(ctx.tx)
  return rows
}

export async function isTeachingApproved(ctx: Reading, sessionId: string, personId: string) {
  const row = await ctx.tx
    .selectFrom('teachingApproval')
    .select('approvedAt')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', sessionId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

export type CreditRow = {
  id: string
  sessionId: string
  title: string
  titleEn: string
  strandCode: string
  during: Span
  hours: number
  rule: HourRule
  ruleDetails: HourDetails
  madeAt: Date
  /** When another row took its place; null for the one that counts. */
  replacedAt: Date | null
}

/** A person's hours from a season's sessions, the latest session first, replaced rows after the newest. */
async function creditsOf(ctx: Reading, personId: string, seasonId: string): Promise<CreditRow[]> {
  const { rows } = await sql<CreditRow>`
    select credit.id, credit.session_id, s.title, s.title_en, s.strand_code, s.during, credit.hours,
      credit.rule, credit.rule_details, credit.made_at, credit.replaced_at
    from hour_credit credit
    join session s on s.street_id = credit.street_id and s.id = credit.session_id
    where credit.street_id = ${ctx.street} and credit.person_id = ${personId} and s.season_id = ${seasonId}
    order by lower(s.during) desc, s.id, credit.id desc`.execute(ctx.tx)
  return rows
}

export type EntryRow = {
  id: string
  personId: string
  personName: string
  seasonId: string
  strandCode: string
  onDay: string
  form: StudyForm
  what: string
  reason: string
  hours: number
  corrects: string | null
  enteredBy: string
  enteredByName: string
  enteredAt: Date
  status: Tables['hourEntry']['status']
  decidedByName: string | null
  answer: string
  replacedAt: Date | null
}

function entries(ctx: Reading, which: RawBuilder<unknown>) {
  return sql<EntryRow>`
    select entry.id, entry.person_id, p.name as person_name, entry.season_id, entry.strand_code,
      entry.on_day, entry.form, entry.what, entry.reason, entry.hours, entry.corrects, entry.entered_by,
      author.name as entered_by_name, entry.entered_at, entry.status, decider.name as decided_by_name,
      entry.answer, entry.replaced_at
    from hour_entry entry
    join person p on p.street_id = entry.street_id and p.id = entry.person_id
    join person author on author.street_id = entry.street_id and author.id = entry.entered_by
    left join person decider on decider.street_id = entry.street_id and decider.id = entry.decided_by
    where entry.street_id = ${ctx.street} and ${which}`
}

/** An entry that nobody else decides until the transaction ends. */
export async function lockEntry(ctx: Reading, entryId: string): Promise<EntryRow | undefined> {
  const { rows } = await sql<EntryRow>`
    ${entries(ctx, sql`entry.id = ${entryId}`)} for update of entry`.execute(ctx.tx)
  return rows[0]
}

export async function findEntry(ctx: Reading, entryId: string): Promise<EntryRow | undefined> {
  const { rows } = await entries(ctx, sql`entry.id = ${entryId}`).execute(ctx.tx)
  return rows[0]
}

/** What was entered for a person in a season, the latest day first, whatever became of it. */
async function entriesOf(ctx: Reading, personId: string, seasonId: string): Promise<EntryRow[]> {
  const { rows } = await entries(
    ctx,
    sql`entry.person_id = ${personId} and entry.season_id = ${seasonId}
      order by entry.on_day desc, entry.id desc`,
  ).execute(ctx.tx)
  return rows
}

/** Whose home is within a scope, or who holds something there today. */
function belongsIn(ctx: ReadingNow, scope: Scope, personId: RawBuilder<unknown>) {
  const today = dayOf(ctx.now)
  return sql`(exists (select from appointment a where a.street_id = ${ctx.street}
      and a.person_id = ${personId} and a.unit_id = any(${scope.unitIds}::uuid[])
      and a.from_on <= ${today} and (a.until_on is null or a.until_on >= ${today}))
    or exists (select from person home where home.street_id = ${ctx.street}
      and home.id = ${personId} and home.home_unit_id = any(${scope.unitIds}::uuid[])))`
}

/** Who can enter and confirm hours of people of these units: the office, and who runs one of them. */
export async function keepersOf(ctx: ReadingNow, unitIds: readonly string[]): Promise<string[]> {
  const today = dayOf(ctx.now)
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id from appointment
    where street_id = ${ctx.street} and from_on <= ${today} and (until_on is null or until_on >= ${today})
      and (role = any(${[...officeRoles]}::text[])
        or role = any(${[...unitRoles]}::text[]) and unit_id = any(${[...unitIds]}::uuid[]))`.execute(
    ctx.tx,
  )
  return rows.map((row) => row.personId)
}

export type TeachingRow = {
  sessionId: string
  seasonId: string
  title: string
  titleEn: string
  during: Span
  speakerPersonId: string
  speakerName: string
}

/** Sessions held by units within a scope at which the speaker was, and nobody has confirmed it yet. */
export async function teachingsUnconfirmed(ctx: Reading, season: Season, scope: Scope) {
  const { rows } = await sql<TeachingRow>`
    select s.id as session_id, s.season_id, s.title, s.title_en, s.during, p.id as speaker_person_id,
      p.name as speaker_name
    from session s
    join speaker on speaker.street_id = s.street_id and speaker.id = s.speaker_id
    join person p on p.street_id = s.street_id and p.id = speaker.person_id
    join attendance a on a.street_id = s.street_id and a.session_id = s.id and a.person_id = p.id
    where s.street_id = ${ctx.street} and s.season_id = ${season.id} and s.status = 'held'
      and s.unit_id = any(${scope.unitIds}::uuid[]) and a.replaced_at is null and a.presence <> 'absent'
      and not exists (select from teaching_approval approval where approval.street_id = s.street_id
        and approval.session_id = s.id and approval.person_id = p.id)
    order by lower(s.during), s.id`.execute(ctx.tx)
  return rows
}

/** Entries that wait for their second person, of people within a scope, the oldest first. */
export async function entriesWaiting(ctx: ReadingNow, scope: Scope): Promise<EntryRow[]> {
  const { rows } = await entries(
    ctx,
    sql`entry.status = 'waiting' and ${belongsIn(ctx, scope, sql`entry.person_id`)}
      order by entry.entered_at, entry.id`,
  ).execute(ctx.tx)
  return rows
}

type Side = { id: string; title: string; titleEn: string; venueName: string | null }
/** A person who is on the rolls of two sessions that were held at one time. */
export type OverlapRow = {
  personId: string
  personName: string
  unitName: string | null
  during: Span
  one: Side
  other: Side
}

function overlaps(ctx: Reading, which: RawBuilder<unknown>) {
  const side = (session: string, venue: string) =>
    sql`json_build_object('id', ${sql.ref(`${session}.id`)}, 'title', ${sql.ref(`${session}.title`)},
      'titleEn', ${sql.ref(`${session}.title_en`)}, 'venueName', ${sql.ref(`${venue}.name`)})`
  return sql<OverlapRow>`
    select p.id as person_id, p.name as person_name, home.name as unit_name, s.during * t.during as during,
      ${side('s', 'v')} as one, ${side('t', 'w')} as other
    from session s
    join session t on t.street_id = s.street_id and t.during && s.during and t.id > s.id
      and t.status = 'held'
    join attendance a on a.street_id = s.street_id and a.session_id = s.id
    join attendance b on b.street_id = s.street_id and b.session_id = t.id and b.person_id = a.person_id
    join person p on p.street_id = s.street_id and p.id = a.person_id
    left join unit home on home.street_id = s.street_id and home.id = p.home_unit_id
    left join venue v on v.street_id = s.street_id and v.id = s.venue_id
    left join venue w on w.street_id = s.street_id and w.id = t.venue_id
    where s.street_id = ${ctx.street} and s.status = 'held'
      and a.replaced_at is null and a.presence in ('came', 'left_early')
      and b.replaced_at is null and b.presence in ('came', 'left_early')
      and ${which}`
}

/** People within a scope who count at two places at one time, until someone has settled it. */
export async function overlapsIn(ctx: ReadingNow, scope: Scope): Promise<OverlapRow[]> {
  const { rows } = await overlaps(
    ctx,
    sql`not exists (select from overlap_choice choice where choice.street_id = ${ctx.street}
        and choice.person_id = p.id and choice.session_id in (s.id, t.id) and choice.other_id in (s.id, t.id))
      and ${belongsIn(ctx, scope, sql`p.id`)}
      order by lower(s.during), p.name_pinyin, p.id`,
  ).execute(ctx.tx)
  return rows
}

/** Two sessions at which one person is marked at one time, settled or not. */
export async function overlapOf(ctx: Reading, personId: string, sessionIds: readonly string[]) {
  const { rows } = await overlaps(
    ctx,
    sql`p.id = ${personId} and s.id = any(${[...sessionIds]}::uuid[])
      and t.id = any(${[...sessionIds]}::uuid[])`,
  ).execute(ctx.tx)
  return rows[0]
}

/** The first of these people by branch and name, each with what counts for a season now. */
export async function hoursInSeason(
  ctx: Reading,
  seasonId: string,
  personIds: readonly string[],
  most: number,
) {
  const { rows } = await sql<{ id: string; name: string; unitName: string | null; hours: number }>`
    select p.id, p.name, home.name as unit_name, coalesce((select sum(hours) from (
        select credit.hours from hour_credit credit
        join session s on s.street_id = credit.street_id and s.id = credit.session_id
        where credit.street_id = ${ctx.street} and credit.person_id = p.id
          and s.season_id = ${seasonId} and credit.replaced_at is null
        union all
        select entry.hours from hour_entry entry
        where entry.street_id = ${ctx.street} and entry.person_id = p.id
          and entry.season_id = ${seasonId} and entry.status = 'confirmed'
          and entry.replaced_at is null) counting), 0) as hours
    from person p
    left join unit home on home.street_id = p.street_id and home.id = p.home_unit_id
    where p.street_id = ${ctx.street} and p.id = any(${[...personIds]}::uuid[])
    order by home.name nulls last, p.name_pinyin, p.id limit ${most}`.execute(ctx.tx)
  return rows
}

/** What a person has of a season's hours and what is asked, with all that they come from. */
export async function hoursOf(ctx: ReadingNow, personId: string, season: Season) {
  const credits = await creditsOf(ctx, personId, season.id)
  const entered = await entriesOf(ctx, personId, season.id)
  const strands = await strandsOf(ctx, season.id)
  const requirements = await requirementsOf(ctx, season.id)
  const [asked] = await whatIsAskedOn(ctx, season, [personId])
  const changes = await hourRuleChangesOf(ctx, season.id)
  const current = credits.filter((credit) => credit.replacedAt === null)
  const confirmed = entered.filter((entry) => entry.status === 'confirmed' && !entry.replacedAt)
  return {
    strands,
    exemptions: await exemptionsOf(ctx, personId),
    progress: progressOf(
      [...current.map((row) => ({ ...row, form: row.ruleDetails.form })), ...confirmed],
      strands.map(({ code }) => code),
      requirementFor(season, requirements, asked?.held ?? [], asked?.exemptions ?? []),
      hourRulesOn(season, changes, dayOf(ctx.now)),
    ),
    credits: current.map((credit) => ({
      ...credit,
      earlier: credits.filter((row) => row.replacedAt && row.sessionId === credit.sessionId),
    })),
    entries: entered,
  }
}
