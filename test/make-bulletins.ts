import { approveBulletin } from '#app/modules/bulletins/approve-bulletin.ts'
import { handInBulletin } from '#app/modules/bulletins/hand-in-bulletin.ts'
import { publishBulletin } from '#app/modules/bulletins/publish-bulletin.ts'
import { type Reading, readings } from '#app/modules/bulletins/rules.ts'
import { saveBulletin } from '#app/modules/bulletins/save-bulletin.ts'
import { startBulletin } from '#app/modules/bulletins/start-bulletin.ts'
import type { Context } from '#app/platform/context.ts'
import { as, makeAppointed } from './make.ts'
import { makeSeason } from './make-talks.ts'

/** A correspondent's bulletin of the season with a text of one's own, at its second version. */
export async function makeBulletin(
  ctx: Context,
  options: { body?: string; title?: string; language?: 'zh' | 'en' } = {},
) {
  const season = await makeSeason(ctx)
  const correspondent = await makeAppointed(ctx, 'correspondent')
  const writer = await as(ctx, correspondent)
  const { language = 'zh', title = '冬日里的课堂', body = '办了{{sessionsHeld}}场活动。' } = options
  const { id } = await startBulletin(writer, { seasonId: season.id, language, title })
  const bulletin = await saveBulletin(writer, { bulletinId: id, version: 1, title, body })
  return { season, correspondent, writer, bulletin }
}

/** Three of the office, the proofreader after them, and who publishes. */
export async function makeReaders(ctx: Context) {
  const people = {
    first: await makeAppointed(ctx, 'office'),
    second: await makeAppointed(ctx, 'office'),
    third: await makeAppointed(ctx, 'office'),
    proof: await makeAppointed(ctx, 'proofreader'),
  }
  return { ...people, publisher: await makeAppointed(ctx, 'office') }
}

export type Readers = Awaited<ReturnType<typeof makeReaders>>
type Made = { writer: Context; bulletin: { id: string; version: number } }

/** Hands the bulletin in and has it read up to a reading, or through all of them. */
export async function readUntil(ctx: Context, made: Made, readers: Readers, until?: Reading) {
  const seen = { bulletinId: made.bulletin.id, version: made.bulletin.version }
  await handInBulletin(made.writer, seen)
  for (const step of readings) {
    if (step === until) return
    await approveBulletin(await as(ctx, readers[step]), { ...seen, step })
  }
}

/** Has a bulletin read by all, and publishes it. */
export async function makePublished(ctx: Context, made: Made, readers: Readers) {
  await readUntil(ctx, made, readers)
  const seen = { bulletinId: made.bulletin.id, version: made.bulletin.version }
  await publishBulletin(await as(ctx, readers.publisher), seen)
}
