import type { Context } from '#app/platform/context.ts'
import { found } from '#app/platform/errors.ts'
import type { Fact } from '#app/platform/facts.ts'
import { to, urls } from '#app/urls.ts'
import { officeRoles } from '../access.ts'
import { findPerson, holdersOf } from '../queries.ts'
import { tell } from '../tell.ts'
import { findSuggestion } from './queries.ts'

/** The office hears of a suggestion in the evening's digest. */
export async function tellOffice(ctx: Context, fact: Fact): Promise<void> {
  const { personId, words } = found(await findSuggestion(ctx, fact.subjectId))
  const person = personId === null ? undefined : await findPerson(ctx, personId)
  await tell(ctx, {
    personIds: await holdersOf(ctx, officeRoles),
    name: 'suggestion.made',
    factId: fact.id,
    details: { words, person: person?.name ?? '' },
    link: urls.suggestions,
    urgency: 'digest',
  })
}

/** Whoever made a suggestion with their name hears what the office answers. */
export async function tellSuggester(ctx: Context, fact: Fact): Promise<void> {
  const { id, personId, words, answer } = found(await findSuggestion(ctx, fact.subjectId))
  if (personId === null) return
  await tell(ctx, {
    personIds: [personId],
    name: 'suggestion.answered',
    factId: fact.id,
    details: { words, answer },
    link: to(urls.say, null, { made: id }),
    urgency: 'digest',
  })
}
