import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { peopleTold } from '../checks/queries.ts'
import { en as figuresEn } from '../figures/messages.en.ts'
import { zh as figuresZh } from '../figures/messages.zh.ts'
import { picturesOut } from '../pictures/queries.ts'
import { articleOf } from './rules.ts'

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
  /** What its figures were frozen as. */
  figures: Readonly<Record<string, number>>
}

const mostOnPage = 100

/** The bulletins of the street that are out, the newest first, or only one of them. */
async function publishedRows(ctx: Reading, bulletinId: string | null): Promise<PublishedRow[]> {
  const { rows } = await sql<PublishedRow>`
    select b.id, b.number, v.title, v.body, b.language, out.published_at, b.corrects_id,
      original.title as corrects_title, coalesce((select json_object_agg(f.figure, f.value)
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

/** Every bulletin of the street that is out, the newest first. */
export async function published(ctx: Reading): Promise<PublishedRow[]> {
  return publishedRows(ctx, null)
}

export type Correction = { id: string; title: string; publishedAt: Date }

/** The corrections of a bulletin that are out, the oldest first. */
async function correctionsOf(ctx: Reading, bulletinId: string): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select b.id, b.title, out.published_at
    from bulletin b
    join bulletin_publication out on out.street_id = b.street_id and out.bulletin_id = b.id
    where b.street_id = ${ctx.street} and b.corrects_id = ${bulletinId}
    order by out.published_at, b.id`.execute(ctx.tx)
  return rows
}

/** A published bulletin as it is read at this moment, with its pictures and its corrections. */
export async function findArticle(ctx: ReadingNow, bulletinId: string) {
  const [bulletin] = await publishedRows(ctx, bulletinId)
  if (!bulletin) return undefined
  const pictures = await picturesOut(ctx, bulletin.id)
  const told = await peopleTold(ctx, bulletin.id)
  return {
    ...bulletin,
    pictures,
    corrections: await correctionsOf(ctx, bulletin.id),
    parts: partsOf(bulletin, { pictures, told }),
  }
}

export type Article = NonNullable<Awaited<ReturnType<typeof findArticle>>>

/** A bulletin's parts as they are read, in the words of its own language. */
function partsOf(bulletin: PublishedRow, more: Parameters<typeof articleOf>[3]) {
  const values = new Map(Object.entries(bulletin.figures))
  return articleOf(bulletin.body, values, figureWords[bulletin.language].say, more)
}

/** The bulletins that are out, with who of each does not wish to be told of any more; for the feeds. */
export async function articles(ctx: ReadingNow) {
  const rows = (await published(ctx)).slice(0, 20)
  const { rows: gone } = await sql<{ bulletinId: string; name: string }>`
    select told.bulletin_id, told.name from bulletin_person told
    where told.street_id = ${ctx.street} and told.bulletin_id = any(${rows.map(({ id }) => id)}::uuid[])
      and not exists (select from consent c where c.street_id = ${ctx.street}
        and c.person_id = told.person_id and c.purpose = 'story' and c.subject_id = told.bulletin_id
        and c.active)`.execute(ctx.tx)
  return rows.map((bulletin) => {
    const told = gone
      .filter(({ bulletinId }) => bulletinId === bulletin.id)
      .map(({ name }) => ({ name, consented: false }))
    return { ...bulletin, parts: partsOf(bulletin, { pictures: [], told }) }
  })
}
