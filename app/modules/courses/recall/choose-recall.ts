import { sql } from 'kysely'
import { z } from 'zod'
import { isSignedIn } from '#app/modules/people/access.ts'
import { actFor } from '#app/modules/people/act-for.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise, found } from '#app/platform/errors.ts'
import { tick } from '#app/platform/http/forms.ts'

export const ChooseRecall = z.strictObject({
  /** No cards are asked for until it is taken up again. */
  paused: tick,
  /** A word once a week when cards are due. */
  reminders: tick,
  personId: z.uuid().optional(),
})

/** A person says how they want to be asked: not for now, or without the weekly word. */
export async function chooseRecall(
  ctx: Context,
  input: z.infer<typeof ChooseRecall>,
): Promise<void> {
  authorise(isSignedIn(ctx.actor))
  const personId = input.personId ?? found(ctx.actor.personId)
  await actFor(ctx, personId)
  const pausedAt = input.paused ? ctx.now : null
  await sql`
    insert into recall_choice (street_id, person_id, paused_at, reminders)
    values (${ctx.street}, ${personId}, ${pausedAt}, ${input.reminders})
    on conflict (street_id, person_id) do update set reminders = excluded.reminders,
      paused_at = case when excluded.paused_at is null then null
        else coalesce(recall_choice.paused_at, excluded.paused_at) end`.execute(ctx.tx)
}
