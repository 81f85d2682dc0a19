import { z } from 'zod'
import { seeContactFor } from '#app/modules/people/see-contact-for.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { mayOrderFor } from '../orders/access.ts'
import { isAsked } from './access.ts'
import { findDispatch } from './queries.ts'

export const SeeContact = z.strictObject({ dispatchId: z.uuid() })

/** The speaker opens the number of who ordered, or who ordered that of the speaker; it is noted. */
export async function seeContact(ctx: Context, input: z.infer<typeof SeeContact>): Promise<void> {
  const dispatch = found(await findDispatch(ctx, input.dispatchId))
  authorise(isAsked(ctx.actor, dispatch) || mayOrderFor(ctx.actor, dispatch.unitId))
  await seeContactFor(ctx, {
    personId: isAsked(ctx.actor, dispatch) ? dispatch.placedBy : dispatch.speakerPersonId,
    subjectId: dispatch.id,
    isAgreed: dispatch.status === 'accepted',
    endsAt: dispatch.during.end,
  })
}
