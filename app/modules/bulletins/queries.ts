import { sql } from 'kysely'
import { officeRoles } from '#app/modules/people/access.ts'
import { findSeason } from '#app/modules/seasons/queries.ts'
import { type Context, holds } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayWriteBulletins } from './access.ts'
import {
  type Asking,
  nameShown,
  type RecordRow,
  recordsBehind,
  valuesOf,
} from './figures/queries.ts'
import { type Figure, writtenAs } from './figures/rules.ts'
import type { Part, Reader, Reading as ReadingStep, Status } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

/** Bulletins with their season and their last writer, the newest first. */
export async function bulletins(ctx: Reading) {
  return ctx.tx
    .selectFrom('bulletin')
    .innerJoin('season', (join) =>
      join
        .onRef('season.streetId', '=', 'bulletin.streetId')
        .onRef('season.id', '=', 'bulletin.seasonId'),
    )
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'bulletin.streetId')
        .onRef('person.id', '=', 'bulletin.changedBy'),
    )
    .select([
      'bulletin.id',
      'bulletin.number',
      'bulletin.language',
      'bulletin.title',
      'bulletin.version',
      'bulletin.status',
      'bulletin.changedAt',
      'person.name as changedByName',
      'season.name as seasonName',
      'season.nameEn as seasonNameEn',
    ])
    .where('bulletin.streetId', '=', ctx.street)
    .orderBy('bulletin.number', 'desc')
    .execute()
}

/** A bulletin with its text, its season, who saved it last, and when it was published. */
export async function findBulletin(ctx: Reading, bulletinId: string) {
  const bulletin = await ctx.tx
    .selectFrom('bulletin')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'bulletin.streetId')
        .onRef('person.id', '=', 'bulletin.changedBy'),
    )
    .leftJoin('bulletinPublication as out', (join) =>
      join
        .onRef('out.streetId', '=', 'bulletin.streetId')
        .onRef('out.bulletinId', '=', 'bulletin.id'),
    )
    .selectAll('bulletin')
    .select(['person.name as changedByName', 'out.publishedAt'])
    .where('bulletin.streetId', '=', ctx.street)
    .where('bulletin.id', '=', bulletinId)
    .executeTakeFirst()
  return bulletin && { ...bulletin, season: found(await findSeason(ctx, bulletin.seasonId)) }
}

export type Bulletin = NonNullable<Awaited<ReturnType<typeof findBulletin>>>

/** With what the figures of a bulletin are asked. */
export function askingOf(bulletin: Pick<Bulletin, 'id' | 'season'>): Asking {
  return { season: bulletin.season, bulletinId: bulletin.id }
}

/** The bulletin, held until the transaction ends: of two writers one saves after the other. */
export async function lockBulletin(ctx: Reading, bulletinId: string) {
  return ctx.tx
    .selectFrom('bulletin')
    .selectAll()
    .where('streetId', '=', ctx.street)
    .where('id', '=', bulletinId)
    .forUpdate()
    .executeTakeFirst()
}

/** What someone has to do with a bulletin so far. */
export async function readerOf(
  ctx: Reading & Pick<Context, 'actor'>,
  bulletin: { id: string; round: number },
): Promise<Reader> {
  const { rows } = await sql<{ part: Part | null; hasRead: boolean }>`
    select (select part from bulletin_part where street_id = ${ctx.street} and bulletin_id = ${bulletin.id}
        and person_id = ${ctx.actor.personId}) as part,
      exists (select from bulletin_step where street_id = ${ctx.street} and bulletin_id = ${bulletin.id}
        and round = ${bulletin.round} and person_id = ${ctx.actor.personId}) as has_read`.execute(
    ctx.tx,
  )
  return rows[0]!
}

/** What was decided about a bulletin, the latest first. */
export async function stepsOf(ctx: Reading, bulletinId: string) {
  return ctx.tx
    .selectFrom('bulletinStep as step')
    .innerJoin('person', (join) =>
      join.onRef('person.streetId', '=', 'step.streetId').onRef('person.id', '=', 'step.personId'),
    )
    .select([
      'step.round',
      'step.step',
      'step.version',
      'step.decision',
      'step.at',
      'person.name as personName',
    ])
    .where('step.streetId', '=', ctx.street)
    .where('step.bulletinId', '=', bulletinId)
    .orderBy('step.id', 'desc')
    .execute()
}

/** What readers asked for, the latest first. */
export async function commentsOn(ctx: Reading, bulletinId: string) {
  return ctx.tx
    .selectFrom('bulletinComment as comment')
    .innerJoin('person', (join) =>
      join
        .onRef('person.streetId', '=', 'comment.streetId')
        .onRef('person.id', '=', 'comment.madeBy'),
    )
    .select([
      'comment.id',
      'comment.round',
      'comment.version',
      'comment.paragraph',
      'comment.words',
      'comment.madeAt',
      'person.name as personName',
    ])
    .where('comment.streetId', '=', ctx.street)
    .where('comment.bulletinId', '=', bulletinId)
    .orderBy('comment.id', 'desc')
    .execute()
}

/** Every version of a bulletin as it was saved, the latest first. */
export async function versionsOf(ctx: Reading, bulletinId: string) {
  return ctx.tx
    .selectFrom('bulletinVersion as saved')
    .innerJoin('person', (join) =>
      join.onRef('person.streetId', '=', 'saved.streetId').onRef('person.id', '=', 'saved.savedBy'),
    )
    .select([
      'saved.version',
      'saved.title',
      'saved.body',
      'saved.savedAt',
      'person.name as savedByName',
    ])
    .where('saved.streetId', '=', ctx.street)
    .where('saved.bulletinId', '=', bulletinId)
    .orderBy('saved.version', 'desc')
    .execute()
}

/** Whose turn a bulletin is: everyone who could decide its reading and neither wrote nor read it. */
export async function whoseTurn(
  ctx: ReadingNow,
  bulletin: { id: string; round: number },
  roles: readonly string[],
) {
  const today = dayOf(ctx.now)
  const { rows } = await sql<{ id: string; name: string }>`
    select distinct p.id, p.name, p.name_pinyin
    from appointment a
    join person p on p.street_id = a.street_id and p.id = a.person_id
    where a.street_id = ${ctx.street} and a.role = any(${[...roles]}) and a.from_on <= ${today}
      and (a.until_on is null or a.until_on >= ${today})
      and not exists (select from bulletin_part b where b.street_id = ${ctx.street}
        and b.bulletin_id = ${bulletin.id} and b.person_id = p.id and b.part = 'writer')
      and not exists (select from bulletin_step s where s.street_id = ${ctx.street}
        and s.bulletin_id = ${bulletin.id} and s.round = ${bulletin.round} and s.person_id = p.id)
    order by p.name_pinyin, p.id`.execute(ctx.tx)
  return rows.map(({ id, name }) => ({ id, name }))
}

/** Who has written a bulletin so far, and who has read it. */
export async function partsOf(ctx: Reading, bulletinId: string) {
  return ctx.tx
    .selectFrom('bulletinPart')
    .select(['personId', 'part'])
    .where('streetId', '=', ctx.street)
    .where('bulletinId', '=', bulletinId)
    .execute()
}

export type Waiting = { id: string; number: number; title: string; status: Status }

/**
 * The bulletins that wait for whoever asks: a reading they may decide, one ready to be published, or
 * their own that came back. The longest waiting come first.
 */
export async function bulletinsWaiting(ctx: Reading & Pick<Context, 'actor'>): Promise<Waiting[]> {
  const { actor, street } = ctx
  const office = holds(actor, officeRoles)
  const reads: ReadingStep[] = office ? ['first', 'second', 'third'] : []
  if (holds(actor, ['proofreader'])) reads.push('proof')
  const { rows } = await sql<Waiting>`
    select b.id, b.number, b.title, b.status
    from bulletin b
    left join bulletin_part mine on mine.street_id = b.street_id and mine.bulletin_id = b.id
      and mine.person_id = ${actor.personId}
    where b.street_id = ${street} and (
      (b.status = any(${reads}) and mine.part is distinct from 'writer' and not exists (
        select from bulletin_step s where s.street_id = ${street} and s.bulletin_id = b.id
          and s.round = b.round and s.person_id = ${actor.personId}))
      or (b.status = 'ready' and ${office})
      or (b.status = 'draft' and b.round > 1 and mine.part = 'writer' and ${mayWriteBulletins(actor)}))
    order by b.changed_at, b.id`.execute(ctx.tx)
  return rows
}

/** What a bulletin's figures say: as they were frozen with it, else what they say now. */
export async function saidBy(
  ctx: ReadingNow,
  bulletin: Pick<Bulletin, 'id' | 'season' | 'status'>,
  figures: readonly Figure[],
): Promise<ReadonlyMap<string, number>> {
  if (bulletin.status !== 'published') return valuesOf(ctx, askingOf(bulletin), figures)
  const rows = await ctx.tx
    .selectFrom('frozenFigure')
    .select(['figure', 'value'])
    .where('streetId', '=', ctx.street)
    .where('bulletinId', '=', bulletin.id)
    .execute()
  return new Map(rows.map(({ figure, value }) => [figure, value]))
}

/** The records behind a figure of a bulletin: those it was frozen with, else those of now. */
export async function evidenceOf(
  ctx: ReadingNow,
  bulletin: Pick<Bulletin, 'id' | 'season' | 'status'>,
  figure: Figure,
  slice: { limit: number | null; offset: number },
) {
  if (bulletin.status !== 'published') return recordsBehind(ctx, askingOf(bulletin), figure, slice)
  const written = writtenAs(figure)
  const frozen = await ctx.tx
    .selectFrom('frozenFigure')
    .select('value')
    .where('streetId', '=', ctx.street)
    .where('bulletinId', '=', bulletin.id)
    .where('figure', '=', written)
    .executeTakeFirst()
  if (!frozen) return undefined
  const { rows } = await sql<RecordRow & { total: number }>`
    select r.kind, r.record_id as id, coalesce(${nameShown(ctx, 'person')}, r.label) as label, r.label_en, r.place, r.at,
      r.pieces, count(*) over () as total
    from figure_record r
    left join person on r.kind = 'person' and person.street_id = r.street_id and person.id = r.record_id
    where r.street_id = ${ctx.street} and r.bulletin_id = ${bulletin.id} and r.figure = ${written}
    order by r.position limit ${slice.limit} offset ${slice.offset}`.execute(ctx.tx)
  return { records: rows as RecordRow[], total: rows[0]?.total ?? 0, value: frozen.value }
}
