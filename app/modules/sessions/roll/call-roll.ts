import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#app/platform/context.ts'
import { authorise, found, refuseIf } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { optional } from '#app/platform/http/forms.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import { lockSession } from '../queries.ts'
import { marksOf } from './queries.ts'
import { changedMarks, countRoll, whyNotMarked, whyNotRollCalled } from './rules.ts'

const Presence = z.enum(['came', 'left_early', 'absent'])

export const CallRoll = z.strictObject({
  sessionId: z.uuid(),
  /** By person: what was shown as recorded, and what is said now. Only what differs is written. */
  marks: z
    .record(z.uuid(), z.strictObject({ seen: optional(Presence), presence: optional(Presence) }))
    .default({}),
})

/**
 * The host marks who came, left early or stayed away; the newest mark counts and the earlier ones
 * stay visible. Saving the same again changes nothing, so that a lost answer costs nothing.
 */
export async function callRoll(ctx: Context, input: z.infer<typeof CallRoll>) {
  const callerId = found(ctx.actor.personId)
  // Two hosts of one session write one after the other, each only what they changed.
  const session = found(await lockSession(ctx, input.sessionId))
  const recorded = await marksOf(ctx, session.id)
  const changed = changedMarks(input.marks, recorded)
  const personIds = changed.map(([personId]) => personId)
  const known = await peopleAmong(ctx, personIds)
  authorise(mayRunSession(ctx.actor, session))
  refuseIf(whyNotRollCalled(session, ctx.now) ?? whyNotMarked(changed, callerId))
  found(known === personIds.length ? known : null)
  if (changed.length === 0) return { written: 0, ...countRoll(recorded.values()) }
  await ctx.tx
    .updateTable('attendance')
    .set({ replacedAt: ctx.now })
    .where('streetId', '=', ctx.street)
    .where('sessionId', '=', session.id)
    .where('personId', '=', sql<string>`any(${personIds}::uuid[])`)
    .where('replacedAt', 'is', null)
    .execute()
  await ctx.tx
    .insertInto('attendance')
    .values(
      changed.map(([personId, presence]) => ({
        streetId: ctx.street,
        id: newId(),
        sessionId: session.id,
        personId,
        presence,
        recordedBy: callerId,
        recordedAt: ctx.now,
      })),
    )
    .execute()
  const counts = countRoll(new Map([...recorded, ...changed]).values())
  await record(ctx, 'roll.called', session.id, { details: { written: changed.length, ...counts } })
  return { written: changed.length, ...counts }
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
