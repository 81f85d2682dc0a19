import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, Invalid, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text, wholeNumber } from '#app/platform/http/forms.ts'
import { mayWriteBulletins } from './access.ts'
import { faultsOfFigures } from './checks/queries.ts'
import { lockBulletin, readerOf } from './queries.ts'
import { whyNotSaved } from './rules.ts'

export const SaveBulletin = z.strictObject({
  bulletinId: z.uuid(),
  /** The version that was opened for writing. */
  version: wholeNumber(1, 1_000_000),
  title: text(80),
  body: text(20_000),
})

/**
 * A correspondent saves a bulletin's text, unless someone else has since it was opened. What was
 * being read is a draft again, and its readings begin anew.
 */
export async function saveBulletin(ctx: Context, input: z.infer<typeof SaveBulletin>) {
  const bulletin = found(await lockBulletin(ctx, input.bulletinId))
  const { part } = await readerOf(ctx, bulletin)
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotSaved(bulletin, input.version, part))
  const faults = await faultsOfFigures(ctx, bulletin, input.body)
  if (faults !== null) throw new Invalid({ body: faults })
  const { street: streetId, now } = ctx
  const [writer, version] = [found(ctx.actor.personId), bulletin.version + 1]
  const { title, body } = input
  const wasRead = bulletin.status !== 'draft'
  await ctx.tx
    .insertInto('bulletinPart')
    .values({ streetId, bulletinId: bulletin.id, personId: writer, part: 'writer' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.tx
    .insertInto('bulletinVersion')
    .values({
      streetId,
      bulletinId: bulletin.id,
      version,
      title,
      body,
      savedBy: writer,
      savedAt: now,
    })
    .execute()
  const saved = await ctx.tx
    .updateTable('bulletin')
    .set({
      title,
      body,
      version,
      changedBy: writer,
      changedAt: now,
      ...(wasRead ? { status: 'draft', round: bulletin.round + 1 } : {}),
    })
    .where('streetId', '=', ctx.street)
    .where('id', '=', bulletin.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(ctx, 'bulletin.saved', bulletin.id, { details: { version, wasRead } })
  return saved
}
