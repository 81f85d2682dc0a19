import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayReadBulletins } from './access.ts'
import { lockBulletin } from './queries.ts'
import { whyNotCommented } from './rules.ts'

export const CommentOnBulletin = z.strictObject({
  bulletinId: z.uuid(),
  /** The version that was read. */
  version: wholeNumber(1, 1_000_000),
  paragraph: optional(wholeNumber(1, 500)),
  words: text(1000),
})

/** A reader or a fellow writer leaves a comment at a place in the text. */
export async function commentOnBulletin(ctx: Context, input: z.infer<typeof CommentOnBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  authorise(mayReadBulletins(ctx.actor))
  refuseIf(whyNotCommented(bulletin, input.version))
  await ctx.tx
    .insertInto('bulletinComment')
    .values({
      streetId: ctx.street,
      id: newId(),
      bulletinId: bulletin.id,
      round: bulletin.round,
      version: bulletin.version,
      paragraph: input.paragraph ?? null,
      words: input.words,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(ctx, 'bulletin.commentedOn', bulletin.id, {
    details: { version: bulletin.version, paragraph: input.paragraph ?? null },
  })
}
