import { findWithUnits } from '#app/modules/people/queries.ts'
import { tell } from '#app/modules/people/tell.ts'
import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { urls } from '#app/urls.ts'
import { findEntry, keepersOf } from './queries.ts'

/** Those who can be the second person of an entry hear of it: who runs the branch, and the office. */
export async function tellSecondPerson(ctx: Context, fact: Fact): Promise<void> {
  const entry = found(await findEntry(ctx, fact.subjectId))
  const { unitIds } = found(await findWithUnits(ctx, entry.personId))
  const able = (await keepersOf(ctx, unitIds)).filter(
    (personId) => personId !== entry.enteredBy && personId !== entry.personId,
  )
  await tell(ctx, {
    personIds: able,
    name: 'entry.made',
    factId: fact.id,
    details: { hours: entry.hours, what: entry.what, person: entry.enteredByName },
    link: urls.hoursToSettle,
    urgency: 'digest',
  })
}

/** The person hears what became of hours that were entered for them. */
export async function tellOfDecision(ctx: Context, fact: Fact): Promise<void> {
  const entry = found(await findEntry(ctx, fact.subjectId))
  await tell(ctx, {
    personIds: [entry.personId],
    name: 'entry.decided',
    factId: fact.id,
    details: { hours: entry.hours, what: entry.what, confirmed: entry.status === 'confirmed' },
    link: urls.hours,
    urgency: 'digest',
  })
}
