import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { linkTo } from '../needs/queries.ts'
import { findMatter, needsOfMatter } from './queries.ts'

/** Residents whom the street knows hear something of their matter, each with the own link. */
export async function tellResidents(
  ctx: Context,
  fact: Fact,
  matter: { id: string },
  details: Record<string, unknown>,
): Promise<void> {
  for (const need of await needsOfMatter(ctx, matter.id)) {
    if (need.personId === null || need.solved === true) continue
    // one query a need: each resident has the own link, and a matter has a few
    const key = await linkTo(ctx, need.id)
    await tell(ctx, {
      personIds: [need.personId],
      name: fact.name,
      factId: fact.id,
      details,
      link: to(urls.needStatus, null, { key }),
      urgency: fact.name === 'matter.done' ? 'soon' : 'digest',
    })
  }
}

/** Whoever has the need hears that it is on the board. */
export async function tellOfMatter(ctx: Context, fact: Fact): Promise<void> {
  const matter = found(await findMatter(ctx, fact.subjectId))
  await tellResidents(ctx, fact, matter, { title: matter.title })
}

/** The office hears that nobody took a matter on: its needs wait again. */
export async function tellOfExpiry(ctx: Context, fact: Fact): Promise<void> {
  const matter = found(await findMatter(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'matter.expired',
    factId: fact.id,
    details: { title: matter.title },
    link: to(urls.needs),
    urgency: 'digest',
  })
}
