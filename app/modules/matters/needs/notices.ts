import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findNeed, linkTo } from './queries.ts'

/** The office hears of a need in the evening; the clock on it runs in working days. */
export async function tellOfNeed(ctx: Context, fact: Fact): Promise<void> {
  const need = found(await findNeed(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'need.said',
    factId: fact.id,
    details: { words: need.words, community: need.communityName },
    link: to(urls.need, { needId: need.id }),
    urgency: 'digest',
  })
}

/** A resident whom the street knows hears what the office says; others see it by number and phone. */
export async function tellOfTriage(ctx: Context, fact: Fact): Promise<void> {
  const need = found(await findNeed(ctx, fact.subjectId))
  if (need.personId === null) return
  const answer = fact.name === 'need.followedUp' ? need.followUp : need.answer
  await tell(ctx, {
    personIds: [need.personId],
    name: fact.name,
    factId: fact.id,
    details: { words: need.words, answer, department: need.department },
    link: to(urls.needStatus, null, { key: await linkTo(ctx, need.id) }),
    urgency: 'soon',
  })
}
