import type { KyselyPlugin } from 'kysely'
import type { Context } from '#app/platform/context.ts'

/** How many queries some work asks of the database: a list must not ask one for each of its items. */
export async function queriesOf(
  ctx: Context,
  work: (ctx: Context) => Promise<unknown>,
): Promise<number> {
  let queries = 0
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      queries += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await work({ ...ctx, tx: ctx.tx.withPlugin(counting) })
  return queries
}
