import { z } from 'zod'
import { seeContactFor } from '#app/modules/people/see-contact-for.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayTriage } from './access.ts'
import { findNeed } from './queries.ts'

export const SeeContact = z.strictObject({ needId: z.uuid() })

/** The office opens how to reach who has a need for an hour; it is noted that it did, for the resident too. */
export async function seeContact(ctx: Context, input: z.infer<typeof SeeContact>): Promise<void> {
  const need = found(await findNeed(ctx, input.needId))
  authorise(mayTriage(ctx.actor))
  await record(ctx, 'resident.seen', need.id)
  const { personId } = need
  if (personId)
    await seeContactFor(ctx, { personId, subjectId: need.id, isAgreed: true, endsAt: null })
}
