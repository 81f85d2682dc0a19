import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { mayWriteBulletins } from '../access.ts'
import { lockBulletin, readerOf } from '../queries.ts'
import { whyNotChanged } from '../quotes/rules.ts'
import { findPicture, lockPicture } from './queries.ts'
import { whyNotSaid } from './rules.ts'

export const NamePeopleOnPicture = z.strictObject({
  pictureId: z.uuid(),
  /** Nobody on it can be recognised. */
  nobody: tick,
  personIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.uuid()).max(50),
  ),
})

/** A writer says who can be recognised on a picture; everyone named is asked for a consent. */
export async function namePeopleOnPicture(
  ctx: Context,
  input: z.infer<typeof NamePeopleOnPicture>,
) {
  const { bulletinId } = found(await lockPicture(ctx, input.pictureId))
  const before = found(await findPicture(ctx, input.pictureId))
  const bulletin = found(await lockBulletin(ctx, bulletinId))
  const { part } = await readerOf(ctx, bulletin)
  authorise(mayWriteBulletins(ctx.actor))
  refuseIf(whyNotChanged(bulletin, part))
  refuseIf(whyNotSaid(input))
  const personIds = [...new Set(input.personIds)]
  const mine = { streetId: ctx.street, pictureId: before.id }
  await ctx.tx
    .deleteFrom('picturePerson')
    .where('streetId', '=', ctx.street)
    .where('pictureId', '=', before.id)
    .execute()
  if (personIds.length > 0)
    await ctx.tx
      .insertInto('picturePerson')
      .values(personIds.map((personId) => ({ ...mine, personId })))
      .execute()
  await ctx.tx
    .updateTable('bulletinPicture')
    .set({ people: input.nobody ? 'nobody' : 'named' })
    .where('streetId', '=', ctx.street)
    .where('id', '=', before.id)
    .execute()
  const known = before.persons.map(({ id }) => id)
  await record(ctx, 'picture.peopleNamed', bulletin.id, {
    details: { pictureId: before.id, personIds: personIds.filter((id) => !known.includes(id)) },
  })
}
