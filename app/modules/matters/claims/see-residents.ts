import { z } from 'zod'
import { seeContactFor } from '#app/modules/people/see-contact-for.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { findMatter, needsOfMatter } from '../board/queries.ts'
import { maySeeResidents } from './access.ts'
import { claimsOf } from './queries.ts'

export const SeeResidents = z.strictObject({ matterId: z.uuid() })

/**
 * Who took a matter on, or calls its residents, opens how to reach them for an hour; it is noted that
 * they did, and each resident whom the street knows sees it among their own data.
 */
export async function seeResidents(
  ctx: Context,
  input: z.infer<typeof SeeResidents>,
): Promise<void> {
  const matter = found(await findMatter(ctx, input.matterId))
  const claims = await claimsOf(ctx, matter.id)
  authorise(maySeeResidents(ctx.actor, matter, claims, ctx.now))
  await record(ctx, 'resident.seen', matter.id)
  const residents = (await needsOfMatter(ctx, matter.id)).flatMap(({ personId }) => personId ?? [])
  // one query a resident: the history of each says who has seen the number
  for (const personId of new Set(residents))
    await seeContactFor(ctx, { personId, subjectId: matter.id, isAgreed: true, endsAt: null })
}
