import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { tick } from '#app/platform/http/forms.ts'
import { mayRunSession } from '../access.ts'
import { findSession } from '../queries.ts'
import { findPhoto, lockPhoto } from './queries.ts'
import { whyNotSaid } from './rules.ts'

export const NamePeopleOnPhoto = z.strictObject({
  photoId: z.uuid(),
  /** Nobody on it can be recognised. */
  nobody: tick,
  personIds: z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(z.uuid()).max(50),
  ),
})

/** Who runs a session says who can be recognised on a photo; everyone grown up is asked for a consent. */
export async function namePeopleOnPhoto(ctx: Context, input: z.infer<typeof NamePeopleOnPhoto>) {
  const { sessionId } = found(await lockPhoto(ctx, input.photoId))
  const before = found(await findPhoto(ctx, input.photoId))
  const session = found(await findSession(ctx, sessionId))
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotSaid(before, input))
  const personIds = [...new Set(input.personIds)]
  await ctx.tx
    .deleteFrom('sessionPhotoPerson')
    .where('streetId', '=', ctx.street)
    .where('photoId', '=', before.id)
    .execute()
  if (personIds.length > 0)
    await ctx.tx
      .insertInto('sessionPhotoPerson')
      .values(personIds.map((personId) => ({ streetId: ctx.street, photoId: before.id, personId })))
      .execute()
  await ctx.tx
    .updateTable('sessionPhoto')
    .set({ people: input.nobody ? 'nobody' : 'named', faces: personIds.length })
    .where('streetId', '=', ctx.street)
    .where('id', '=', before.id)
    .execute()
  const known = before.persons.map(({ id }) => id)
  await record(ctx, 'photo.peopleNamed', session.id, {
    details: { photoId: before.id, personIds: personIds.filter((id) => !known.includes(id)) },
  })
}
