import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { text, wholeNumber } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { thingsOf } from './queries.ts'
import { whyNotOffered } from './rules.ts'

export const OfferThing = z.strictObject({
  sessionId: z.uuid(),
  name: text(40),
  offered: wholeNumber(1, 100_000),
})

/** The host says what there is to give and how many; the same name again corrects the number. */
export async function offerThing(ctx: Context, input: z.infer<typeof OfferThing>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const before = (await thingsOf(ctx, session.id)).find((thing) => thing.name === input.name)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotOffered(session, input.offered, before?.given ?? 0))
  const id = before?.id ?? newId()
  await ctx.tx
    .insertInto('thing')
    .values({
      streetId: ctx.street,
      id,
      sessionId: session.id,
      name: input.name,
      offered: input.offered,
    })
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'id']).doUpdateSet({ offered: input.offered }),
    )
    .execute()
  await record(ctx, before ? 'thing.corrected' : 'thing.offered', session.id, {
    details: { name: input.name, offered: input.offered, before: before?.offered ?? null },
  })
  return { id }
}
