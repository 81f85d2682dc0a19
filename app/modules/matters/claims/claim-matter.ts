import { z } from 'zod'
import { findUnit } from '#app/modules/organisation/queries.ts'
import { actorOf } from '#app/modules/people/queries.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional, optionalText, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { lockMatter } from '../board/queries.ts'
import { masked } from '../needs/rules.ts'
import { mayClaimFor } from './access.ts'
import { liveClaims } from './queries.ts'
import { sharedParts, statusOf, whyNotABranch, whyNotAssigned, whyNotClaimable } from './rules.ts'

export const ClaimMatter = z.strictObject({
  matterId: z.uuid(),
  unitId: z.uuid(),
  part: wholeNumber(0, 3).default(0),
  /** Where the branch shares a whole matter: what it does itself, and what is left to others, one a line. */
  ownPart: optionalText(40),
  otherParts: optionalText(130),
  /** Who speaks with the resident, if not the one who claims. */
  assignedTo: optional(z.uuid()),
})

/**
 * A branch takes a matter on, or one of its parts, or shares it by naming the parts. Whoever comes
 * second is told so: the matter is locked, and the database holds one claim to a part.
 */
export async function claimMatter(ctx: Context, input: z.infer<typeof ClaimMatter>) {
  const unit = found(await findUnit(ctx, input.unitId))
  const matter = found(await lockMatter(ctx, input.matterId))
  const live = await liveClaims(ctx, matter.id)
  const personId = input.assignedTo ?? found(ctx.actor.personId)
  const assigned = personId === ctx.actor.personId ? ctx.actor : await actorOf(ctx, personId)
  const shared = sharedParts(masked(input.ownPart).words, masked(input.otherParts).words)
  authorise(mayClaimFor(ctx.actor, unit.id))
  refuseIf(whyNotABranch(unit))
  refuseIf(whyNotClaimable(matter, new Set(live.map(({ part }) => part)), input.part, shared))
  refuseIf(whyNotAssigned(assigned, unit.id))
  const parts = shared ?? matter.parts
  const claim = { id: newId() }
  await ctx.tx
    .insertInto('claim')
    .values({
      streetId: ctx.street,
      ...claim,
      matterId: matter.id,
      unitId: unit.id,
      part: input.part,
      partName: parts[input.part]!,
      claimedBy: found(ctx.actor.personId),
      assignedTo: personId,
      claimedAt: ctx.now,
    })
    .execute()
  const status = statusOf(parts.length, [...live, { doneAt: null }])
  await ctx.tx
    .updateTable('matter')
    .set({ status, ...(shared && { parts: shared, splitByBranch: true }) })
    .where('streetId', '=', ctx.street)
    .where('id', '=', matter.id)
    .execute()
  const details = { matterId: matter.id, unitId: unit.id, unit: unit.name, part: parts[input.part] }
  await record(ctx, 'matter.claimed', claim.id, { details })
  return claim
}
