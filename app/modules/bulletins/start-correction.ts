import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayWriteBulletins } from './access.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { lockBulletin } from './queries.ts'
import { whyNotCorrected } from './rules.ts'

const words = { zh, en }

export const StartCorrection = z.strictObject({ bulletinId: z.uuid() })

/**
 * A correspondent starts the correction of a published bulletin: a bulletin of its own, read by the
 * same number of people, that stands beside what it corrects. What was published does not change.
 */
export async function startCorrection(ctx: Context, input: z.infer<typeof StartCorrection>) {
  const original = found(await lockBulletin(ctx, input.bulletinId))
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotCorrected(original))
  const writer = found(ctx.actor.personId)
  const { street: streetId, now } = ctx
  const { language, seasonId } = original
  const { title, body } = words[language].correction(original)
  const id = newId()
  const bulletin = await ctx.tx
    .insertInto('bulletin')
    .values({
      streetId,
      id,
      number: await nextNumber(ctx, 'bulletin'),
      seasonId,
      language,
      correctsId: original.id,
      title: title.slice(0, 80),
      body,
      writtenBy: writer,
      madeAt: now,
      changedBy: writer,
      changedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await ctx.tx
    .insertInto('bulletinPart')
    .values({ streetId, bulletinId: id, personId: writer, part: 'writer' })
    .execute()
  await ctx.tx
    .insertInto('bulletinVersion')
    .values({
      streetId,
      bulletinId: id,
      version: 1,
      title: bulletin.title,
      body,
      savedBy: writer,
      savedAt: now,
    })
    .execute()
  await record(ctx, 'bulletin.correctionStarted', id, { details: { correctsId: original.id } })
  return bulletin
}
