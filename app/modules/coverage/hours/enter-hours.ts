import { z } from 'zod'
import { findPerson, findWithUnits } from '#app/modules/people/queries.ts'
import { findSeason, strandsOf } from '#app/modules/seasons/queries.ts'
import { studyForms } from '#app/modules/seasons/rules.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { dayInput, numberInput, optional, text } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { dayOf } from '#app/platform/time.ts'
import { mayKeepHours } from './access.ts'
import { lockEntry } from './queries.ts'
import { whyNotCorrected, whyNotEntered } from './rules.ts'

export const EnterHours = z.strictObject({
  personId: z.uuid(),
  seasonId: z.uuid(),
  onDay: dayInput,
  strandCode: z.string().max(20),
  form: z.enum(studyForms),
  what: text(80),
  hours: numberInput.pipe(z.number().min(0).max(24).multipleOf(0.25)),
  reason: text(200),
  /** The entry that this one is to take the place of. */
  corrects: optional(z.uuid()),
})

/** Someone else enters hours that no session of the street gave; they count once confirmed. */
export async function enterHours(ctx: Context, input: z.infer<typeof EnterHours>) {
  const person = found(await findPerson(ctx, input.personId))
  const { unitIds } = found(await findWithUnits(ctx, person.id))
  const season = found(await findSeason(ctx, input.seasonId))
  const strands = await strandsOf(ctx, season.id)
  const corrected = input.corrects ? found(await lockEntry(ctx, input.corrects)) : null
  authorise(mayKeepHours(ctx.actor, { id: person.id, unitIds }))
  const enteredBy = found(ctx.actor.personId)
  const codes = strands.map(({ code }) => code)
  refuseIf(whyNotEntered(input, season, codes, enteredBy, dayOf(ctx.now)))
  refuseIf(corrected && whyNotCorrected(corrected, person.id))
  const id = newId()
  await ctx.tx
    .insertInto('hourEntry')
    .values({
      streetId: ctx.street,
      id,
      ...input,
      corrects: input.corrects ?? null,
      enteredBy,
      enteredAt: ctx.now,
      status: 'waiting',
    })
    .execute()
  await record(ctx, 'entry.made', id, { details: { personId: person.id } })
  return { id }
}
