import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { mayLookAfter } from './access.ts'
import { allWithUnits } from './queries.ts'

export const SeeContacts = z.strictObject({
  personIds: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',') : value),
    z.array(z.uuid()).min(1).max(500),
  ),
})

/** Whoever looks after people opens their contact details for an hour, and it is noted that they did. */
export async function seeContacts(ctx: Context, input: z.infer<typeof SeeContacts>): Promise<void> {
  const people = await allWithUnits(ctx, input.personIds)
  found(people.length === new Set(input.personIds).size ? people : null)
  authorise(people.every((person) => mayLookAfter(ctx.actor, person.unitIds)))
  // one query a person: the history of each says who has seen the number
  for (const person of people) await record(ctx, 'contact.seen', person.id)
}
