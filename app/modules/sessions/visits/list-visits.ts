import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optionalText, tick } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { findRound, visitsOf } from './queries.ts'
import { whyNotThese } from './rules.ts'

export const ListVisits = z.strictObject({
  sessionId: z.uuid(),
  /** By person: whether they are on the round, and where their door is. */
  doors: z.record(z.uuid(), z.strictObject({ on: tick, place: optionalText(60) })).default({}),
})

/** The host says who is visited on a round. Whoever was visited already stays on it. */
export async function listVisits(ctx: Context, input: z.infer<typeof ListVisits>) {
  const session = found(await lockSession(ctx, input.sessionId))
  const round = await findRound(ctx, session.id)
  const before = await visitsOf(ctx, session.id)
  const done = before.filter((visit) => visit.result !== null).map((visit) => visit.personId)
  const wanted = Object.entries(input.doors).flatMap(([personId, door]) =>
    door.on || done.includes(personId) ? [{ personId, place: door.place }] : [],
  )
  const personIds = [...new Set([...wanted.map((each) => each.personId), ...done])]
  const known = await peopleAmong(ctx, personIds)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotThese(session, personIds, round?.visitorId ?? ''))
  found(known === personIds.length ? known : null)
  await ctx.tx
    .deleteFrom('visit')
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where('personId', '<>', sql<string>`all(${personIds}::uuid[])`)
    .execute()
  if (wanted.length > 0) {
    await ctx.tx
      .insertInto('visit')
      .values(
        wanted.map((each) => ({
          streetId: ctx.street,
          id: newId(),
          sessionId: session.id,
          ...each,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['streetId', 'sessionId', 'personId'])
          .doUpdateSet((row) => ({ place: row.ref('excluded.place') })),
      )
      .execute()
  }
  await record(ctx, 'round.listed', session.id, { details: { people: personIds.length } })
}

async function peopleAmong(ctx: Context, personIds: readonly string[]): Promise<number> {
  const { people } = await ctx.tx
    .selectFrom('person')
    .select((row) => row.fn.countAll<number>().as('people'))
    .where('streetId', '=', ctx.street)
    .where('id', '=', sql<string>`any(${personIds}::uuid[])`)
    .executeTakeFirstOrThrow()
  return people
}
