import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { en as figuresEn } from '../figures/messages.en.ts'
import { zh as figuresZh } from '../figures/messages.zh.ts'
import { picturesOut } from '../pictures/queries.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { articleOf, tellsOf } from './rules.ts'

const words = { zh, en }
const figureWords = { zh: figuresZh, en: figuresEn }

type Reading = Pick<Context, 'tx' | 'street'>
type ReadingNow = Reading & Pick<Context, 'now'>

export type PublishedRow = {
  id: string
  number: number
  title: string
  body: string
  language: 'zh' | 'en'
  publishedAt: Date
  /** The bulletin that this one corrects. */
  correctsId: string | null
  correctsTitle: string | null
  correctsNumber: number | null
  /** What its figures were frozen as. */
  figures: Readonly<Record<string, number>>
}

const mostOnPage = 100

/** The bulletins of the street that are out, the newest first, or only one of them. */
async function publishedRows(ctx: Reading, bulletinId: string | null): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select b.id, b.number, v.title, v.body, b.language, out.published_at, b.corrects_id,
      original.title as corrects_title, original.number as corrects_number, coalesce((select json_object_agg(f.figure, f.value)
        from frozen_figure f where f.street_id = ${ctx.street} and f.bulletin_id = b.id), '{}') as figures
    from bulletin_publication out
    join bulletin b on b.street_id = out.street_id and b.id = out.bulletin_id
    join bulletin_version v on v.street_id = out.street_id and v.bulletin_id = out.bulletin_id
      and v.version = out.version
    left join bulletin original on original.street_id = b.street_id and original.id = b.corrects_id
    where out.street_id = ${ctx.street} and (${bulletinId}::uuid is null or b.id = ${bulletinId}::uuid)
    order by out.published_at desc, b.id desc limit ${mostOnPage}`.execute(ctx.tx)
  return rows
}

/**
 * The names of those who do not wish to be told of any more, by bulletin: a correction is about the
 * same people as what it corrects.
 */
async function goneFrom(ctx: Reading, bulletinIds: readonly string[]) {
  const { rows } = await sql<{ bulletinId: string; name: string }>`
    select distinct b.id as bulletin_id, told.name
    from bulletin b
    join bulletin_person told on told.street_id = b.street_id
      and told.bulletin_id in (b.id, coalesce(b.corrects_id, b.id))
    where b.street_id = ${ctx.street} and b.id = any(${[...bulletinIds]}::uuid[])
      and not exists (select from consent c where c.street_id = ${ctx.street}
        and c.person_id = told.person_id and c.purpose = 'story' and c.subject_id = told.bulletin_id
        and c.active)`.execute(ctx.tx)
  const byBulletin = Map.groupBy(rows, ({ bulletinId }) => bulletinId)
  return (bulletinId: string | null): readonly string[] =>
    (byBulletin.get(bulletinId ?? '') ?? []).map(({ name }) => name)
}

type Titled = { number: number; title: string; language: 'zh' | 'en' }

/** A title as it may be read now: one that names someone who is gone gives way to the number. */
function titleOf({ number, title, language }: Titled, gone: readonly string[]): string {
  return tellsOf(title, gone) ? words[language].number(number) : title
}

export type Correction = { id: string; title: string; publishedAt: Date }

/** The corrections of a bulletin that are out, the oldest first. */
async function correctionsOf(ctx: Reading, bulletinId: string): Promise<Correction[]> {
  const { rows } = await sql<Correction & Titled>`
    select b.id, b.number, b.title, b.language, out.published_at
    from bulletin b
    join bulletin_publication out on out.street_id = b.street_id and out.bulletin_id = b.id
    where b.street_id = ${ctx.street} and b.corrects_id = ${bulletinId}
    order by out.published_at, b.id`.execute(ctx.tx)
  const gone = await goneFrom(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    title: titleOf(row, gone(row.id)),
    publishedAt: row.publishedAt,
  }))
}

/** A published bulletin as it is read at this moment, with its pictures and its corrections. */
export async function findArticle(ctx: ReadingNow, bulletinId: string) {
  const [bulletin] = await publishedRows(ctx, bulletinId)
  if (!bulletin) return undefined
  const gone = (await goneFrom(ctx, [bulletin.id]))(bulletin.id)
  const withheld = (said: string) =>
    tellsOf(said, gone) ? words[bulletin.language].withheld : said
  const pictures = (await picturesOut(ctx, bulletin.id)).map((picture) => ({
    ...picture,
    caption: withheld(picture.caption),
    alternative: withheld(picture.alternative),
  }))
  return {
    ...asRead(bulletin, gone),
    pictures,
    corrections: await correctionsOf(ctx, bulletin.id),
    parts: partsOf(bulletin, { pictures, gone }),
  }
}

export type Article = NonNullable<Awaited<ReturnType<typeof findArticle>>>

/** What stands over a bulletin, and of what it corrects, without anyone who is gone. */
function asRead(bulletin: PublishedRow, gone: readonly string[]) {
  const { body: _, correctsTitle, correctsNumber, ...shown } = bulletin
  const original = { ...bulletin, number: correctsNumber ?? 0, title: correctsTitle ?? '' }
  return {
    ...shown,
    title: titleOf(bulletin, gone),
    correctsTitle: correctsTitle && titleOf(original, gone),
  }
}

/** A bulletin's parts as they are read, in the words of its own language. */
function partsOf(bulletin: PublishedRow, more: Parameters<typeof articleOf>[3]) {
  const values = new Map(Object.entries(bulletin.figures))
  return articleOf(bulletin.body, values, figureWords[bulletin.language].say, more)
}

const mostInFeeds = 20

/** The bulletins that are out, the newest first, without who of each is gone; for lists and feeds. */
export async function articles(ctx: ReadingNow) {
  const rows = (await publishedRows(ctx, null)).slice(0, mostInFeeds)
  const gone = await goneFrom(
    ctx,
    rows.map(({ id }) => id),
  )
  return rows.map((bulletin) => ({
    ...asRead(bulletin, gone(bulletin.id)),
    parts: partsOf(bulletin, { pictures: [], gone: gone(bulletin.id) }),
  }))
}
