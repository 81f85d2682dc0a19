import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import type { Span } from '#app/platform/database/spans.ts'
import { dayOf } from '#app/platform/time.ts'
import type { DisputeAbout, Outcome } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

/** What a place came to, with everything that stands around it. */
export type RecordRow = {
  id: string
  placeId: string
  shiftId: string
  postId: string
  unitId: string
  unitName: string
  title: string
  titleEn: string
  personId: string
  name: string
  minor: boolean
  during: Span
  day: string
  outcome: Outcome
  minutes: number
  why: string
  recordedBy: string
  recorder: string
  recordedAt: Date
  confirmedBy: string | null
  confirmer: string | null
  noticeUntil: string | null
  disputed: boolean
  earlier: { outcome: Outcome; minutes: number; by: string }[] | null
}

async function recordsWhere({ tx, street }: Reading, where: RawBuilder<unknown>, most = 500) {
  const { rows } = await sql<RecordRow>`
    select r.id, r.place_id, p.shift_id, p.post_id, post.unit_id, unit.name as unit_name, post.title,
      post.title_en, r.person_id, person.name, p.during, p.day, r.outcome, r.minutes, r.why,
      coalesce(person.born_on > p.day - interval '18 years', false) as minor,
      r.recorded_by, recorder.name as recorder, r.recorded_at, r.confirmed_by,
      confirmer.name as confirmer, r.notice_until,
      exists (select from service_dispute d where d.street_id = ${street} and d.place_id = r.place_id
        and d.answered_at is null) as disputed,
      (select json_agg(json_build_object('outcome', old.outcome, 'minutes', old.minutes, 'by', who.name)
          order by old.id)
        from service_record old
        join person who on who.street_id = old.street_id and who.id = old.recorded_by
        where old.street_id = ${street} and old.place_id = r.place_id and old.replaced_at is not null) as earlier
    from service_record r
    join shift_place p on p.street_id = r.street_id and p.id = r.place_id
    join post on post.street_id = p.street_id and post.id = p.post_id
    join unit on unit.street_id = post.street_id and unit.id = post.unit_id
    join person on person.street_id = r.street_id and person.id = r.person_id
    join person recorder on recorder.street_id = r.street_id and recorder.id = r.recorded_by
    left join person confirmer on confirmer.street_id = r.street_id and confirmer.id = r.confirmed_by
    where r.street_id = ${street} and r.replaced_at is null and ${where}
    order by lower(p.during) desc, r.id desc limit ${most}`.execute(tx)
  return rows
}

/** A person's service, the latest first; what waits for confirmation too. */
export async function recordsOf(ctx: Reading, personId: string) {
  return recordsWhere(ctx, sql`r.person_id = ${personId}`)
}

/** How the places of a shift came out. */
export async function recordsOfShift(ctx: Reading, shiftId: string) {
  return recordsWhere(ctx, sql`p.shift_id = ${shiftId}`)
}

/** Records of these units that wait for a second person. */
export async function recordsToConfirm(ctx: Reading, unitIds: readonly string[]) {
  const waiting = sql`r.confirmed_by is null and r.outcome = 'attended'`
  return recordsWhere(ctx, sql`${waiting} and post.unit_id = any(${[...unitIds]}::uuid[])`)
}

/** Records of these units that are still shown for anyone in the unit to look at. */
export async function recordsOnNotice(
  ctx: Reading & Pick<Context, 'now'>,
  unitIds: readonly string[],
) {
  const shown = sql`r.notice_until >= ${dayOf(ctx.now)} and r.outcome = 'attended'`
  return recordsWhere(ctx, sql`${shown} and post.unit_id = any(${[...unitIds]}::uuid[])`)
}

/** Takes the records that count now at these places for this transaction. */
export async function lockRecords(ctx: Reading, where: { ids: readonly string[] } | string) {
  const { rows } = await sql<{ id: string }>`
    select id from service_record r where street_id = ${ctx.street} and replaced_at is null
      and ${typeof where === 'string' ? sql`place_id = ${where}` : sql`id = any(${[...where.ids]}::uuid[])`}
    order by id for update`.execute(ctx.tx)
  return recordsWhere(ctx, sql`r.id = any(${rows.map(({ id }) => id)}::uuid[])`)
}

export type DisputeRow = {
  id: string
  placeId: string
  personId: string
  name: string
  unitId: string
  title: string
  titleEn: string
  during: Span
  about: DisputeAbout
  words: string
  madeAt: Date
  dueOn: string | null
  answer: string | null
  corrected: boolean | null
  answeredAt: Date | null
}

async function disputesWhere({ tx, street }: Reading, where: RawBuilder<unknown>) {
  const { rows } = await sql<DisputeRow>`
    select d.id, d.place_id, d.person_id, person.name, post.unit_id, post.title, post.title_en, p.during,
      d.about, d.words, d.made_at, d.due_on, d.answer, d.corrected, d.answered_at
    from service_dispute d
    join shift_place p on p.street_id = d.street_id and p.id = d.place_id
    join post on post.street_id = p.street_id and post.id = p.post_id
    join person on person.street_id = d.street_id and person.id = d.person_id
    where d.street_id = ${street} and ${where} order by d.due_on nulls last, d.id`.execute(tx)
  return rows
}

export async function disputesOf(ctx: Reading, personId: string) {
  return disputesWhere(ctx, sql`d.person_id = ${personId}`)
}

/** Disputes in these units that wait for an answer, the most urgent first. */
export async function openDisputes(ctx: Reading, unitIds: readonly string[]) {
  return disputesWhere(
    ctx,
    sql`d.answered_at is null and post.unit_id = any(${[...unitIds]}::uuid[])`,
  )
}

export async function lockDispute(ctx: Reading, disputeId: string) {
  await sql`select from service_dispute where street_id = ${ctx.street} and id = ${disputeId} for update`.execute(
    ctx.tx,
  )
  return (await disputesWhere(ctx, sql`d.id = ${disputeId}`))[0]
}

export type CertificateRow = {
  id: string
  number: number
  personId: string
  name: string
  minor: boolean
  issuerId: string
  issuer: string
  handler: string
  fromOn: string
  untilOn: string
  minutes: number
  statement: string
  issuedAt: Date
  withdrawnAt: Date | null
  withdrawReason: string | null
}

async function certificatesWhere(ctx: Reading & Pick<Context, 'now'>, where: RawBuilder<unknown>) {
  const { rows } = await sql<CertificateRow>`
    select c.id, c.number, c.person_id, person.name, c.issuer_id, unit.name as issuer, handler.name as handler,
      coalesce(person.born_on > ${dayOf(ctx.now)}::date - interval '18 years', false) as minor,
      c.from_on, c.until_on, c.minutes, c.statement, c.issued_at, c.withdrawn_at, c.withdraw_reason
    from service_certificate c
    join person on person.street_id = c.street_id and person.id = c.person_id
    join unit on unit.street_id = c.street_id and unit.id = c.issuer_id
    join person handler on handler.street_id = c.street_id and handler.id = c.handler_id
    where c.street_id = ${ctx.street} and ${where} order by c.number desc`.execute(ctx.tx)
  return rows
}

export async function certificatesOf(ctx: Reading & Pick<Context, 'now'>, personId: string) {
  return certificatesWhere(ctx, sql`c.person_id = ${personId}`)
}

export async function findCertificate(ctx: Reading & Pick<Context, 'now'>, certificateId: string) {
  return (await certificatesWhere(ctx, sql`c.id = ${certificateId}`))[0]
}
