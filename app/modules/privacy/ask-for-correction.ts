import { z } from 'zod'
import { Corrections } from '#app/modules/people/correct-person.ts'
import { familyOf, findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import { changesOf } from '#app/modules/people/rules.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayAskAbout } from './access.ts'
import { guardiansAmong } from './queries.ts'
import { whyNotWanted } from './rules.ts'

export const AskForCorrection = Corrections.extend({
  personId: z.uuid(),
  words: optionalText(500),
})

/** A person says what is wrong in what is known of them; the office answers (PIPL, art. 46). */
export async function askForCorrection(
  ctx: Context,
  input: z.infer<typeof AskForCorrection>,
): Promise<{ id: string }> {
  const { personId, words, ...wanted } = input
  const person = found(await findPerson(ctx, personId))
  const withUnits = found(await findWithUnits(ctx, personId))
  const guardianIds = guardiansAmong(await familyOf(ctx, personId), person, ctx.now)
  authorise(mayAskAbout(ctx.actor, withUnits, guardianIds))
  const changes = changesOf(person, wanted)
  refuseIf(words === '' ? whyNotWanted(changes) : null)
  const id = newId()
  await ctx.tx
    .insertInto('privacyRequest')
    .values({
      streetId: ctx.street,
      id,
      personId,
      kind: 'correction',
      wanted: JSON.stringify(
        Object.fromEntries(Object.entries(changes).map(([f, { to }]) => [f, to])),
      ),
      words,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(forPerson(ctx, personId), 'correction.asked', personId, {
    details: { requestId: id },
  })
  return { id }
}
