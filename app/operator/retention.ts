import { findStreet } from '#app/modules/organisation/queries.ts'
import { whatIsDue } from '#app/modules/privacy/queries.ts'
import { runRetention } from '#app/modules/privacy/run-retention.ts'
import type { Context } from '#app/platform/context.ts'
import { StartError } from '#app/platform/start-error.ts'
import type { Asked } from './command.ts'
import { streetOf } from './create-admin.ts'
import { asOperator, withDatabase } from './database.ts'

/** `hearth retention <street>`: takes away what is kept no longer, or with --dry-run only says what. */
export async function retention({ config, given, t, print }: Asked): Promise<void> {
  const street = streetOf(given['street']!, t.badStreet)
  const dry = given['dry-run'] !== undefined
  await withDatabase(config, async (database) => {
    const due = await asOperator(database, street, async (ctx: Context) => {
      if (!(await findStreet(ctx, street))) throw new StartError(t.badStreet(String(street)))
      return dry ? whatIsDue(ctx) : runRetention(ctx)
    })
    for (const { table, rows, days, oldest } of due)
      print(t.due(table, rows, days, oldest.toISOString().slice(0, 10)))
    const rows = due.reduce((sum, each) => sum + each.rows, 0)
    print(dry ? t.wouldGo(rows) : t.gone(rows))
  })
}
