import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayWriteBulletins } from './access.ts'
import { beginBulletin } from './begin-bulletin.ts'
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
  const { language, seasonId } = original
  const { title, body } = words[language].correction(original)
  const bulletin = await beginBulletin(ctx, {
    seasonId,
    language,
    title: title.slice(0, 80),
    body,
    correctsId: original.id,
  })
  await record(ctx, 'bulletin.correctionStarted', bulletin.id, {
    details: { correctsId: original.id },
  })
  return bulletin
}
