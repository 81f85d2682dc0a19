import type { Context } from '../context.ts'
import { Refused, RefusedAndKept } from '../errors.ts'

const noPerson = '00000000-0000-0000-0000-000000000000'

/**
 * Runs the work under its key once. A second request with the same key waits for the first one's
 * transaction and is given its answer; the same key for something else is refused.
 */
export async function answerOnce<T>(
  ctx: Context,
  key: string,
  request: string,
  work: () => Promise<T>,
): Promise<T> {
  const row = {
    streetId: ctx.street,
    personId: ctx.actor.personId ?? noPerson,
    key: key.slice(0, 200),
  }
  const taken = await ctx.tx
    .insertInto('requestKey')
    .values({ ...row, request, at: ctx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!taken) {
    const earlier = await ctx.tx
      .selectFrom('requestKey')
      .select(['request', 'answer'])
      .where('streetId', '=', row.streetId)
      .where('personId', '=', row.personId)
      .where('key', '=', row.key)
      .executeTakeFirstOrThrow()
    if (earlier.request !== request) throw new Refused('keyUsedElsewhere')
    return earlier.answer
  }
  try {
    const answer = await work()
    await ctx.tx
      .updateTable('requestKey')
      .set({ answer: JSON.stringify(answer) })
      .where('streetId', '=', row.streetId)
      .where('personId', '=', row.personId)
      .where('key', '=', row.key)
      .execute()
    return answer
  } catch (error) {
    // What is kept of such a refusal must not include the key: the form may be sent again.
    if (error instanceof RefusedAndKept) await forgetKey(ctx, row)
    throw error
  }
}

async function forgetKey(ctx: Context, row: { streetId: number; personId: string; key: string }) {
  await ctx.tx
    .deleteFrom('requestKey')
    .where('streetId', '=', row.streetId)
    .where('personId', '=', row.personId)
    .where('key', '=', row.key)
    .execute()
}
