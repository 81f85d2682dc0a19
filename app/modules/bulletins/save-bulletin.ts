import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Invalid, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text, wholeNumber } from '#app/platform/http/forms.ts'
import { mayWriteBulletins } from './access.ts'
import { en } from './messages.en.ts'
import { zh } from './messages.zh.ts'
import { lockBulletin } from './queries.ts'
import { unknownTokens, whyNotSaved } from './rules.ts'

const words = { zh, en }

export const SaveBulletin = z.strictObject({
  bulletinId: z.uuid(),
  /** The version that was opened for writing. */
  version: wholeNumber(1, 1_000_000),
  title: text(80),
  body: text(20_000),
})

/** A correspondent saves a bulletin's text, unless someone else has since it was opened. */
export async function saveBulletin(ctx: Context, input: z.infer<typeof SaveBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotSaved(bulletin, input.version))
  const unknown = unknownTokens(input.body)
  // Said in the language of the bulletin, which whoever writes it reads.
  if (unknown.length > 0)
    throw new Invalid({ body: words[bulletin.language].unknownFigure(unknown) })
  const saved = await ctx.tx
    .updateTable('bulletin')
    .set({
      title: input.title,
      body: input.body,
      version: bulletin.version + 1,
      changedBy: found(ctx.actor.personId),
      changedAt: ctx.now,
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', bulletin.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'bulletin.saved', bulletin.id, { details: { version: saved.version } })
  return saved
}
