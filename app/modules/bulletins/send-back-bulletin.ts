import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayDecide } from './access.ts'
import { keepReading } from './keep-reading.ts'
import { lockBulletin, readerOf } from './queries.ts'
import { readings, whyNotRead } from './rules.ts'

export const SendBackBulletin = z.strictObject({
  bulletinId: z.uuid(),
  step: z.enum(readings),
  version: wholeNumber(1, 1_000_000),
  /** The paragraph that is meant; without it the whole. */
  paragraph: optional(wholeNumber(1, 500)),
  words: text(1000),
})

/** A reader sends a bulletin back to who wrote it, saying where and what; the readings begin anew. */
export async function sendBackBulletin(ctx: Context, input: z.infer<typeof SendBackBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const reader = await readerOf(ctx, bulletin)
  authorise(mayDecide(ctx.actor, input.step))
  refuseIf(whyNotRead(bulletin, input, reader))
  const { street: streetId, now } = ctx
  const { id: bulletinId, round, version } = bulletin
  const { step, words, paragraph = null } = input
  const personId = found(ctx.actor.personId)
  await keepReading(ctx, { bulletin, step, decision: 'sentBack' })
  await ctx.tx
    .insertInto('bulletinComment')
    .values({
      streetId,
      id: newId(),
      bulletinId,
      round,
      version,
      paragraph,
      words,
      madeBy: personId,
      madeAt: now,
    })
    .execute()
  await ctx.tx
    .updateTable('bulletin')
    .set({ status: 'draft', round: round + 1 })
    .where('streetId', '=', streetId)
    .where('id', '=', bulletinId)
    .execute()
  await record(ctx, 'bulletin.sentBack', bulletinId, {
    reason: words,
    details: { step, version, paragraph },
  })
}
