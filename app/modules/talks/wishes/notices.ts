import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { urls } from '#app/urls.ts'
import { findWish } from './queries.ts'

/** The office hears what a branch wishes for, and the branch what the office answers. */
export async function tellOfWish(ctx: Context, fact: Fact): Promise<void> {
  const wish = found(await findWish(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: fact.name === 'wish.made' ? await holdersOf(ctx, officeRoles) : [wish.madeBy],
    name: fact.name,
    factId: fact.id,
    details: { unit: wish.unitName, words: wish.words },
    link: urls.wishes,
    urgency: 'digest',
  })
}
