import { sql } from 'kysely'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunSession } from '../access.ts'
import type { RollPresence } from './rules.ts'

/** A mark that counts from now on: who it is about, and whose word of the roll it comes from. */
export type Mark = {
  entryId: string
  personId: string
  presence: RollPresence
  saidBy: string
  saidAt: Date
}

/**
 * Writes marks in their order; the last of a person counts and the earlier ones stay visible. Words of
 * the roll that need nobody any more are settled by it: what they say is recorded now, or their own
 * voice has said something newer.
 */
export async function writeMarks(
  ctx: Context,
  session: { id: string; hostId: string; unitId: string },
  marks: readonly Mark[],
): Promise<void> {
  authorise(mayRunSession(ctx.actor, session))
  const last = new Map(marks.map((mark) => [mark.personId, mark]))
  if (marks.length > 0) {
    await ctx.tx
      .updateTable('attendance')
      .set({ replacedAt: ctx.now })
      .where('streetId', '=', ctx.street)
      .where('sessionId', '=', session.id)
      .where('personId', '=', sql<string>`any(${[...last.keys()]}::uuid[])`)
      .where('replacedAt', 'is', null)
      .execute()
    await ctx.tx
      .insertInto('attendance')
      .values(
        marks.map((mark) => ({
          streetId: ctx.street,
          id: newId(),
          sessionId: session.id,
          personId: mark.personId,
          presence: mark.presence,
          recordedBy: mark.saidBy,
          recordedAt: ctx.now,
          saidAt: mark.saidAt,
          entryId: mark.entryId,
          replacedAt: last.get(mark.personId) === mark ? null : ctx.now,
        })),
      )
      .execute()
  }
  await settleWhatIsMoot(ctx, session.id)
}

async function settleWhatIsMoot({ tx, street, now }: Context, sessionId: string): Promise<void> {
  await sql`
    update roll_entry word set settled_at = ${now}, settled_by = coalesce(so.recorded_by, word.said_by)
    from roll_entry open
    left join attendance so on so.street_id = ${street} and so.session_id = ${sessionId}
      and so.person_id = open.person_id and so.presence = open.presence and so.replaced_at is null
    where word.street_id = ${street} and word.session_id = ${sessionId}
      and open.street_id = ${street} and open.id = word.id
      and word.kind = 'mark' and word.settled_at is null and word.result in ('disputed', 'late', 'kept')
      and (so.id is not null or exists (
        select from roll_entry newer
        where newer.street_id = ${street} and newer.session_id = ${sessionId}
          and newer.person_id = word.person_id and newer.number > word.number and newer.kind = 'mark'
          and newer.result in ('applied', 'same', 'disputed', 'late')
          and coalesce(newer.phone_id, newer.said_by) = coalesce(word.phone_id, word.said_by)))`.execute(
    tx,
  )
}
