import { z } from 'zod'
import { familyOf, findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import { type Context, forPerson } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayAskAbout } from './access.ts'
import { guardiansAmong } from './queries.ts'

export const AskForDeletion = z.strictObject({ personId: z.uuid(), words: optionalText(500) })

/** A person asks to be deleted; nothing goes before the office has looked (PIPL, art. 47). */
export async function askForDeletion(
  ctx: Context,
  input: z.infer<typeof AskForDeletion>,
): Promise<{ id: string }> {
  const person = found(await findPerson(ctx, input.personId))
  const withUnits = found(await findWithUnits(ctx, person.id))
  const guardianIds = guardiansAmong(await familyOf(ctx, person.id), person, ctx.now)
  authorise(mayAskAbout(ctx.actor, withUnits, guardianIds))
  refuseIf(person.forgottenAt === null ? null : 'forget.already')
  const id = newId()
  await ctx.tx
    .insertInto('privacyRequest')
    .values({
      streetId: ctx.street,
      id,
      personId: person.id,
      kind: 'deletion',
      wanted: '{}',
      words: input.words,
      madeBy: found(ctx.actor.personId),
      madeAt: ctx.now,
    })
    .execute()
  await record(forPerson(ctx, person.id), 'deletion.asked', person.id, {
    details: { requestId: id },
  })
  return { id }
}
