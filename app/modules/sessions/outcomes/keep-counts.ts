import { isProgram } from '#app/modules/people/access.ts'
import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import type { CountRow } from './rules.ts'

/** Writes what is counted of a session; who answered or typed it in may do so, and holds the session. */
export async function keepCounts(
  ctx: Context,
  { sessionId, rows }: { sessionId: string; rows: readonly CountRow[] },
) {
  authorise(isProgram(ctx.actor))
  if (rows.length === 0) return
  await ctx.tx
    .insertInto('outcomeCount')
    .values(
      rows.map(({ way, tap, counted, shown }) => ({
        streetId: ctx.street,
        sessionId,
        way,
        tap,
        ...counted,
        shownYes: shown.yes,
        shownNo: shown.no,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['streetId', 'sessionId', 'way', 'tap']).doUpdateSet((eb) => ({
        yes: eb.ref('excluded.yes'),
        no: eb.ref('excluded.no'),
        shownYes: eb.ref('excluded.shownYes'),
        shownNo: eb.ref('excluded.shownNo'),
      })),
    )
    .execute()
}
