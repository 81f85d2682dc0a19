import { officeRoles } from '#app/modules/people/access.ts'
import { holdersOf } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { findMatter, needsOfMatter } from '../board/queries.ts'
import { linkTo } from '../needs/queries.ts'
import { claimsOf, claimWithNames, lastVerdict } from './queries.ts'
import { contactDue } from './rules.ts'

/** Residents whom the street knows hear something of their matter, each with the own link. */
async function tellResidents(
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

/** The resident hears who took it on, and the branch's contact hears of it where another claimed. */
export async function tellOfClaim(ctx: Context, fact: Fact): Promise<void> {
  const claim = found(await claimWithNames(ctx, fact.subjectId))
  const matter = found(await findMatter(ctx, claim.matterId))
  const details = { title: matter.title, unit: claim.unitName }
  await tellResidents(ctx, fact, matter, details)
  if (claim.assignedTo === claim.claimedBy) return
  await tell(ctx, {
    personIds: [claim.assignedTo],
    name: 'claim.assigned',
    factId: fact.id,
    details,
    link: to(urls.matter, { matterId: matter.id }),
    urgency: 'soon',
  })
}

/** Who claimed and who was to call hear that the resident waits, or that the claim has lapsed. */
export async function tellBranch(ctx: Context, fact: Fact): Promise<void> {
  const claim = found(await claimWithNames(ctx, fact.subjectId))
  const matter = found(await findMatter(ctx, claim.matterId))
  const withdrawn = fact.name === 'claim.withdrawn'
  const title = matter.title
  await tell(ctx, {
    personIds: [claim.claimedBy, claim.assignedTo],
    name: withdrawn ? 'matter.withdrawn' : fact.name,
    factId: fact.id,
    details: withdrawn
      ? { title, reason: matter.endReason }
      : { title, unit: claim.unitName, by: contactDue(claim) },
    link: to(urls.matter, { matterId: matter.id }),
    urgency: 'soon',
  })
}

/** The office hears that a matter is on the board again. */
export async function tellOfReturn(ctx: Context, fact: Fact): Promise<void> {
  const claim = found(await claimWithNames(ctx, fact.subjectId))
  const matter = found(await findMatter(ctx, claim.matterId))
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: fact.name,
    factId: fact.id,
    details: { title: matter.title, unit: claim.unitName },
    link: to(urls.matter, { matterId: matter.id }),
    urgency: 'digest',
  })
}

/** Residents are asked whether it is solved. */
export async function tellOfDone(ctx: Context, fact: Fact): Promise<void> {
  const matter = found(await findMatter(ctx, fact.subjectId))
  await tellResidents(ctx, fact, matter, { title: matter.title })
}

/** The branches hear what the resident says; where it was not solved the office does too, and calls. */
export async function tellOfVerdict(ctx: Context, fact: Fact): Promise<void> {
  const matter = found(await findMatter(ctx, fact.subjectId))
  const claims = await claimsOf(ctx, matter.id)
  const held = claims.filter(({ ending }) => ending === null || ending === 'confirmed')
  const reopened = fact.name === 'matter.reopened'
  const verdict = await lastVerdict(ctx, matter.id)
  const office = reopened ? await holdersOf(ctx, officeRoles) : []
  await tell(ctx, {
    personIds: [...held.flatMap((claim) => [claim.claimedBy, claim.assignedTo]), ...office],
    name: fact.name,
    factId: fact.id,
    details: { title: matter.title, words: verdict?.words ?? '' },
    link: to(urls.matter, { matterId: matter.id }),
    urgency: reopened ? 'soon' : 'digest',
  })
}
