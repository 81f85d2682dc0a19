import { migrate } from '#app/platform/database/migrate.ts'
import type { Asked } from './command.ts'
import { reachDatabase } from './database.ts'

/** `hearth migrate`: brings the database to this program's version. */
export async function bringUpToDate({ config, t, print }: Asked): Promise<void> {
  const reached = await reachDatabase(config)
  try {
    await migrate(reached.address)
    print(t.upToDate)
  } finally {
    await reached.stop()
  }
}
