import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { lockMatter, needsOfMatter } from '../board/queries.ts'
import { contactOf, findNeed, needOfLink } from '../needs/queries.ts'
import { masked } from '../needs/rules.ts'
import { mayJudge } from './access.ts'
import { claimersOf, unsolvedNeeds } from './queries.ts'
import { whyNotJudged } from './rules.ts'

export const GiveVerdict = z.strictObject({
  needId: z.uuid(),
  solved: z.enum(['yes', 'no']),
  words: optionalText(300),
  /** The resident's own link, where nobody is signed in. */
  link: optionalText(600),
})

/**
 * The resident says whether a matter was solved, by a link, signed in, or by phone to staff who had no
 * part in it. When every resident of a matter calls it solved it is confirmed; when one does not, it is
 * open again for who holds it, and someone calls back.
 */
export async function giveVerdict(ctx: Context, input: z.infer<typeof GiveVerdict>): Promise<void> {
  const need = found(await findNeed(ctx, input.needId))
  const linked = await needOfLink(ctx, input.link)
  authorise(mayJudge(ctx.actor, need, linked))
  const matter = found(need.matterId === null ? null : await lockMatter(ctx, need.matterId))
  const { phone } = found(await contactOf(ctx, need.id))
  const claimers = await claimersOf(ctx, matter.id)
  const saidSolved = (await needsOfMatter(ctx, matter.id)).some(
    ({ id, solved }) => id === need.id && solved === true,
  )
  refuseIf(whyNotJudged({ need: { ...need, phone }, giver: ctx.actor }, matter, claimers))
  // A "no" after it would reopen the matter for good: that the need is solved is said once.
  refuseIf(saidSolved ? 'verdict_once' : null)
  const solved = input.solved === 'yes'
  const bySelf = linked === need.id || ctx.actor.personId === need.personId
  await ctx.tx
    .insertInto('verdict')
    .values({
      streetId: ctx.street,
      id: newId(),
      matterId: matter.id,
      needId: need.id,
      solved,
      words: masked(input.words).words,
      how: bySelf ? 'page' : 'phone',
      givenBy: ctx.actor.personId,
      at: ctx.now,
    })
    .execute()
  const confirmed = solved && (await unsolvedNeeds(ctx, matter.id)) === 0
  if (!solved || confirmed) await settle(ctx, matter.id, solved)
  const forOther = !bySelf && need.personId !== null ? { ...ctx, onBehalfOf: need.personId } : ctx
  await record(forOther, solved ? 'need.solved' : 'need.unsolved', need.id)
  if (!solved) await record(forOther, 'matter.reopened', matter.id)
  if (confirmed) await record(forOther, 'matter.confirmed', matter.id)
}

/** A matter is over with its claims, or open again for those who hold it. */
async function settle(ctx: Context, matterId: string, solved: boolean): Promise<void> {
  await ctx.tx
    .updateTable('claim')
    .set(solved ? { endedAt: ctx.now, ending: 'confirmed' } : { doneAt: null, doneBy: null })
    .where('streetId', '=', ctx.street)
    .where('matterId', '=', matterId)
    .where('endedAt', 'is', null)
    .execute()
  await ctx.tx
    .updateTable('matter')
    .set(solved ? { status: 'confirmed', endedAt: ctx.now } : { status: 'claimed', doneAt: null })
    .where('streetId', '=', ctx.street)
    .where('id', '=', matterId)
    .execute()
}
