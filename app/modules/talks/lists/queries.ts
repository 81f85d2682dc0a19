import { sql } from 'kysely'
import { openUnits } from '#app/modules/organisation/queries.ts'
import type { Context } from '#app/platform/context.ts'
import type { CsvRow } from '#app/platform/csv.ts'
import { phoneIn } from '#app/platform/sent-lists.ts'
import { en as menuEn } from '../menu/messages.en.ts'
import { zh as menuZh } from '../menu/messages.zh.ts'
import { topicsOf } from '../menu/queries.ts'
import { en as speakersEn } from '../speakers/messages.en.ts'
import { zh as speakersZh } from '../speakers/messages.zh.ts'
import { type Judged, judge, type Known, type ListColumns, type Word } from './rules.ts'

type Reading = Pick<Context, 'tx' | 'street'>

export type SpeakerList = {
  id: string
  fileName: string
  madeAt: Date
  rows: CsvRow[]
  headingsAt: number
  columns: ListColumns
  doneAt: Date | null
  added: number | null
}

function lists({ tx, street }: Reading) {
  return tx
    .selectFrom('speakerList')
    .select(['id', 'fileName', 'madeAt', 'rows', 'headingsAt', 'columns', 'doneAt', 'added'])
    .where('streetId', '=', street)
}

/** A list of speakers that was sent. */
export async function findSpeakerList(ctx: Reading, listId: string) {
  return (await lists(ctx).where('id', '=', listId).executeTakeFirst()) as SpeakerList | undefined
}

/** The same under a lock: lists are entered one after the other, so that nobody is entered by two. */
export async function lockSpeakerList(
  ctx: Reading,
  listId: string,
): Promise<SpeakerList | undefined> {
  const rows = await lists(ctx).orderBy('id').forUpdate().execute()
  return rows.find(({ id }) => id === listId) as SpeakerList | undefined
}

/** The lists sent of late, the latest first. */
export async function lateSpeakerLists({ tx, street }: Reading) {
  return tx
    .selectFrom('speakerList')
    .select(['id', 'fileName', 'madeAt', 'doneAt', 'added'])
    .select(sql<number>`jsonb_array_length(rows) - headings_at - 1`.as('speakers'))
    .where('streetId', '=', street)
    .orderBy('id', 'desc')
    .execute()
}

/** What would become of each row of a list if it were entered now. */
export async function judgedRows(ctx: Reading, list: SpeakerList): Promise<Judged[]> {
  const { rows, headingsAt, columns } = list
  const phoneAt = columns.indexOf('phone')
  const phones = rows
    .slice(headingsAt + 1)
    .flatMap(({ fields }) => phoneIn(fields[phoneAt] ?? '') ?? [])
  const topics = await topicsOf(ctx)
  return judge({
    rows,
    headingsAt,
    columns,
    units: (await openUnits(ctx)).filter(({ kind }) => kind === 'community' || kind === 'street'),
    known: await peopleOf(ctx, phones),
    vocabulary: {
      kinds: wordsOf(speakersZh.kinds, speakersEn.kinds),
      languages: wordsOf(menuZh.languages, menuEn.languages),
      audiences: wordsOf(menuZh.audiences, menuEn.audiences),
      formats: wordsOf(menuZh.formats, menuEn.formats),
      topics: topics.map(({ code, name, nameEn }) => ({ code, called: [name, nameEn] })),
    },
  })
}

function wordsOf<Code extends string>(
  zh: Readonly<Record<Code, string>>,
  en: Readonly<Record<Code, string>>,
): Word[] {
  return (Object.keys(zh) as Code[]).map((code) => ({ code, called: [zh[code], en[code]] }))
}

/** Everyone with one of these numbers, and whether they stand in the register now. */
async function peopleOf(ctx: Reading, phones: readonly string[]): Promise<Known[]> {
  const { rows } = await sql<Known>`
    select p.id, p.name, p.phone, exists (select from speaker s
      where s.street_id = ${ctx.street} and s.person_id = p.id) as speaks
    from person p
    where p.street_id = ${ctx.street} and p.phone = any(${phones}::text[])`.execute(ctx.tx)
  return rows
}
