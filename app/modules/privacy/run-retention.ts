import type { Context } from '#app/platform/context.ts'
import { authorise } from '#app/platform/errors.ts'
import { record } from '#app/platform/facts.ts'
import { newId } from '#app/platform/ids.ts'
import { mayRunRetention } from './access.ts'
import { type Due, takingAway, whatIsDue } from './queries.ts'

/** Takes away what is kept no longer, and writes down how much of what; gives what went. */
export async function runRetention(ctx: Context): Promise<Due[]> {
  authorise(mayRunRetention(ctx.actor))
  const due = await whatIsDue(ctx)
  const tables = new Set(due.map(({ table }) => table))
  // one query a table: each has its own age and columns
  for (const { table, statement } of await takingAway(ctx)) {
    if (tables.has(table)) await statement.execute(ctx.tx)
  }
  const id = newId()
  const run = { streetId: ctx.street, id, at: ctx.now, startedBy: ctx.actor.personId }
  await ctx.tx.insertInto('retentionRun').values(run).execute()
  if (due.length > 0)
    await ctx.tx
      .insertInto('retentionCount')
      .values(
        due.map(({ table, rows, oldest }) => ({
          streetId: ctx.street,
          runId: id,
          tableName: table,
          rows,
          oldest,
        })),
      )
      .execute()
  await record(ctx, 'retention.run', id)
  return due
}
