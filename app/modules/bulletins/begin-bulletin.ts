import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import type { Language } from '#app/platform/language.ts'
import { nextNumber } from '#app/platform/numbering.ts'
import { mayWriteBulletins } from './access.ts'

type Begun = {
  seasonId: string
  language: Language
  title: string
  body: string
  /** The published bulletin that this one corrects. */
  correctsId: string | null
}

/** Enters a bulletin with its number, its first version, and whoever begins it as its writer. */
export async function beginBulletin(ctx: Context, begun: Begun) {
  const writer = found(ctx.actor.personId)
  authorise(mayWriteBulletins(ctx.actor))
  const { street: streetId, now } = ctx
  const id = newId()
  const { title, body } = begun
  const bulletin = await ctx.tx
    .insertInto('bulletin')
    .values({
      streetId,
      id,
      number: await nextNumber(ctx, 'bulletin'),
      ...begun,
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
    .values({ streetId, bulletinId: id, version: 1, title, body, savedBy: writer, savedAt: now })
    .execute()
  return bulletin
}
